import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "read matches the six random characters of a named secret",
    entry: { secretsmanager: { secret: "orders/db", level: "read" } },
    gives: [
      allow(
        ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
        [`arn:aws:secretsmanager:${place}:secret:orders/db-??????`],
      ),
    ],
  },
  {
    name: "write by ARN keeps the ARN",
    entry: {
      secretsmanager: { secret: `arn:aws:secretsmanager:${place}:secret:orders/db-AbCdEf`, level: "write" },
    },
    gives: [
      allow(["secretsmanager:PutSecretValue"], [`arn:aws:secretsmanager:${place}:secret:orders/db-AbCdEf`]),
    ],
  },
  {
    name: "readWrite is both",
    entry: { secretsmanager: { secret: "db", level: "readWrite" } },
    gives: [
      allow(
        [
          ...["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          "secretsmanager:PutSecretValue",
        ],
        [`arn:aws:secretsmanager:${place}:secret:db-??????`],
      ),
    ],
  },
  {
    name: "read of a secret that a service manages, with the mark of it in its name",
    entry: { secretsmanager: { secret: "rds!db-1234", level: "write" } },
    gives: [
      allow(["secretsmanager:PutSecretValue"], [`arn:aws:secretsmanager:${place}:secret:rds!db-1234-??????`]),
    ],
  },
  {
    name: "readBatch asks for several secrets at once, and gets those that are named",
    entry: { secretsmanager: { secret: ["orders/db", "orders/mail"], level: "readBatch" } },
    gives: [
      allow(
        ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
        [
          `arn:aws:secretsmanager:${place}:secret:orders/db-??????`,
          `arn:aws:secretsmanager:${place}:secret:orders/mail-??????`,
        ],
      ),
      allow(["secretsmanager:BatchGetSecretValue"], ["*"]),
    ],
  },
  {
    name: "readWrite of a secret that an own key encrypts",
    entry: {
      secretsmanager: { secret: "db", key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "readWrite" },
    },
    gives: [
      allow(
        [
          ...["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          "secretsmanager:PutSecretValue",
        ],
        [`arn:aws:secretsmanager:${place}:secret:db-??????`],
      ),
      allow(
        ["kms:Decrypt", "kms:GenerateDataKey"],
        [`arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`],
        {
          StringEquals: { "kms:ViaService": ["secretsmanager.eu-central-1.amazonaws.com"] },
        },
      ),
    ],
  },
];

testAccess("secretsmanager", cases);
