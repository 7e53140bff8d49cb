import { GetPolicyVersionCommand, type IAMClient, paginateListPolicyVersions } from "@aws-sdk/client-iam";
import { fromAws } from "../awsErrors.ts";

/** One version of a managed policy that AWS still has. */
export interface PolicyVersion {
  /** `v1`, `v2`, …; a number is never given twice. */
  readonly id: string;
  /** Milliseconds since 1970, in whole seconds. */
  readonly createdAt: number;
  readonly inForce: boolean;
  /** JSON. */
  readonly document: string;
}

/**
 * All versions of a policy, the newest first.
 *
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html
 */
export function policyVersions(iam: IAMClient, arn: string): Promise<PolicyVersion[]> {
  return fromAws(`reading the versions of ${arn}`, async () => {
    const listed = [];
    for await (const { Versions = [] } of paginateListPolicyVersions({ client: iam }, { PolicyArn: arn }))
      listed.push(...Versions);
    const versions = await Promise.all(
      listed.map(async ({ VersionId = "", CreateDate, IsDefaultVersion = false }) => ({
        id: VersionId,
        createdAt: CreateDate?.getTime() ?? 0,
        inForce: IsDefaultVersion,
        document: await documentOf(iam, arn, VersionId),
      })),
    );
    return versions.sort((one, other) => numberOf(other.id) - numberOf(one.id));
  });
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html says that the document is URL-encoded. */
async function documentOf(iam: IAMClient, arn: string, VersionId: string): Promise<string> {
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId }));
  return decodeURIComponent(PolicyVersion?.Document ?? "");
}

/** `v12` is 12. */
export function numberOf(id: string): number {
  return Number(id.slice(1));
}
