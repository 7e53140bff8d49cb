import { UNKNOWN } from "../document/unknownValue.ts";
import type { AllowStatement, Pattern } from "../document/policyDocument.ts";
import { shownPattern } from "../document/shownPatterns.ts";
import { matches } from "../patterns/wildcards.ts";

/** An action that would give more rights under the resources and conditions of a statement. */
export interface Escalation {
  /** As IAM writes it: `iam:PassRole`. */
  readonly action: string;
  /** What makes it dangerous there, with a space before it: ` on "*"`. Empty where it always is. */
  readonly where: string;
  readonly want: string;
  readonly fix: string;
}

/**
 * Actions that change what an identity may do, with the condition keys that keep them within what somebody allowed.
 * Whoever may write its own permissions has all of them, so a resource is no limit.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const changesPermissions: Readonly<Record<string, readonly string[]>> = {
  "iam:AddUserToGroup": [],
  "iam:AttachGroupPolicy": ["iam:PolicyARN"],
  "iam:AttachRolePolicy": ["iam:PermissionsBoundary", "iam:PolicyARN"],
  "iam:AttachUserPolicy": ["iam:PermissionsBoundary", "iam:PolicyARN"],
  "iam:CreatePolicyVersion": [],
  "iam:DeleteRolePermissionsBoundary": [],
  "iam:DeleteUserPermissionsBoundary": [],
  "iam:PutGroupPolicy": [],
  "iam:PutRolePermissionsBoundary": ["iam:PermissionsBoundary"],
  "iam:PutRolePolicy": ["iam:PermissionsBoundary"],
  "iam:PutUserPermissionsBoundary": ["iam:PermissionsBoundary"],
  "iam:PutUserPolicy": ["iam:PermissionsBoundary"],
  "iam:SetDefaultPolicyVersion": [],
  "iam:UpdateAssumeRolePolicy": [],
};

/** Actions that give the credentials of a user; for one's own user they are harmless. */
const takesCredentials = ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile"];

/** Actions that give the rights of another role where they are not limited to some targets, with the ARN of a target. */
const actsAsAnother: Readonly<Record<string, string>> = {
  "iam:PassRole": "arn:aws:iam::000000000000:role/zzqxj",
  "sts:AssumeRole": "arn:aws:iam::000000000000:role/zzqxj",
  "lambda:UpdateFunctionCode": "arn:aws:lambda:xx-none-1:000000000000:function:zzqxj",
  "glue:UpdateDevEndpoint": "arn:aws:glue:xx-none-1:000000000000:devendpoint/zzqxj",
};

/** The escalations that a statement would give if it allowed every action. */
export function escalationsOf(allow: AllowStatement): Escalation[] {
  const limited = (keys: readonly string[]) =>
    keys.some((key) => allow.conditionKeys.includes(key.toLowerCase()));
  const permissions = Object.entries(changesPermissions)
    .filter(([, keys]) => mayBeIam(allow) && !limited(keys))
    .map(([action, [key]]) => ({
      action,
      where: "",
      want: "no right to change permissions",
      fix: key === undefined ? "remove it" : `remove it, or limit it by a Condition on ${key}`,
    }));
  const credentials = takesCredentials
    .filter(() => mayBeIam(allow) && !isOwnUser(allow))
    .map((action) => ({
      action,
      where: "",
      want: "no credentials of other users",
      fix: "remove it, or limit it to arn:aws:iam::*:user/${aws:username}",
    }));
  const others = Object.entries(actsAsAnother).flatMap(([action, target]) => {
    const where = openFor(allow, target);
    if (where === undefined) return [];
    return [
      {
        action,
        where,
        want: "the ARNs that the workload needs",
        fix: "list them one by one, or by a prefix of their names",
      },
    ];
  });
  return [...permissions, ...credentials, ...others];
}

/** Whether a statement can be about anything of IAM: an open action on a bucket is not. */
function mayBeIam({ resources, notResources }: AllowStatement): boolean {
  return (
    notResources.length > 0 || resources.some((resource) => resource === UNKNOWN || mayNameIam(resource))
  );
}

function mayNameIam(resource: string): boolean {
  const pattern = resource.trim().toLowerCase();
  const parts = pattern.split(":");
  if (parts.length >= 6) return matches(parts[2] ?? "", "iam");
  // With fewer parts a star reaches over colons, and only what stands before it is sure.
  const sure = (/^[^*?]*/.exec(pattern)?.[0] ?? "").replace(/^arn:[^:]+:/, "arn:aws:");
  return sure.startsWith("arn:aws:iam:") || "arn:aws:iam:".startsWith(sure);
}

function isOwnUser({ resources }: AllowStatement): boolean {
  const own = /:user\/(?:.*\/)?\$\{aws:username\}$/i;
  return resources.length > 0 && resources.every((resource) => resource !== UNKNOWN && own.test(resource));
}

/** What makes a statement cover every target of a kind, in words; undefined where it does not. */
function openFor(
  { resources, notResources, conditionKeys }: AllowStatement,
  target: string,
): string | undefined {
  // A tag that the target must have is as good a limit as its name.
  if (conditionKeys.some((key) => /^[a-z0-9]+:resourcetag\//.test(key))) return undefined;
  if (notResources.length > 0) return " with NotResource";
  const open = resources.find((resource) => coversEvery(resource, target));
  return open === undefined ? undefined : ` on ${shownPattern(open)}`;
}

/** Whether a pattern covers every target of a kind, in whichever partition, region and account it names. */
function coversEvery(pattern: Pattern, target: string): boolean {
  if (pattern === UNKNOWN) return false;
  const lower = pattern.trim().toLowerCase();
  const parts = lower.split(":");
  const example = target.split(":").map((part, position) => {
    const given = parts[position];
    const namesPlace = [1, 3, 4].includes(position) && parts.length >= 6;
    return namesPlace && given !== undefined && !/[*?]/.test(given) ? given : part;
  });
  return matches(lower, example.join(":"));
}
