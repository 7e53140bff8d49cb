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
import { accessTable } from "./show/accessTable.ts";

interface ShowOptions extends FormatOptions<"table" | "json" | "html"> {
  readonly stack: string;
  readonly config?: string;
}

export function showCommand(project: string): Command {
  return withFormats(
    ["table", "json", "html"],
    new Command("show")
      .description("show what every role of a stack file may do: workload, service and level")
      .requiredOption("-s, --stack <name>", "the stack")
      .addOption(givenConfigOption())
      .addHelpText("after", exitCodeHelp())
      .action(
        printed(async ({ stack, config, ...format }: ShowOptions) => {
          const access = await declaredAccess(
            project,
            stack,
            config === undefined ? undefined : readGivenConfig(config),
          );
          const shown = {
            table: () => accessTable(access, paintsStdout()),
            json: () => asJson(access),
            html: () => pageOf(access),
          };
          return { text: await shown[chosenFormat(format, "table")]() };
        }),
      ),
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
