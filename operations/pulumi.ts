import { Failure } from "../commandLine/failure.ts";
import { capture, type Captured } from "../commandLine/processes/run.ts";
import { withoutAccessKeys } from "../secrets/accessKeys.ts";

/** Runs the Pulumi CLI in the folder of a project, with the user's login. */
export async function runPulumi(
  project: string,
  args: readonly string[],
  options: { readonly finishes?: boolean } = {},
): Promise<Captured> {
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  try {
    return await capture("pulumi", args, { cwd: project, env, ...options });
  } catch (error) {
    if (error instanceof Failure && error.message === "command not found: pulumi")
      throw new Failure(
        'the command "pulumi" is missing: install Pulumi (https://www.pulumi.com/docs/iac/download-install/) or add its folder to the PATH; for a stack of the sandbox put "instance-profiles sandbox exec --" in front',
      );
    throw error;
  }
}

/** What a command of Pulumi's prints as JSON about a stack. */
export async function pulumiJson(project: string, stack: string, args: readonly string[]): Promise<unknown> {
  const captured = await runPulumi(project, [...args, "--json", "--stack", stack]);
  if (captured.code === 0) return JSON.parse(captured.stdout);
  if (/no stack named/.test(captured.stderr))
    throw new Failure(
      `the Pulumi backend has no stack "${stack}": deploy it with "pulumi up --stack ${stack}", or "pulumi login" to the backend that has it`,
    );
  throw pulumiFailure([...args, "--stack", stack], captured);
}

/** A command of Pulumi's that failed, with Pulumi's own reason. */
export function pulumiFailure(args: readonly string[], captured: Captured): Failure {
  return new Failure(`"pulumi ${args.join(" ")}" ended with ${captured.code}: ${reasonOf(captured)}`);
}

/** As `--json` has them among what it prints. */
interface Diagnostic {
  readonly severity?: string;
  readonly message?: string;
}

/**
 * Why a command failed. With `--json` the errors of a program and of AWS are in the JSON on stdout; those of the command itself
 * are on stderr.
 */
export function reasonOf({ stdout, stderr }: Pick<Captured, "stdout" | "stderr">): string {
  const reasons = [...errorsIn(stdout), stderr.trim()].filter((reason) => reason !== "");
  return withoutAccessKeys(reasons.join("\n") || lastLines(stdout) || "it gave no reason");
}

function errorsIn(stdout: string): string[] {
  try {
    const { diagnostics = [] } = JSON.parse(stdout) as { readonly diagnostics?: readonly Diagnostic[] };
    return (
      diagnostics
        .filter(({ severity }) => severity === "error")
        // Pulumi writes colours as words between signs.
        .map(({ message = "" }) => message.replace(/<\{%.*?%\}>/g, "").trim())
    );
  } catch {
    return [];
  }
}

const lastLines = (text: string) => text.trim().split("\n").slice(-12).join("\n");
