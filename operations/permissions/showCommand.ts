import { Command, Option } from "commander";
import pc from "picocolors";
import { stackFileName, stacksAmong } from "../../components/config/stackFiles.ts";
import { Failure } from "../../commandLine/failure.ts";
import { isTerminal } from "../../commandLine/progress.ts";
import { declaredIn, knownStack, projectName } from "../stackFile/declaredStacks.ts";
import { permissionsPage } from "./html/permissionsPage.ts";
import { workingTree } from "../stackFile/revision.ts";
import { type StackAccess, stackAccess } from "./show/access.ts";
import { accessTable } from "./show/accessTable.ts";

interface ShowOptions {
  readonly stack: string;
  readonly format: "table" | "json" | "html";
}

export function showCommand(project: string): Command {
  return new Command("show")
    .description("show what every role of a stack file may do: workload, service and level")
    .requiredOption("-s, --stack <name>", "the stack")
    .addOption(
      new Option("--format <format>", "how to print it").choices(["table", "json", "html"]).default("table"),
    )
    .addHelpText("after", "\nExit code: 0 shown, 2 could not read the stack file")
    .action(async ({ stack, format }: ShowOptions) => {
      const access = await declaredAccess(project, stack);
      const shown = {
        table: () => accessTable(access, isTerminal(process.stdout) && pc.isColorSupported),
        json: () => `${JSON.stringify(access, null, 2)}\n`,
        html: () => permissionsPage(access),
      };
      process.stdout.write(shown[format]());
    });
}

/** What the roles of a stack may do by its file as it lies there. */
export async function declaredAccess(project: string, stack: string): Promise<StackAccess> {
  const tree = workingTree(project);
  const name = knownStack(stacksAmong(tree.files), stack);
  const declared = await declaredIn(name, await tree.read(stackFileName(name)), await projectName(tree));
  if (declared.problem !== undefined) throw new Failure(declared.problem);
  return stackAccess(declared);
}
