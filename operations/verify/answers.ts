import type { IAMClient } from "@aws-sdk/client-iam";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import type { Target } from "../../iam/arn.ts";
import { parseArn } from "../../iam/arn.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";
import { ifThere } from "../awsErrors.ts";
import type { WorkloadOutputs } from "../deployedStack.ts";
import { expectedAllowed, undeclared, type ManagedStatements } from "../probes/expectations.ts";
import { readManagedPolicies } from "../probes/managedPolicies.ts";
import { simulate } from "../probes/simulate.ts";
import type { ObservedAnswer, ObservedPolicy } from "./observation.ts";

/** Whether a policy is the account's and not AWS's own. */
export const isOfAccount = (arn: string): boolean => parseArn(arn)?.account !== "aws";

/**
 * What managed policies say. Those of the account are in its details already; one that is gone says nothing, and is found
 * by not being attached.
 */
export async function managedStatements(
  iam: IAMClient,
  workloads: readonly CompiledWorkload[],
  policies: Promise<ReadonlyMap<string, ObservedPolicy>>,
): Promise<ManagedStatements> {
  const arns = [...new Set(workloads.flatMap(({ managedPolicyArns }) => managedPolicyArns))];
  const ofAccount = arns.filter(isOfAccount);
  const ofAws = readManagedPolicies(
    iam,
    arns.filter((arn) => !isOfAccount(arn)),
  );
  // The simulator need not wait for the details of the account where nothing of them is needed.
  const held = ofAccount.length > 0 ? await policies : new Map<string, ObservedPolicy>();
  const read = ofAccount.map((arn) => [arn, statementsOf(held.get(arn)?.document ?? "[]")] as const);
  return { ...(await ofAws), ...Object.fromEntries(read) };
}

/** What the simulator says of a role. Of one that is gone it says nothing. */
export async function answersFor(
  iam: IAMClient,
  { roleArn }: WorkloadOutputs,
  workload: CompiledWorkload,
  policies: ManagedStatements,
  target: Target,
): Promise<ObservedAnswer[]> {
  const managed = Object.fromEntries(workload.managedPolicyArns.map((arn) => [arn, policies[arn] ?? []]));
  const allowed = await expectedAllowed(workload, managed, target);
  const denied = undeclared(workload, managed);
  // Both kinds at once: what they ask of the same resource is one request.
  const answers = await ifThere(`the rights of ${roleArn}`, () =>
    simulate(iam, roleArn, [...allowed, ...denied]),
  );
  return (answers ?? []).map((answer) => ({
    ...answer,
    expected: answer.because === "never declared" ? "denied" : "allowed",
  }));
}
