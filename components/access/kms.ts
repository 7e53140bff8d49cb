import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, parseArn, regionalArn, type Target } from "../../iam/arn.ts";
import { allow, type Condition, type Statement } from "../../iam/statement.ts";

const DESCRIBE = ["kms:DescribeKey"];

const DECRYPT = ["kms:Decrypt"];

const ENCRYPT = ["kms:Encrypt", "kms:GenerateDataKey"];

/**
 * Use of one key.
 *
 * An alias in the resource of a statement would allow the alias, not the key. The condition key `kms:ResourceAliases`
 * allows whichever key carries the alias at the time of the request.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export function kmsStatements({ key, level }: AccessGrants["kms"], target: Target): Statement[] {
  const { resource, condition } = keyResource(key, target);
  switch (level) {
    case "decrypt":
      return [allow([...DESCRIBE, ...DECRYPT], [resource], condition)];
    case "encrypt":
      return [allow([...DESCRIBE, ...ENCRYPT], [resource], condition)];
    case "encryptDecrypt":
      return [allow([...DESCRIBE, ...ENCRYPT, ...DECRYPT], [resource], condition)];
  }
}

function keyResource(key: string, target: Target): { resource: string; condition?: Condition } {
  const arn = looksLikeArn(key) ? parseArn(key) : undefined;
  const place = arn ?? target;
  const name = arn?.resource ?? key;
  if (name.startsWith("alias/")) {
    return {
      resource: regionalArn(place, "kms", "key/*"),
      condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [name] } },
    };
  }
  return { resource: regionalArn(place, "kms", name.startsWith("key/") ? name : `key/${name}`) };
}
