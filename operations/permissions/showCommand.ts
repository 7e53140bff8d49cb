import { Command } from "commander";
import { stacksAmong } from "../../components/config/stackFiles.ts";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { Failure } from "../../commandLine/failure.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../commandLine/formats.ts";
import { paintsStdout, printed } from "../../commandLine/result.ts";
import { declaredIn, knownStack, stackSource } from "../stackFile/declaredStacks.ts";
import { projectAt } from "../stackFile/project.ts";
import { permissionsPage } from "./html/permissionsPage.ts";
import { workingTree } from "../stackFile/revision.ts";
import { type StackAccess, stackAccess } from "./show/access.ts";
import { accessTable } from "./show/accessTable.ts";

interface ShowOptions extends FormatOptions<"table" | "json" | "html"> {
  readonly stack: string;
}

export function showCommand(project: string): Command {
  return withFormats(
    ["table", "json", "html"],
    new Command("show")
      .description("show what every role of a stack file may do: workload, service and level")
      .requiredOption("-s, --stack <name>", "the stack")
      .addHelpText("after", exitCodeHelp())
      .action(
        printed(async ({ stack, ...format }: ShowOptions) => {
          const access = await declaredAccess(project, stack);
          const shown = {
            table: () => accessTable(access, paintsStdout()),
            json: () => asJson(access),
            html: () => permissionsPage(access),
          };
          return { text: shown[chosenFormat(format, "table")]() };
        }),
      ),
  );
}

/** What the roles of a stack may do by its file as it lies there. */
export async function declaredAccess(project: string, stack: string): Promise<StackAccess> {
  const tree = workingTree(project);
  const name = knownStack(stacksAmong(tree.files), stack);
  const { name: projectName, ending } = await projectAt(tree);
  const declared = await declaredIn(await stackSource(tree, name, ending), projectName);
  if (declared.problem !== undefined) throw new Failure(declared.problem);
  return stackAccess(declared);
}
