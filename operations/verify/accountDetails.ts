import {
  type IAMClient,
  paginateGetAccountAuthorizationDetails,
  paginateListRoles,
  type ManagedPolicyDetail,
  type RoleDetail,
} from "@aws-sdk/client-iam";
import { tagsByKey } from "../tagsByKey.ts";
import type { ObservedPolicy, ObservedRole } from "./observation.ts";

/** What AWS holds of the roles of a stack, and of the policies of its account. */
export interface AccountDetails {
  /** By name: the roles that are declared, wherever they are, and all below the stack's path. */
  readonly roles: ReadonlyMap<string, ObservedRole>;
  /** The customer managed policies of the account, by ARN. */
  readonly policies: ReadonlyMap<string, ObservedPolicy>;
}

/** What only the listing of roles shows. */
type ListedRole = Pick<ObservedRole, "maxSessionSeconds" | "description">;

/** Someone to whom a policy can be attached: a role, a user or a group. */
interface Holder {
  readonly Arn?: string | undefined;
  readonly AttachedManagedPolicies?: readonly { readonly PolicyArn?: string | undefined }[] | undefined;
}

/**
 * All roles and customer managed policies of the account in one listing, where asking for each would take four requests
 * a role. It has no filter by path. Users and groups are in it for the policies that they hold.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export async function accountDetails(
  iam: IAMClient,
  path: string,
  names: ReadonlySet<string>,
): Promise<AccountDetails> {
  const listed = listedRoles(iam, path);
  const roles: RoleDetail[] = [];
  const policies: ManagedPolicyDetail[] = [];
  const heldBy = new Map<string, string[]>();
  const pages = paginateGetAccountAuthorizationDetails(
    { client: iam, pageSize: 1000 },
    { Filter: ["Role", "LocalManagedPolicy", "User", "Group"] },
  );
  const read = async () => {
    for await (const page of pages) {
      const { RoleDetailList = [], UserDetailList = [], GroupDetailList = [], Policies = [] } = page;
      policies.push(...Policies);
      roles.push(
        ...RoleDetailList.filter(
          ({ RoleName = "", Path = "/" }) => names.has(RoleName) || Path.startsWith(path),
        ),
      );
      for (const holder of [...RoleDetailList, ...UserDetailList, ...GroupDetailList] as Holder[])
        for (const { PolicyArn = "" } of holder.AttachedManagedPolicies ?? [])
          if (PolicyArn.includes(`:policy${path}`))
            heldBy.set(PolicyArn, [...(heldBy.get(PolicyArn) ?? []), holder.Arn ?? ""]);
    }
  };
  const [ofListing] = await Promise.all([listed, read()]);
  return {
    roles: new Map(
      roles.map((role) => [role.RoleName ?? "", observedRole(role, ofListing.get(role.RoleName ?? ""))]),
    ),
    policies: new Map(
      policies.map((policy) => [
        policy.Arn ?? "",
        observedPolicy(policy, heldBy.get(policy.Arn ?? "") ?? []),
      ]),
    ),
  };
}

/**
 * The session lengths and descriptions of the roles below a path, which the details of the account leave out.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
 */
async function listedRoles(iam: IAMClient, PathPrefix: string): Promise<Map<string, ListedRole>> {
  const found = new Map<string, ListedRole>();
  for await (const { Roles = [] } of paginateListRoles({ client: iam, pageSize: 1000 }, { PathPrefix }))
    for (const { RoleName = "", MaxSessionDuration: maxSessionSeconds, Description: description } of Roles)
      found.set(RoleName, {
        ...(maxSessionSeconds !== undefined && { maxSessionSeconds }),
        ...(description !== undefined && description !== "" && { description }),
      });
  return found;
}

function observedRole(role: RoleDetail, listed: ListedRole = {}): ObservedRole {
  const boundary = role.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    arn: role.Arn ?? "",
    trust: decodeURIComponent(role.AssumeRolePolicyDocument ?? ""),
    attached: (role.AttachedManagedPolicies ?? []).map(({ PolicyArn = "" }) => PolicyArn),
    inline: (role.RolePolicyList ?? []).map(({ PolicyName = "" }) => PolicyName),
    tags: tagsByKey(role.Tags),
    profiles: (role.InstanceProfileList ?? []).map(({ Arn = "" }) => Arn),
    ...(boundary !== undefined && { boundary }),
    ...listed,
  };
}

function observedPolicy(
  { DefaultVersionId = "", PolicyVersionList = [] }: ManagedPolicyDetail,
  heldBy: readonly string[],
): ObservedPolicy {
  const inForce = PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
  return {
    document: decodeURIComponent(inForce?.Document ?? ""),
    inForce: inForce?.VersionId ?? DefaultVersionId,
    versions: PolicyVersionList.map(({ VersionId = "", CreateDate }) => ({
      id: VersionId,
      ...(CreateDate && { createdAt: CreateDate.getTime() }),
    })),
    heldBy,
  };
}
