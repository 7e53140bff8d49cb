import { latest } from "../latest.ts";
import { dangerousPolicyArns } from "../managedPolicies/verdicts.ts";
import { administratorRole } from "../patterns/administratorRoles.ts";
import { coversEvery, isOnlyWildcards, nobody, readPattern } from "../patterns/openTarget.ts";
import { matches } from "../patterns/wildcards.ts";

/** What the values of a limiting key name: any text, a policy, a role, a cluster, or what a session of a root user may do. */
export type ValueKind = "text" | "policy" | "role" | "cluster" | "root task";

const somePolicy = `arn:aws:iam::000000000000:policy/${nobody}`;
const someRole = `arn:aws:iam::000000000000:role/${nobody}`;
const someCluster = `arn:aws:ecs:xx-none-1:000000000000:cluster/${nobody}`;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html */
const rootPassword = "arn:aws:iam::aws:policy/root-task/iamcreaterootuserpassword";

/** The values of policies are compared with many names, and the same few stand in many statements. */
const openPolicies = latest<boolean>();

const ofAnAccount = /^arn:aws:iam::\d{12}:/;

/**
 * Whether a value covers everything, or what leads to everything. It is read as a pattern under whatever operator: where
 * that takes none, a star in it is a mistake that limits nothing as it was meant.
 */
export function isOpenValue(value: string, kind: ValueKind): boolean {
  if (isOnlyWildcards(value)) return true;
  if (kind === "policy") return isOpenPolicy(value);
  if (kind === "role")
    return coversEvery(readPattern(value), someRole) || administratorRole(value) !== undefined;
  if (kind === "cluster") return coversEvery(readPattern(value), someCluster);
  return kind === "root task" && matches(inAws(value), rootPassword);
}

function isOpenPolicy(value: string): boolean {
  const known = openPolicies.get(value);
  if (known !== undefined) return known;
  const pattern = inAws(value);
  const isOpen =
    coversEvery(readPattern(value), somePolicy) ||
    // The policies of AWS have its name in place of an account.
    (!ofAnAccount.test(pattern) && dangerousPolicyArns().some((arn) => matches(pattern, arn)));
  openPolicies.set(value, isOpen);
  return isOpen;
}

/** An ARN pattern as it reads in the partition `aws`. */
function inAws(value: string): string {
  return readPattern(value).text.replace(/^arn:[^:*?]+:/, "arn:aws:");
}
