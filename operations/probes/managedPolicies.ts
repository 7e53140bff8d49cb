import { GetPolicyCommand, GetPolicyVersionCommand, type IAMClient } from "@aws-sdk/client-iam";
import type { Statement } from "../../iam/statement.ts";
import type { ManagedStatements } from "./expectations.ts";

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

interface RawStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
}

function statementsOf(document: string): Statement[] {
  const { Statement: raw } = JSON.parse(decodeURIComponent(document)) as {
    Statement: RawStatement | readonly RawStatement[];
  };
  return list(raw).map(({ Effect, Action, Resource }) => ({
    Effect,
    Action: list(Action),
    Resource: list(Resource),
  }));
}

async function read(iam: IAMClient, arn: string): Promise<Statement[]> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }));
  const version = await iam.send(
    new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: Policy?.DefaultVersionId }),
  );
  return statementsOf(version.PolicyVersion?.Document ?? "{}");
}

/** What managed policies say, as AWS holds them. */
export async function readManagedPolicies(
  iam: IAMClient,
  arns: readonly string[],
): Promise<ManagedStatements> {
  return Object.fromEntries(await Promise.all(arns.map(async (arn) => [arn, await read(iam, arn)] as const)));
}
