import { paginateDescribeLaunchTemplates } from "@aws-sdk/client-ec2";
import {
  ListAttachedRolePoliciesCommand,
  ListInstanceProfilesCommand,
  ListPoliciesCommand,
  ListRolesCommand,
} from "@aws-sdk/client-iam";
import type { Clients } from "../../../../sandbox/proof/clients.ts";

/** All that an account holds, by name, as far as this project makes such things. */
export interface Holdings {
  /** The names of the attached policies. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly policies: readonly string[];
  /** The names of the roles inside. */
  readonly profiles: Readonly<Record<string, readonly string[]>>;
  /** Whether the default version is the latest one, which launches take. */
  readonly templates: Readonly<Record<string, "latest" | "behind">>;
}

export async function heldByAws({ iam, ec2 }: Clients): Promise<Holdings> {
  const [{ Roles = [] }, { Policies = [] }, { InstanceProfiles = [] }] = await Promise.all([
    iam.send(new ListRolesCommand({})),
    iam.send(new ListPoliciesCommand({ Scope: "Local" })),
    iam.send(new ListInstanceProfilesCommand({})),
  ]);
  const roles = await Promise.all(
    Roles.map(async ({ RoleName = "" }) => {
      const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
      return [RoleName, AttachedPolicies.map(({ PolicyName = "" }) => PolicyName).sort()] as const;
    }),
  );
  const templates: Record<string, "latest" | "behind"> = {};
  for await (const { LaunchTemplates = [] } of paginateDescribeLaunchTemplates({ client: ec2 }, {}))
    for (const { LaunchTemplateName = "", DefaultVersionNumber, LatestVersionNumber } of LaunchTemplates)
      templates[LaunchTemplateName] = DefaultVersionNumber === LatestVersionNumber ? "latest" : "behind";
  return {
    roles: Object.fromEntries(roles),
    policies: Policies.map(({ PolicyName = "" }) => PolicyName).sort(),
    profiles: Object.fromEntries(
      InstanceProfiles.map(({ InstanceProfileName = "", Roles: inside = [] }) => [
        InstanceProfileName,
        inside.map(({ RoleName = "" }) => RoleName),
      ]),
    ),
    templates,
  };
}

/** What an account has to hold for workloads of one own policy and one of AWS each. */
export function declaredHoldings(
  stack: string,
  workloads: readonly string[],
  managedPolicy: string,
): Holdings {
  const names = workloads.map((name) => `instance-profiles-${stack}-${name}`).sort();
  const each = <T>(value: (name: string) => T) =>
    Object.fromEntries(names.map((name) => [name, value(name)]));
  return {
    roles: each((name) => [managedPolicy, name]),
    policies: names,
    profiles: each((name) => [name]),
    templates: each(() => "latest" as const),
  };
}
