import { isDeepStrictEqual } from "node:util";
import { parseArn } from "../../iam/arn.ts";
import { numberedName } from "../../components/permissions/naming.ts";
import { Failure } from "../../commandLine/failure.ts";
import type { PolicyVersion } from "../history/policyVersions.ts";
import { policyName } from "../history/workloadPolicies.ts";
import { type DeclaredStack, declaredIn, stackSource } from "../stackFile/declaredStacks.ts";
import { projectAt } from "../stackFile/project.ts";
import { workingTree } from "../stackFile/revision.ts";

/** Which policy of which workload is meant. */
interface PolicyOfWorkload {
  readonly stack: string;
  readonly workload: string;
  readonly arn: string;
  readonly region: string;
}

/**
 * What the stack file declares for a policy, as JSON; undefined where the file cannot be read. A rollback has to work all
 * the same then: in an emergency the file may be the very thing that is wrong.
 */
export async function declaredPolicy(
  project: string,
  { stack, workload, arn, region }: PolicyOfWorkload,
): Promise<string | undefined> {
  const name = stack.split("/").pop() ?? stack;
  const files = workingTree(project);
  try {
    const { name: projectName, ending } = await projectAt(files);
    const at = { account: parseArn(arn)?.account ?? "", region };
    return documentOf(await declaredIn(await stackSource(files, name, ending), projectName, at), workload, arn);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** The document of one policy of a stack, found by its name. */
function documentOf(stack: DeclaredStack, workload: string, arn: string): string | undefined {
  const found = stack.workloads.find(({ name }) => name === workload);
  if (stack.problem !== undefined || found === undefined) return undefined;
  const { physicalName, policyDocuments } = found;
  return policyDocuments.find((_, index) => numberedName(physicalName, index) === policyName(arn));
}

/** Whether a version says what the stack file declares, so that a deployment would leave it in force. */
export function isDeclared(version: PolicyVersion, declared: string | undefined): boolean {
  // A document that AWS does not show must not end a rollback that was made.
  if (declared === undefined || version.document === "") return false;
  return isDeepStrictEqual(JSON.parse(version.document), JSON.parse(declared));
}
