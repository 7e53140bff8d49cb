import { Command } from "commander";
import { exitCodeHelp } from "../commandLine/exitCodes.ts";
import { Failure } from "../commandLine/failure.ts";
import { chosenFormat, type FormatOptions, withFormats } from "../commandLine/formats.ts";
import { runInForeground } from "../commandLine/processes/run.ts";
import { Progress } from "../commandLine/progress.ts";
import { print, printed } from "../commandLine/result.ts";
import { stackFileName, stackNames } from "../components/config/stackFiles.ts";
import { noteKilledUpdates } from "./killedUpdate.ts";
import { projectFolder, sandboxFolder, userFolder } from "./paths.ts";
import { closeSandbox, openSandbox, withSalt } from "./sandbox.ts";
import { up } from "./up.ts";

const folder = sandboxFolder();
const progress = new Progress();

interface UpOptions extends FormatOptions<"table" | "json"> {
  readonly stack: string;
}

/** `sandbox`: the program and its stacks, unchanged, on an embedded AWS. */
export function sandboxCommand(): Command {
  return new Command("sandbox")
    .description("the program and its stacks, unchanged, on an embedded AWS, with a proof of each role")
    .enablePositionalOptions()
    .addCommand(upCommand())
    .addCommand(execCommand())
    .addCommand(downCommand());
}

function upCommand(): Command {
  return withFormats(
    ["table", "json"],
    new Command("up")
      .description(
        "deploy a stack and prove what each role can do and what it cannot (meant where none is named)",
      )
      .option("-s, --stack <name>", "the stack to deploy", "dev")
      .addHelpText("after", exitCodeHelp("a call went other than declared"))
      .action(
        printed(({ stack, ...options }: UpOptions) => {
          const known = stackNames(projectFolder);
          if (!known.includes(stack))
            throw new Failure(
              `no stack "${stack}": there is no ${stackFileName(stack)}; stacks are ${known.join(", ")}`,
            );
          return up(folder, stack, chosenFormat(options, "table"), progress);
        }),
      ),
  );
}

function execCommand(): Command {
  return new Command("exec")
    .description("run a command inside the sandbox's environment")
    .passThroughOptions()
    .argument("<command>")
    .argument("[args...]")
    .addHelpText("after", "\nExit code: that of the command; 2 where it could not be started")
    .action(async (command: string, args: string[]) => {
      const sandbox = await openSandbox(folder, progress);
      noteKilledUpdates(sandbox, progress);
      process.exitCode = await withSalt(sandbox, () =>
        runInForeground(command, args, { cwd: userFolder(), env: sandbox.environment }),
      );
    });
}

function downCommand(): Command {
  return new Command("down")
    .description("stop the embedded AWS and remove the sandbox's state; cached tools stay")
    .addHelpText("after", exitCodeHelp())
    .action(async () => {
      const stopped = await closeSandbox(folder);
      print(
        stopped
          ? "the sandbox is stopped and removed\n"
          : "the sandbox was not running; its state is removed\n",
      );
    });
}
