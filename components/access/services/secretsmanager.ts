import { looksLikeArn } from "../../../iam/arn.ts";
import { service } from "../service.ts";

/**
 * Values of secrets.
 *
 * Secrets Manager puts a hyphen and six random characters behind the name in a secret's ARN. Six question marks match
 * those and nothing more, where a star would also match every secret whose name merely starts the same.
 *
 * A batch asks on `*`, and then for each secret as if it were read alone; one by filters needs
 * `secretsmanager:ListSecrets` too, which no word gives, since it lists the secrets of the whole account.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
export const secretsmanager = service({
  description: {
    english:
      "The value of a secret in Secrets Manager. What asks for a batch cannot be limited, its secrets are.",
    korean: "Secrets Manager 보안 암호의 값. 일괄 요청 자체는 제한할 수 없지만 읽는 보안 암호는 제한됩니다",
  },
  resources: {
    secret: {
      description: "The secret; by name the grant allows for the six characters that Secrets Manager adds.",
      noun: "a secret name",
      name: /[\w/+=.@!-]{1,512}/,
      arn: "secretsmanager:{region}:{account}:secret:{name}-??????",
      arnResource: /secret:[\w/+=.@!?-]+/,
      example: "orders/db",
    },
  },
  via: "secretsmanager",
  levels: {
    read: [
      [["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], "{secret}"],
      [["kms:Decrypt"], "{key}"],
    ],
    readBatch: ["read", [["secretsmanager:BatchGetSecretValue"], "*"]],
    write: [
      [["secretsmanager:PutSecretValue"], "{secret}"],
      [["kms:GenerateDataKey", "kms:Decrypt"], "{key}"],
    ],
    readWrite: ["read", "write"],
  },
  refine({ secret }, issues) {
    const wrong = [secret].flat().find((one) => looksLikeArn(one) && !/-[A-Za-z0-9?]{6}$/.test(one));
    if (wrong === undefined) return;
    const want = "the ARN with the hyphen and the six characters that end it, or the name alone";
    issues.addIssue({ code: "custom", message: want, path: ["secret"], params: { shown: wrong } });
  },
  examples: [{ secret: "orders/db", level: "read" }],
  neighbouringActions: ["secretsmanager:DeleteSecret", "secretsmanager:ListSecrets"],
});
