import { Command, InvalidArgumentError } from "commander";
import { Progress } from "../../commandLine/progress.ts";
import { sandboxFolder, userFolder } from "../paths.ts";
import { runAsInstance } from "./runAsInstance.ts";

interface Options {
  readonly stack: string;
  readonly rotate?: number;
}

function wholeSeconds(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 21_300)
    throw new InvalidArgumentError("Want whole seconds from 0 to 21300.");
  return Number(text);
}

const exitCodes =
  "\nExit code: that of the command; 126 or 127 where it could not be started, 2 where nothing was tried";

const common = (command: Command) =>
  command
    .argument("<workload>", "whose launch template the instance is started from")
    .option("-s, --stack <name>", "the stack of the workload, deployed in the sandbox", "dev")
    .option(
      "--rotate <seconds>",
      "when the instance gets new credentials, 0 for each time it asks (default: as often as on EC2)",
      wholeSeconds,
    );

/** Runs a command in the sandbox as an instance of the workload that the options name. */
async function run(
  calledAs: string,
  workload: string,
  { stack, rotate }: Options,
  [command = "", ...args]: readonly string[],
): Promise<void> {
  process.exitCode = await runAsInstance(
    sandboxFolder(),
    calledAs,
    { stack, workload, command, args, cwd: userFolder(), ...(rotate !== undefined && { rotate }) },
    new Progress(),
  );
}

/** `run`: a command as it runs on an instance of a workload. */
export const runCommand = (): Command =>
  common(new Command("run"))
    .description("run a command in the sandbox as an instance of a workload runs it")
    .argument("<command...>", "what to run, behind --")
    .addHelpText(
      "after",
      `
It finds the role's temporary credentials as on EC2, at the metadata service of an instance of the embedded AWS, and no key,
no profile and no ~/.aws. A request to a real AWS is refused and named at the end.

Example: npx instance-profiles run orders-api -- aws sts get-caller-identity
${exitCodes}`,
    )
    .action((workload: string, command: string[], options: Options) =>
      run("run", workload, options, command),
    );

/** `shell`: the user's shell as it runs on an instance of a workload. */
export const shellCommand = (): Command =>
  common(new Command("shell"))
    .description("open a shell in the sandbox as an instance of a workload has it")
    .addHelpText(
      "after",
      `
The shell is the one that SHELL names, else /bin/sh. What it starts finds the credentials of the role as with "run".

Example: npx instance-profiles shell orders-api
${exitCodes.replaceAll("command", "shell")}`,
    )
    .action((workload: string, options: Options) =>
      run("shell", workload, options, [process.env.SHELL || "/bin/sh"]),
    );
