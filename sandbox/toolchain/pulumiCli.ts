import { existsSync, realpathSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { capture } from "../../commandLine/processes/run.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { buildGoTool, goToolPath, type GoTool } from "./goTool.ts";
import { reaches } from "./reach.ts";
import { inToolCache } from "./toolCache.ts";
import { versions } from "./versions.ts";

export interface PulumiCli {
  readonly executable: string;
  readonly version: string;
  readonly source: "found on PATH" | "official download" | "built from its Go module";
  /** Whether a language host for Node lies beside the CLI. */
  readonly hasLanguageHost: boolean;
}

const goTool: GoTool = {
  name: "pulumi",
  version: versions.pulumi,
  mainPackage: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  linkerVariables: { "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": `v${versions.pulumi}` },
};

/** Whether a version is at or above another; both as `1.2.3`. */
export function isAtLeast(version: string, minimum: string): boolean {
  return version.localeCompare(minimum, "en", { numeric: true }) >= 0;
}

function describe(executable: string, version: string, source: PulumiCli["source"]): PulumiCli {
  const host = path.join(path.dirname(executable), "pulumi-language-nodejs");
  return { executable, version, source, hasLanguageHost: existsSync(host) };
}

async function versionOf(executable: string): Promise<string | undefined> {
  const environment = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const answer = await capture(executable, ["version"], { env: environment, timeoutSeconds: 20 }).catch(
    () => undefined,
  );
  return /^v?(\d+\.\d+\.\d+)/m.exec(answer?.stdout ?? "")?.[1];
}

/** The first `pulumi` on PATH that is new enough and complete; an older one, or one without its language host, is passed over. */
async function findOnPath(): Promise<PulumiCli | undefined> {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const candidate = path.join(folder, "pulumi");
    if (!folder || !existsSync(candidate)) continue;
    const executable = realpathSync(candidate);
    const version = await versionOf(executable);
    const cli = describe(executable, version ?? "", "found on PATH");
    if (version && isAtLeast(version, versions.pulumiMinimum) && cli.hasLanguageHost) return cli;
  }
  return undefined;
}

/** The Automation API's own installer, into the cache folder. */
async function downloadOfficial(progress: Progress): Promise<PulumiCli | undefined> {
  const root = await inToolCache(`pulumi-official-${versions.pulumi}`, async (fresh) => {
    if (!(await reaches("get.pulumi.com"))) throw new Failure("get.pulumi.com cannot be reached");
    const { PulumiCommand } = await import("@pulumi/pulumi/automation/index.js");
    const { SemVer } = await import("semver");
    await progress.step(`downloading the Pulumi CLI ${versions.pulumi}`, () =>
      PulumiCommand.install({ version: new SemVer(versions.pulumi), root: fresh }),
    );
  }).catch(() => undefined);
  if (root === undefined) return undefined;
  return describe(path.join(root, "bin", "pulumi"), versions.pulumi, "official download");
}

/** The CLI: the user's own if it is new enough, else the official download, else a build from the Go module. */
export async function resolvePulumiCli(progress: Progress): Promise<PulumiCli> {
  const found = await findOnPath();
  if (found) return found;
  const cached = existsSync(goToolPath(goTool));
  const official = cached ? undefined : await downloadOfficial(progress);
  return (
    official ?? describe(await buildGoTool(goTool, progress), versions.pulumi, "built from its Go module")
  );
}
