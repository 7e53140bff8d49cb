import { Command, Option } from "commander";
import { stacksAmong } from "../../components/config/stackFiles.ts";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { Failure } from "../../commandLine/failure.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../commandLine/formats.ts";
import { paintsStdout, printed } from "../../commandLine/result.ts";
import { type GivenConfig, readGivenConfig } from "../stackFile/givenConfig.ts";
import { declaredIn, knownStack, stackSource, environmentsOf } from "../stackFile/declaredStacks.ts";
import { projectAt } from "../stackFile/project.ts";
import { workingTree } from "../stackFile/revision.ts";
import { type StackAccess, stackAccess } from "./show/access.ts";
import { onlyWorkload } from "./show/onlyWorkload.ts";
import { accessTable } from "./show/accessTable.ts";

interface ShowOptions extends FormatOptions<"table" | "json" | "html"> {
  readonly stack?: string;
  readonly config?: string;
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
      .addOption(givenConfigOption())
      .addHelpText("after", `${help}\n${exitCodeHelp()}`)
      .action(
        printed(async (workload: string | undefined, { stack, config, ...format }: ShowOptions) => {
          const given = config === undefined ? undefined : readGivenConfig(config);
          const shown = await accessAskedFor(project, workload, stack, given);
          const [first] = shown;
          const chosen = chosenFormat(format, "table");
          if (chosen === "json") return { text: asJson(shown.length === 1 ? first : shown) };
          if (chosen === "html" && shown.length > 1)
            throw new Failure(
              `a page shows one stack: name one with --stack, ${shown.map((access) => access.stack).join(" or ")}`,
            );
          const text = {
            table: (access: StackAccess) => Promise.resolve(accessTable(access, paintsStdout())),
            html: pageOf,
          };
          return { text: (await Promise.all(shown.map(text[chosen]))).join("\n") };
        }),
      ),
  );
}

/** One stack as a whole, or one workload in each stack that has it. */
async function accessAskedFor(
  project: string,
  workload: string | undefined,
  stack: string | undefined,
  given: GivenConfig | undefined,
): Promise<StackAccess[]> {
  if (workload === undefined) {
    if (stack === undefined) throw new Failure("show what? Name a stack with --stack, or a workload");
    return [await declaredAccess(project, stack, given)];
  }
  if (given !== undefined && (stack === undefined || stack === "all"))
    throw new Failure("--config is of one stack: name it with --stack");
  const stacks = stack === undefined || stack === "all" ? stacksAmong(workingTree(project).files) : [stack];
  return onlyWorkload(
    await Promise.all(stacks.map((name) => declaredAccess(project, name, given))),
    workload,
  );
}

/** The page, whose makers nothing else needs to load. */
const pageOf = async (access: StackAccess) =>
  (await import("./html/permissionsPage.ts")).permissionsPage(access);

/** What environments add to a stack file, as another command prints it. */
export const givenConfigOption = () =>
  new Option(
    "--config <file>",
    'the output of "pulumi config --json --show-secrets" for the stack, "-" for standard input: adds what environments set',
  );

/** What the roles of a stack may do by its file as it lies there, and by what environments add to it. */
export async function declaredAccess(
  project: string,
  stack: string,
  given?: GivenConfig,
): Promise<StackAccess> {
  const tree = workingTree(project);
  const name = knownStack(stacksAmong(tree.files), stack);
  const { name: projectName, ending } = await projectAt(tree);
  const source = await stackSource(tree, name, ending);
  const declared = await declaredIn(
    { ...source, ...(given && { fromEnvironments: environmentsOf(source, projectName, given) }) },
    projectName,
  );
  if (declared.problem !== undefined) throw new Failure(declared.problem);
  const { missing = [] } = declared;
  const access = await stackAccess(declared);
  return missing.length === 0 ? access : { ...access, notes: [...(access.notes ?? []), ...missing] };
}
