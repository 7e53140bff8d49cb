import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

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
];

testAccess("kms", cases);
