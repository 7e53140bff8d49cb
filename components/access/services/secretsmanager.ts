import { looksLikeArn, regionalArn } from "../../../iam/arn.ts";
import { allow } from "../../../iam/statement.ts";
import { readWriteLevels, resource, service } from "../service.ts";

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
export const secretsmanager = service({
  description: {
    english: "The value of a secret in Secrets Manager.",
    korean: "Secrets Manager 보안 암호의 값",
  },
  fields: {
    secret: resource({
      description: "The secret; by name the grant allows for the six characters that Secrets Manager adds.",
      noun: "a secret name",
      name: /[\w/+=.@!-]{1,512}/,
      arn: ["secretsmanager", /secret:[\w/+=.@!?-]+/],
      examples: ["orders/db", "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders/db-AbCdEf"],
    }),
  },
  levels: readWriteLevels,
  refine({ secret }, issues) {
    if (!looksLikeArn(secret) || /-[A-Za-z0-9?]{6}$/.test(secret)) return;
    const want = "the ARN with the hyphen and the six characters that end it, or the name alone";
    issues.addIssue({ code: "custom", message: want, path: ["secret"], params: { shown: secret } });
  },
  examples: [{ secret: "orders/db", level: "read" }],
  statements({ secret, level }, target) {
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
  },
  neighbouringActions: ["secretsmanager:DeleteSecret"],
});
