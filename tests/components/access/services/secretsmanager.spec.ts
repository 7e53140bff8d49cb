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
];

testAccess("secretsmanager", cases);
