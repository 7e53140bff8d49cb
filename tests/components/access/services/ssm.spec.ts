import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "read of one parameter asks for no subtree",
    entry: { ssm: { parameter: "/orders/limit", level: "read" } },
    gives: [
      allow(["ssm:GetParameter", "ssm:GetParameters"], [`arn:aws:ssm:${place}:parameter/orders/limit`]),
    ],
  },
  {
    name: "read of a subtree reads it by path too",
    entry: { ssm: { parameter: "/orders/*", level: "read" } },
    gives: [
      allow(["ssm:GetParameter", "ssm:GetParameters"], [`arn:aws:ssm:${place}:parameter/orders/*`]),
      allow(
        ["ssm:GetParametersByPath"],
        [`arn:aws:ssm:${place}:parameter/orders`, `arn:aws:ssm:${place}:parameter/orders/*`],
      ),
    ],
  },
  {
    name: "write puts a parameter, also one without a leading slash",
    entry: { ssm: { parameter: "limit", level: "write" } },
    gives: [allow(["ssm:PutParameter"], [`arn:aws:ssm:${place}:parameter/limit`])],
  },
  {
    name: "readWrite is both",
    entry: { ssm: { parameter: "limit", level: "readWrite" } },
    gives: [
      allow(
        ["ssm:GetParameter", "ssm:GetParameters", "ssm:PutParameter"],
        [`arn:aws:ssm:${place}:parameter/limit`],
      ),
    ],
  },
  {
    name: "read of a public parameter of AWS, which has no account",
    entry: { ssm: { parameter: "/aws/service/ami-amazon-linux-latest/al2023", level: "read" } },
    gives: [
      allow(
        ["ssm:GetParameter", "ssm:GetParameters"],
        ["arn:aws:ssm:eu-central-1::parameter/aws/service/ami-amazon-linux-latest/al2023"],
      ),
    ],
  },
  {
    name: "readWrite of an encrypted parameter and a subtree",
    entry: {
      ssm: {
        parameter: ["/orders/*", "limit"],
        key: "1234abcd-12ab-34cd-56ef-1234567890ab",
        level: "readWrite",
      },
    },
    gives: [
      allow(
        ["ssm:GetParameter", "ssm:GetParameters", "ssm:PutParameter"],
        [`arn:aws:ssm:${place}:parameter/orders/*`, `arn:aws:ssm:${place}:parameter/limit`],
      ),
      allow(
        ["ssm:GetParametersByPath"],
        [`arn:aws:ssm:${place}:parameter/orders`, `arn:aws:ssm:${place}:parameter/orders/*`],
      ),
      allow(
        ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
        [`arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`],
        {
          StringEquals: { "kms:ViaService": ["ssm.eu-central-1.amazonaws.com"] },
        },
      ),
    ],
  },
  {
    name: "delete takes away a parameter and a subtree, and reads nothing",
    entry: { ssm: { parameter: ["/orders/tokens/*", "limit"], level: "delete" } },
    gives: [
      allow(
        ["ssm:DeleteParameter", "ssm:DeleteParameters"],
        [`arn:aws:ssm:${place}:parameter/orders/tokens/*`, `arn:aws:ssm:${place}:parameter/limit`],
      ),
    ],
  },
];

testAccess("ssm", cases);
