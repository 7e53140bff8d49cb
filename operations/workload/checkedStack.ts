import { parse } from "yaml";
import type { CompiledWorkload } from "../../components/config/compileStack";
import { partitionOfRegion } from "../../components/permissions/arn";
import { Failure, sentenceOf } from "../../commandLine/failure";
import { compileDeclared } from "../declared/declaredStack";
import { anyAccount } from "../permissions/declaredStacks";
import { withoutSecrets } from "../declared/secrets";

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
    throw new Failure(`nothing was written, since Pulumi.${stack}.yaml would be wrong. ${sentenceOf(error)}`);
  }
}
