import { availableParallelism, freemem } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { withFormats } from "../../commandLine/formats.ts";
import { defaultMax } from "./defaultMax.ts";
import { patternsIn } from "./patterns.ts";
import { planCommand } from "./plan/command.ts";
import { runFleet, type FleetArguments } from "./run/runFleet.ts";
import type { FleetOptions } from "./options.ts";
import { previewWork } from "./work/preview.ts";
import { upWork } from "./work/up.ts";
import { verifyWork } from "./work/verify.ts";
import type { StackTask } from "./work/work.ts";

type Begin = (project: string, options: FleetOptions) => Promise<StackTask> | StackTask;

const works: Readonly<Record<string, Begin>> = { preview: previewWork, up: upWork, verify: verifyWork };

const descriptions: Readonly<Record<string, string>> = {
  preview: "show what an update of each stack would do, and change nothing",
  up: "deploy each stack, and make those that the backend does not have; it asks nothing",
  verify: "compare each deployed stack with what its file declares",
};

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("want a whole number from 1.");
  return number;
}

function runCommand(project: string, name: string, begin: Begin): Command {
  const command = new Command(name)
    .description(descriptions[name] ?? "")
    .option(
      "-s, --stacks <patterns>",
      "stacks by name, * and ? are wildcards; with commas or several times",
      patternsIn,
    )
    .option(
      "--resume",
      "run what failed, was interrupted or was not begun in the last run, with its options",
      false,
    )
    .addOption(
      new Option("--max <number>", "how many stacks at once")
        .argParser(count)
        .default(defaultMax(availableParallelism(), freemem()), "by cores and free memory, 8 at the most"),
    )
    .option("--organization <name>", "of the stacks in Pulumi Cloud, if it is not your default one")
    .addHelpText(
      "after",
      `${exitCodeHelp(name === "verify" ? "something is not as declared" : undefined)}, as a whole or for one of the stacks;\n128 and more after a signal`,
    )
    .action((options: FleetArguments) => runFleet(project, name, options, begin));
  if (name === "verify")
    return formatted(
      command.option("--allow-unmanaged", "let instances pass that SSM does not manage", false),
    );
  command.option(
    "--policy-pack <folder>",
    "run a policy pack, with config/<stack>.json in it, or what stacks.json in it names for the stack",
  );
  if (name === "up")
    command.option("--secrets-provider <url>", "for stacks that are made, where their file names none");
  return formatted(command);
}

const formatted = (command: Command) => withFormats(["table", "json"], command);

/** `fleet`: one command for many stacks of this project. */
export function fleetCommand(project: string): Command {
  const fleet = new Command("fleet").description("run many stacks at once, or plan how machines share them");
  for (const [name, begin] of Object.entries(works)) fleet.addCommand(runCommand(project, name, begin));
  return fleet.addCommand(planCommand(project));
}
