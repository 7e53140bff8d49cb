import type { AccessGrants } from "../config/accessSchema.ts";
import { iamArn, looksLikeArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

/**
 * Assuming one other role, which must name this one in its own trust policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
 */
export function stsStatements({ role }: AccessGrants["sts"], target: Target): Statement[] {
  return [allow(["sts:AssumeRole"], [looksLikeArn(role) ? role : iamArn(target, `role/${role}`)])];
}
