import { oneOrSeveral, text } from "../../fields.ts";
import { keyField } from "../key.ts";
import { service } from "../service.ts";

/** Clients ask what kind of key it is. */
const DESCRIBE = ["kms:DescribeKey"];

const wantService = "the name of a service in kms:ViaService, such as s3, or a list of these";

/**
 * Use of keys. `generateDataKey` makes keys for data that others decrypt; `encrypt` makes one too, since the encryption
 * client of AWS does. Whoever verifies outside of KMS needs the public key alone.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html
 */
export const kms = service({
  description: { english: "Use of a KMS key.", korean: "KMS 키의 사용" },
  resources: { key: keyField },
  fields: {
    via: oneOrSeveral(text(wantService, /^[a-z][a-z0-9-]*$/), wantService)
      .meta({
        description:
          "The services of the stack's region through which alone the key is used. Directly too if left out.",
        examples: ["s3", ["s3", "sqs"]],
      })
      .optional(),
  },
  names: {
    english: "`key`: an id, `alias/<name>` or an ARN; `via`: a service",
    korean: "`key`: ID, `alias/<이름>` 또는 ARN; `via`: 서비스",
  },
  levels: {
    decrypt: [[[...DESCRIBE, "kms:Decrypt"], "{key}"]],
    encrypt: [[[...DESCRIBE, "kms:Encrypt", "kms:GenerateDataKey"], "{key}"]],
    encryptDecrypt: ["encrypt", "decrypt"],
    generateDataKey: [
      [
        [
          ...DESCRIBE,
          ...["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
          ...["kms:GenerateDataKeyPair", "kms:GenerateDataKeyPairWithoutPlaintext"],
        ],
        "{key}",
      ],
    ],
    sign: [[[...DESCRIBE, "kms:GetPublicKey", "kms:Sign"], "{key}"]],
    verify: [[[...DESCRIBE, "kms:GetPublicKey", "kms:Verify"], "{key}"]],
    generateMac: [[[...DESCRIBE, "kms:GenerateMac"], "{key}"]],
    verifyMac: [[[...DESCRIBE, "kms:VerifyMac"], "{key}"]],
  },
  examples: [
    { key: "alias/orders", level: "decrypt" },
    { key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "encryptDecrypt" },
    { key: "alias/orders", via: "s3", level: "decrypt" },
  ],
  neighbouringActions: ["kms:ScheduleKeyDeletion", "kms:CreateGrant"],
});
