import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const through = {
  "kms:ViaService": ["s3.eu-central-1.amazonaws.com", "sqs.eu-central-1.amazonaws.com"],
};

const cases: AccessCase[] = [
  {
    name: "decrypt by key id",
    entry: { kms: { key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "decrypt" } },
    gives: [
      allow(
        ["kms:DescribeKey", "kms:Decrypt"],
        [`arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`],
      ),
    ],
  },
  {
    name: "encrypt by alias allows only keys that carry the alias",
    entry: { kms: { key: "alias/orders", level: "encrypt" } },
    gives: [
      allow(["kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"], [`arn:aws:kms:${place}:key/*`], {
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/orders"] },
      }),
    ],
  },
  {
    name: "encryptDecrypt by the ARN of an alias stays in its account and region",
    entry: { kms: { key: "arn:aws:kms:eu-west-1:444455556666:alias/orders", level: "encryptDecrypt" } },
    gives: [
      allow(
        ["kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:Decrypt"],
        ["arn:aws:kms:eu-west-1:444455556666:key/*"],
        { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/orders"] } },
      ),
    ],
  },
  {
    name: "decrypt of several keys through two services alone",
    entry: {
      kms: {
        key: ["1234abcd-12ab-34cd-56ef-1234567890ab", "mrk-1234abcd12ab34cd56ef1234567890ab", "alias/orders"],
        via: ["s3", "sqs"],
        level: "decrypt",
      },
    },
    gives: [
      allow(
        ["kms:DescribeKey", "kms:Decrypt"],
        [
          `arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
          `arn:aws:kms:${place}:key/mrk-1234abcd12ab34cd56ef1234567890ab`,
        ],
        { StringEquals: through },
      ),
      allow(["kms:DescribeKey", "kms:Decrypt"], [`arn:aws:kms:${place}:key/*`], {
        StringEquals: through,
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/orders"] },
      }),
    ],
  },
  ...Object.entries({
    generateDataKey: [
      ...["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
      ...["kms:GenerateDataKeyPair", "kms:GenerateDataKeyPairWithoutPlaintext"],
    ],
    sign: ["kms:GetPublicKey", "kms:Sign"],
    verify: ["kms:GetPublicKey", "kms:Verify"],
    generateMac: ["kms:GenerateMac"],
    verifyMac: ["kms:VerifyMac"],
  }).map(([level, actions]) => ({
    name: `${level} asks what key it is and gives nothing else`,
    entry: { kms: { key: "1234abcd-12ab-34cd-56ef-1234567890ab", level } } as AccessCase["entry"],
    gives: [
      allow(
        ["kms:DescribeKey", ...actions],
        [`arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`],
      ),
    ],
  })),
];

testAccess("kms", cases);
