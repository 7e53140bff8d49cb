import { parse } from "yaml";
import { stackFileName } from "../../components/config/stackFiles.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { partitionOfRegion } from "../../iam/arn.ts";
import { Failure, sentenceOf } from "../../commandLine/failure.ts";
import { compileDeclared } from "../stackFile/compiledStack.ts";
import { anyAccount } from "../stackFile/declaredStacks.ts";
import { withoutSecrets } from "../stackFile/secrets.ts";

/** Compiles a stack file that is about to be written; a Failure holds everything that would be wrong with it. */
export async function checkedStack(
  project: string,
  stack: string,
  text: string,
): Promise<CompiledWorkload[]> {
  const { config } = withoutSecrets(parse(text)) as { readonly config: Readonly<Record<string, unknown>> };
  const configured = config["aws:region"];
  const region = typeof configured === "string" ? configured : "us-east-1";
  const target = { account: anyAccount, region, partition: partitionOfRegion(region) };
  try {
    return await compileDeclared(project, stack, { values: config }, target);
  } catch (error) {
    throw new Failure(
      `nothing was written, since ${stackFileName(stack)} would be wrong. ${sentenceOf(error)}`,
    );
  }
}
