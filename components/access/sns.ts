import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, regionalArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

/**
 * Publishing to one topic, the only level there is.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 */
export function snsStatements({ topic }: AccessGrants["sns"], target: Target): Statement[] {
  return [allow(["sns:Publish"], [looksLikeArn(topic) ? topic : regionalArn(target, "sns", topic)])];
}
