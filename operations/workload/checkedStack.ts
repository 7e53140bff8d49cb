import { stackFileName } from "../../components/config/stackFiles.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { Failure, sentenceOf } from "../../commandLine/failure.ts";
import { compileDeclared } from "../stackFile/compiledStack.ts";
import { anyAccount } from "../stackFile/accountIn.ts";
import { readSource } from "../stackFile/compiledSource.ts";
import { anyProjectAt } from "../stackFile/project.ts";
import { settingsProblems } from "../stackFile/settingsProblems.ts";
import { workingTree } from "../stackFile/revision.ts";

/** Compiles a stack file that is about to be written; a Failure holds everything that would be wrong with it. */
export async function checkedStack(
  project: string,
  stack: string,
  text: string,
): Promise<CompiledWorkload[]> {
  const { name, ending } = await anyProjectAt(workingTree(project));
  const file = stackFileName(stack, ending);
  const at = { account: anyAccount, region: "us-east-1" };
  const { config, target, problems } = readSource({ stack, file, text }, name, at);
  const problem = settingsProblems(file, problems);
  if (problem !== undefined) throw new Failure(`nothing was written, since ${problem}`);
  try {
    return await compileDeclared(project, stack, { values: config }, target);
  } catch (error) {
    throw new Failure(`nothing was written, since ${file} would be wrong. ${sentenceOf(error)}`);
  }
}
