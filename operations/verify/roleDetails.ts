import { type IAMClient, paginateGetAccountAuthorizationDetails } from "@aws-sdk/client-iam";
import type { ObservedRole } from "./observation.ts";

/** What AWS holds of roles, and the policies of the account as they are in force. */
export interface RoleDetails {
  /** By the name of the role. */
  readonly roles: ReadonlyMap<string, ObservedRole>;
  /** JSON texts by the ARN of the policy. */
  readonly documents: ReadonlyMap<string, string>;
}

/**
 * All roles and customer managed policies of the account in one listing, where asking for each would take four requests
 * a role. It has no filter by path.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export async function roleDetails(iam: IAMClient, names: ReadonlySet<string>): Promise<RoleDetails> {
  const roles = new Map<string, ObservedRole>();
  const documents = new Map<string, string>();
  const pages = paginateGetAccountAuthorizationDetails(
    { client: iam, pageSize: 1000 },
    { Filter: ["Role", "LocalManagedPolicy"] },
  );
  for await (const { RoleDetailList = [], Policies = [] } of pages) {
    for (const role of RoleDetailList) {
      const { RoleName = "", AssumeRolePolicyDocument = "", PermissionsBoundary } = role;
      if (!names.has(RoleName)) continue;
      const boundary = PermissionsBoundary?.PermissionsBoundaryArn;
      roles.set(RoleName, {
        trust: decodeURIComponent(AssumeRolePolicyDocument),
        attached: (role.AttachedManagedPolicies ?? []).map(({ PolicyArn = "" }) => PolicyArn),
        inline: (role.RolePolicyList ?? []).map(({ PolicyName = "" }) => PolicyName),
        ...(boundary !== undefined && { boundary }),
      });
    }
    for (const { Arn = "", PolicyVersionList = [] } of Policies) {
      const inForce = PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
      documents.set(Arn, decodeURIComponent(inForce?.Document ?? ""));
    }
  }
  return { roles, documents };
}
