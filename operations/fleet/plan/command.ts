import Table from "cli-table3";
import { Command, InvalidArgumentError, Option } from "commander";
import { stackNames } from "../../../components/config/stackFiles.ts";
import { patternsIn } from "../patterns.ts";
import { readStacks } from "../stacks/readStacks.ts";
import { selectStacks } from "../stacks/selectStacks.ts";
import { mostMachines, shareAmong, type Machine } from "./machines.ts";

interface PlanArguments {
  readonly stacks: readonly string[];
  readonly machines: number;
  readonly json: boolean;
}

function machinesIn(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > mostMachines)
    throw new InvalidArgumentError(`want a whole number from 1 to ${mostMachines}.`);
  return number;
}

function table(machines: readonly Machine[]): string {
  const rows = new Table({
    head: ["MACHINE", "STACKS", "ACCOUNTS", "REGIONS", "WORKLOADS"],
    colWidths: [9, 46, 26, 22, 11],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { machine, stacks, accounts, regions, workloads } of machines)
    rows.push([machine, ...[stacks, accounts, regions].map((list) => list.replaceAll(",", ", ")), workloads]);
  return rows.toString();
}

/** `fleet plan`: how machines share the stacks. It reads the stack files alone. */
export function planCommand(project: string): Command {
  return new Command("plan")
    .description("share stacks among machines, for a GitHub Actions matrix")
    .requiredOption("-s, --stacks <patterns>", "as for up", patternsIn)
    .addOption(
      new Option("--machines <number>", "how many machines at most")
        .argParser(machinesIn)
        .default(mostMachines, "one a stack, 256 at the most"),
    )
    .option("--json", "print the matrix on one line", false)
    .action(({ stacks, machines, json }: PlanArguments) => {
      const chosen = readStacks(project, selectStacks(stackNames(project), stacks));
      const shares = shareAmong(chosen, machines);
      process.stdout.write(`${json ? JSON.stringify({ include: shares }) : table(shares)}\n`);
    });
}
