import { parseArn } from "../../iam/arn.ts";

/** Stands for the account of a stack, which only credentials tell. */
export const anyAccount = "000000000000";

/**
 * The account that the configuration of a stack names, as twelve digits: that of the last role that the provider assumes, or else the
 * only one that it allows. Null where only the credentials tell it.
 *
 * @see https://www.pulumi.com/registry/packages/aws/installation-configuration/
 */
export function accountIn(config: Readonly<Record<string, unknown>>): string | null {
  const { "aws:assumeRoles": roles, "aws:allowedAccountIds": allowed } = config;
  const last: unknown = Array.isArray(roles) ? roles.at(-1) : undefined;
  if (typeof last === "object" && last !== null && "roleArn" in last && typeof last.roleArn === "string")
    return parseArn(last.roleArn)?.account ?? null;
  return Array.isArray(allowed) && allowed.length === 1 ? String(allowed[0]) : null;
}
