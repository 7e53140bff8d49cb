import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, regionalArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

const READ = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"];

const WRITE = ["secretsmanager:PutSecretValue"];

/**
 * Secrets Manager puts a hyphen and six random characters behind the name in a secret's ARN. Six question marks match
 * those and nothing more, where a star would also match every secret whose name merely starts the same.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
const RANDOM_SUFFIX = "-??????";

/** The value of one secret. */
export function secretsmanagerStatements(
  { secret, level }: AccessGrants["secretsmanager"],
  target: Target,
): Statement[] {
  const named = looksLikeArn(secret);
  const secrets = [
    named ? secret : regionalArn(target, "secretsmanager", `secret:${secret}${RANDOM_SUFFIX}`),
  ];
  switch (level) {
    case "read":
      return [allow(READ, secrets)];
    case "write":
      return [allow(WRITE, secrets)];
    case "readWrite":
      return [allow([...READ, ...WRITE], secrets)];
  }
}
