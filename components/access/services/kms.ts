import { allow } from "../../../iam/statement.ts";
import { keyResource } from "../key.ts";
import { resource, service } from "../service.ts";

const DESCRIBE = ["kms:DescribeKey"];

const DECRYPT = ["kms:Decrypt"];

const ENCRYPT = ["kms:Encrypt", "kms:GenerateDataKey"];

/** Use of one key. */
export const kms = service({
  description: { english: "Use of a KMS key.", korean: "KMS 키의 사용" },
  fields: {
    key: resource({
      description: "The key; by alias the grant follows the key that carries it.",
      noun: "a key id, alias/<name>",
      name: /(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|alias\/[\w/-]+/,
      arn: ["kms", /key\/[\w-]+|alias\/[\w/-]+/],
      examples: [
        "alias/orders",
        "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      ],
    }),
  },
  names: {
    english: "`key`: an id, `alias/<name>` or an ARN",
    korean: "`key`: ID, `alias/<이름>` 또는 ARN",
  },
  levels: { decrypt: [], encrypt: [], encryptDecrypt: ["encrypt", "decrypt"] },
  examples: [
    { key: "alias/orders", level: "decrypt" },
    { key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "encryptDecrypt" },
  ],
  statements({ key, level }, target) {
    const { resource: keys, condition } = keyResource(key, target);
    switch (level) {
      case "decrypt":
        return [allow([...DESCRIBE, ...DECRYPT], [keys], condition)];
      case "encrypt":
        return [allow([...DESCRIBE, ...ENCRYPT], [keys], condition)];
      case "encryptDecrypt":
        return [allow([...DESCRIBE, ...ENCRYPT, ...DECRYPT], [keys], condition)];
    }
  },
  neighbouringActions: ["kms:ScheduleKeyDeletion"],
});
