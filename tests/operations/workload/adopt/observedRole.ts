import type { CompiledWorkload } from "../../../../components/config/compiledWorkload.ts";
import { ec2TrustPolicy } from "../../../../components/permissions/trustPolicy.ts";
import type { Statement } from "../../../../iam/statement.ts";
import { parseArn } from "../../../../iam/arn.ts";
import type { ExistingPolicy, ExistingRole } from "../../../../operations/workload/adopt/existingRole.ts";

export const account = "444455556666";

export const target = { account, region: "eu-central-1", partition: "aws" };

export const document = (...statements: readonly object[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

export const inline = (...statements: readonly object[]): ExistingPolicy => ({
  kind: "inline",
  name: "own",
  document: document(...statements),
});

/** A hand-made role of instances. */
export function handMade(
  policies: readonly ExistingPolicy[],
  more: Partial<ExistingRole> = {},
): ExistingRole {
  return {
    arn: `arn:aws:iam::${account}:role/mailer`,
    name: "mailer",
    path: "/",
    trust: ec2TrustPolicy("aws"),
    maxSessionSeconds: 3600,
    tags: {},
    policies,
    profiles: [`arn:aws:iam::${account}:instance-profile/mailer`],
    instances: [],
    ...more,
  };
}

/** What a deployed workload looks like to whoever knows nothing of its stack. */
export function observed(workload: CompiledWorkload): ExistingRole {
  const { physicalName: name, path, description, permissionsBoundary } = workload;
  return {
    arn: `arn:aws:iam::${account}:role${path}${name}`,
    name,
    path,
    trust: workload.assumeRolePolicy,
    ...(description !== undefined && { description }),
    maxSessionSeconds: workload.maxSessionSeconds,
    tags: workload.tags,
    ...(permissionsBoundary !== undefined && { boundary: permissionsBoundary }),
    policies: [
      ...workload.policyDocuments.map((text, index): ExistingPolicy => ({
        kind: "customer managed",
        arn: `arn:aws:iam::${account}:policy${path}${name}-${index}`,
        document: text,
        isShared: false,
      })),
      ...workload.managedPolicyArns.map(attached),
    ],
    profiles: [`arn:aws:iam::${account}:instance-profile${path}${name}`],
    instances: (workload.associations ?? []).map(({ instanceId }) => ({ id: instanceId })),
  };
}

const read: Statement = { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::shared/*"] };

function attached(arn: string): ExistingPolicy {
  return parseArn(arn)?.account === "aws"
    ? { kind: "AWS managed", arn }
    : { kind: "customer managed", arn, document: document(read), isShared: true };
}
