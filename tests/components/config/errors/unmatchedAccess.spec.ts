import { testErrors } from "./errorCase.ts";

const granting = (grant: object) => ({ access: [grant] });
const at = "workloads.orders.access[0]";
const publicArn = "arn:aws:ssm:eu-central-1:111122223333:parameter/aws/service/ami/al2023";
const secretArn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders/db";
const directory = "orders--euc1-az1--x-s3";

describe("config errors of access that AWS would never match", () => {
  testErrors([
    {
      name: "a public parameter in an account, and one to write",
      workload: granting({ ssm: { parameter: publicArn, level: "write" } }),
      says: [
        `${at}.ssm.level: got "write", want read, for the parameter is one of AWS`,
        `${at}.ssm.parameter: got "${publicArn}", want the ARN without an account, for the parameter is one of AWS, or the name alone`,
      ],
    },
    {
      name: "the ARN of a secret without the six characters that end it",
      workload: granting({ secretsmanager: { secret: secretArn, level: "read" } }),
      says: [
        `${at}.secretsmanager.secret: got "${secretArn}", want the ARN with the hyphen and the six characters that end it, or the name alone`,
      ],
    },
    {
      name: "what sessions of a directory bucket cannot limit",
      workload: granting({ s3: { bucket: directory, prefix: "in/", level: "write" } }),
      says: [
        `${at}.s3.prefix: does nothing for a directory bucket, whose sessions reach all objects; remove it`,
        `${at}.s3.level: got "write", want read | readWrite: a session of a directory bucket that writes can read too`,
      ],
    },
    ...["orders-abcdef-s3alias", "orders-abcdef--ol-s3"].map((bucket) => ({
      name: `an alias of an access point: ${bucket}`,
      workload: granting({ s3: { bucket, level: "read" } }),
      says: [
        `${at}.s3.bucket: got "${bucket}", want the bucket that the access point is for: IAM knows no alias`,
      ],
    })),
    {
      name: "nothing of names that AWS allows",
      workload: {
        access: [
          { secretsmanager: { secret: "rds!db-1234", level: "read" } },
          { secretsmanager: { secret: `${secretArn}-??????`, level: "read" } },
          { ssm: { parameter: "arn:aws:ssm:eu-central-1::parameter/aws/service/ami/al2023", level: "read" } },
          { s3: { bucket: directory, level: "readWrite" } },
          { cloudwatch: { namespace: "Orders of the shop", level: "write" } },
        ],
      },
      says: [],
    },
  ]);
});
