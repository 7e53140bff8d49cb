import { withMaps } from "../../components/config/mapKeys.ts";
import { withSecretsNamed } from "../../components/config/stackFile/secret.ts";
import { readStackSettings } from "../../components/config/stackFile/stackSettings.ts";
import { stackFileName } from "../../components/config/stackFiles.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { partitionOfRegion } from "../../iam/arn.ts";
import { Failure, sentenceOf } from "../../commandLine/failure.ts";
import { compileDeclared } from "../stackFile/compiledStack.ts";
import { anyAccount } from "../stackFile/declaredStacks.ts";
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
  const settings = readStackSettings(text, file, name);
  const problem = settingsProblems(file, settings.problems);
  if (problem !== undefined) throw new Failure(`nothing was written, since ${problem}`);
  const config = withMaps(withSecretsNamed(settings.config) as typeof settings.config);
  const configured = config["aws:region"];
  const region = typeof configured === "string" ? configured : "us-east-1";
  const target = { account: anyAccount, region, partition: partitionOfRegion(region) };
  try {
    return await compileDeclared(project, stack, { values: config }, target);
  } catch (error) {
    throw new Failure(`nothing was written, since ${file} would be wrong. ${sentenceOf(error)}`);
  }
}
