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
import { onlyWorkload } from "./show/onlyWorkload.ts";
import { accessTable } from "./show/accessTable.ts";

interface ShowOptions extends FormatOptions<"table" | "json" | "html"> {
  readonly stack?: string;
}

const help = `
Example: instance-profiles permissions show orders-api --stack prod`;

export function showCommand(project: string): Command {
  return withFormats(
    ["table", "json", "html"],
    new Command("show")
      .description("show what every role of a stack file may do: workload, service and level")
      .argument("[workload]", "one workload, in the stacks that have it; by default all of a stack")
      .option("-s, --stack <name>", 'the stack; with a workload also "all", which is the default then')
      .addHelpText("after", `${help}\n${exitCodeHelp()}`)
      .action(
        printed(async (workload: string | undefined, { stack, ...format }: ShowOptions) => {
          const shown = await accessAskedFor(project, workload, stack);
          const [first] = shown;
          const chosen = chosenFormat(format, "table");
          if (chosen === "json") return { text: asJson(shown.length === 1 ? first : shown) };
          const text = {
            table: (access: StackAccess) => accessTable(access, paintsStdout()),
            html: permissionsPage,
          };
          if (chosen === "html" && shown.length > 1)
            throw new Failure(
              `a page shows one stack: name one with --stack, ${shown.map((access) => access.stack).join(" or ")}`,
            );
          return { text: shown.map(text[chosen]).join("\n") };
        }),
      ),
  );
}

/** One stack as a whole, or one workload in each stack that has it. */
async function accessAskedFor(
  project: string,
  workload: string | undefined,
  stack: string | undefined,
): Promise<StackAccess[]> {
  if (workload === undefined) {
    if (stack === undefined) throw new Failure("show what? Name a stack with --stack, or a workload");
    return [await declaredAccess(project, stack)];
  }
  const stacks = stack === undefined || stack === "all" ? stacksAmong(workingTree(project).files) : [stack];
  return onlyWorkload(await Promise.all(stacks.map((name) => declaredAccess(project, name))), workload);
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
