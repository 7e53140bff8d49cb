import { Failure } from "../../../commandLine/failure.ts";
import { stacksAmong } from "../../../components/config/stackFiles.ts";
import { chosenStacks, stackSource } from "../../stackFile/declaredStacks.ts";
import { projectAt } from "../../stackFile/project.ts";
import { workingTree } from "../../stackFile/revision.ts";
import { checkStack } from "./checkStack.ts";
import { packFile } from "./exceptionsFile.ts";
import { type CheckResult, inOrder } from "./finding.ts";

/**
 * Checks the stack files of a project as they lie there, without an engine and without an account.
 *
 * @param stack A name, or `all`.
 * @throws Failure where there is no such stack, or no stack file at all.
 */
export async function checkStacks(folder: string, stack: string): Promise<CheckResult> {
  const tree = workingTree(folder);
  const known = stacksAmong(tree.files);
  if (known.length === 0)
    throw new Failure(
      "there is no stack file here: run this in the folder with the Pulumi.<stack>.yaml files",
    );
  const { name: project, ending } = await projectAt(tree);
  const stacks = [];
  for (const name of chosenStacks(known, stack)) {
    const { text = "", ...source } = await stackSource(tree, name, ending);
    // Each stack counts for itself which exceptions it uses.
    const exceptions = await packFile(folder);
    stacks.push(await checkStack({ ...source, text }, { folder, project, exceptions }));
  }
  return {
    stacks: stacks.map(({ name, file, workloads, rules }) => ({ name, file, workloads, rules })),
    findings: inOrder(stacks.flatMap(({ findings }) => findings)),
  };
}
