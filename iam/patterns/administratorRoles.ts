import { readPattern } from "./openTarget.ts";
import { matches } from "./wildcards.ts";

/** A role that has all rights wherever it is made, by the name that its maker gives it. */
export interface AdministratorRole {
  /** The name of the role, in which a star stands for what differs. */
  readonly name: string;
  /** A name that it has somewhere, with its path. */
  readonly example: string;
}

/**
 * Roles that AWS itself makes with AdministratorAccess.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html
 * https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-custom-execution-role.html
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export const administratorRoles: readonly AdministratorRole[] = [
  { name: "OrganizationAccountAccessRole", example: "OrganizationAccountAccessRole" },
  { name: "AWSControlTowerExecution", example: "AWSControlTowerExecution" },
  { name: "AWSCloudFormationStackSetExecutionRole", example: "AWSCloudFormationStackSetExecutionRole" },
  { name: "stacksets-exec-*", example: "stacksets-exec-00000000000000000000000000000000" },
  { name: "cdk-*-cfn-exec-role-*", example: "cdk-hnb659fds-cfn-exec-role-000000000000-us-east-1" },
  {
    name: "AWSReservedSSO_AdministratorAccess*",
    example: "aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_0000000000000000",
  },
];

const known = administratorRoles.map(({ name, example }) => ({
  name,
  pattern: name.toLowerCase(),
  example: example.toLowerCase(),
}));

/** The administrator's role that an ARN or a pattern of ARNs names, by its name; undefined where it names none. */
export function administratorRole(arn: string): string | undefined {
  const [, partition, service, , account = "", resource = ""] = readPattern(arn).parts;
  if (partition === undefined || service === undefined || !matches(service, "iam")) return undefined;
  const [, given, last = ""] = /^role\/((?:.*\/)?([^/]+))$/.exec(resource) ?? [];
  if (given === undefined) return undefined;
  return known.find(({ pattern, example }) => {
    const here = /^\d{12}$/.test(account) ? example.replace(/\d{12}(?=-)/, account) : example;
    return matches(pattern, last) || matches(given, here);
  })?.name;
}
