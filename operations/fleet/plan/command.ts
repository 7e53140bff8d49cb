import { Command, InvalidArgumentError, Option } from "commander";
import { stackNames } from "../../../components/config/stackFiles.ts";
import { exitCodeHelp } from "../../../commandLine/exitCodes.ts";
import { chosenFormat, type FormatOptions, withFormats } from "../../../commandLine/formats.ts";
import { textTable } from "../../../commandLine/output/textTable.ts";
import { paintsStdout, printed } from "../../../commandLine/result.ts";
import { patternsIn } from "../patterns.ts";
import { readStacks } from "../stacks/readStacks.ts";
import { selectStacks } from "../stacks/selectStacks.ts";
import { mostMachines, shareAmong, type Machine } from "./machines.ts";

interface PlanArguments extends FormatOptions<"table" | "json"> {
  readonly stacks: readonly string[];
  readonly machines: number;
}

function machinesIn(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > mostMachines)
    throw new InvalidArgumentError(`want a whole number from 1 to ${mostMachines}.`);
  return number;
}

function table(machines: readonly Machine[]): string {
  return textTable({
    head: ["MACHINE", "STACKS", "ACCOUNTS", "REGIONS", "WORKLOADS"],
    rows: machines.map(({ machine, stacks, accounts, regions, workloads }) => [
      machine,
      ...[stacks, accounts, regions].map((list) => list.replaceAll(",", ", ")),
      workloads,
    ]),
    widths: [9, 46, 26, 22, 11],
    useColors: paintsStdout(),
  });
}

/** `fleet plan`: how machines share the stacks. It reads the stack files alone. */
export function planCommand(project: string): Command {
  return withFormats(
    ["table", "json"],
    new Command("plan")
      .description("share stacks among machines, for a GitHub Actions matrix")
      .requiredOption("-s, --stacks <patterns>", "as for up", patternsIn)
      .addOption(
        new Option("--machines <number>", "how many machines at most")
          .argParser(machinesIn)
          .default(mostMachines, "one a stack, 256 at the most"),
      )
      .addHelpText("after", `\nJSON is a matrix on one line.\n${exitCodeHelp()}`)
      .action(
        printed(async ({ stacks, machines, ...format }: PlanArguments) => {
          const chosen = await readStacks(project, selectStacks(stackNames(project), stacks));
          const shares = shareAmong(chosen, machines);
          const isJson = chosenFormat(format, "table") === "json";
          return { text: `${isJson ? JSON.stringify({ include: shares }) : table(shares)}\n` };
        }),
      ),
  );
}
