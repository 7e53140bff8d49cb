import { GetPolicyCommand, GetPolicyVersionCommand, type IAMClient } from "@aws-sdk/client-iam";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";
import type { ManagedStatements } from "./expectations.ts";

async function read(iam: IAMClient, arn: string): Promise<readonly PolicyStatement[]> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }));
  const version = await iam.send(
    new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: Policy?.DefaultVersionId }),
  );
  return statementsOf(decodeURIComponent(version.PolicyVersion?.Document ?? "{}"));
}

/** What managed policies say, as AWS holds them. */
export async function readManagedPolicies(
  iam: IAMClient,
  arns: readonly string[],
): Promise<ManagedStatements> {
  return Object.fromEntries(await Promise.all(arns.map(async (arn) => [arn, await read(iam, arn)] as const)));
}
