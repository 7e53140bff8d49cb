import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const leading = {
  "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["a", "b"] },
  Null: { "dynamodb:LeadingKeys": ["false"] },
};

const cases: AccessCase[] = [
  {
    name: "read reaches the indexes with Query and Scan only",
    entry: { dynamodb: { table: "orders", level: "read" } },
    gives: [
      allow(
        [
          "dynamodb:DescribeTable",
          "dynamodb:GetItem",
          "dynamodb:BatchGetItem",
          "dynamodb:ConditionCheckItem",
        ],
        [`arn:aws:dynamodb:${place}:table/orders`],
      ),
      allow(
        ["dynamodb:Query", "dynamodb:Scan"],
        [`arn:aws:dynamodb:${place}:table/orders`, `arn:aws:dynamodb:${place}:table/orders/index/*`],
      ),
    ],
  },
  {
    name: "write changes items of the table",
    entry: { dynamodb: { table: "orders", level: "write" } },
    gives: [
      allow(
        [
          "dynamodb:DescribeTable",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:BatchWriteItem",
        ],
        [`arn:aws:dynamodb:${place}:table/orders`],
      ),
    ],
  },
  {
    name: "readWrite on a table of another account keeps its ARN",
    entry: {
      dynamodb: { table: "arn:aws:dynamodb:eu-west-1:444455556666:table/orders", level: "readWrite" },
    },
    gives: [
      allow(
        [
          ...[
            "dynamodb:DescribeTable",
            "dynamodb:GetItem",
            "dynamodb:BatchGetItem",
            "dynamodb:ConditionCheckItem",
          ],
          ...["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"],
        ],
        ["arn:aws:dynamodb:eu-west-1:444455556666:table/orders"],
      ),
      allow(
        ["dynamodb:Query", "dynamodb:Scan"],
        [
          "arn:aws:dynamodb:eu-west-1:444455556666:table/orders",
          "arn:aws:dynamodb:eu-west-1:444455556666:table/orders/index/*",
        ],
      ),
    ],
  },
  {
    name: "read of one index leaves the table alone",
    entry: { dynamodb: { table: "orders", index: "by-customer", level: "read" } },
    gives: [
      allow(["dynamodb:DescribeTable"], [`arn:aws:dynamodb:${place}:table/orders`]),
      allow(
        ["dynamodb:Query", "dynamodb:Scan"],
        [`arn:aws:dynamodb:${place}:table/orders/index/by-customer`],
      ),
    ],
  },
  {
    name: "readWrite of leading keys reaches no other items, and does not scan",
    entry: { dynamodb: { table: "orders", leadingKeys: ["a", "b"], level: "readWrite" } },
    gives: [
      allow(["dynamodb:DescribeTable"], [`arn:aws:dynamodb:${place}:table/orders`]),
      allow(
        [
          ...["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:PutItem"],
          ...["dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"],
        ],
        [`arn:aws:dynamodb:${place}:table/orders`],
        leading,
      ),
      allow(
        ["dynamodb:Query"],
        [`arn:aws:dynamodb:${place}:table/orders`, `arn:aws:dynamodb:${place}:table/orders/index/*`],
        leading,
      ),
    ],
  },
  {
    name: "partiqlRead selects from the table and its indexes",
    entry: { dynamodb: { table: "orders", level: "partiqlRead" } },
    gives: [
      allow(
        ["dynamodb:PartiQLSelect"],
        [`arn:aws:dynamodb:${place}:table/orders`, `arn:aws:dynamodb:${place}:table/orders/index/*`],
      ),
    ],
  },
  {
    name: "partiqlWrite changes items by statements",
    entry: { dynamodb: { table: "orders", level: "partiqlWrite" } },
    gives: [
      allow(
        ["dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"],
        [`arn:aws:dynamodb:${place}:table/orders`],
      ),
    ],
  },
  {
    name: "stream reads the changes of a table that an own key encrypts",
    entry: { dynamodb: { table: "orders", key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "stream" } },
    gives: [
      allow(["dynamodb:DescribeTable"], [`arn:aws:dynamodb:${place}:table/orders`]),
      allow(
        ["dynamodb:DescribeStream", "dynamodb:GetShardIterator", "dynamodb:GetRecords"],
        [`arn:aws:dynamodb:${place}:table/orders/stream/*`],
      ),
      allow(["kms:Decrypt"], [`arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`], {
        StringEquals: { "kms:ViaService": ["dynamodb.eu-central-1.amazonaws.com"] },
      }),
    ],
  },
  {
    name: "createTable makes the table, and waits for it",
    entry: { dynamodb: { table: "orders-consumer", level: "createTable" } },
    gives: [
      allow(
        ["dynamodb:DescribeTable", "dynamodb:CreateTable"],
        [`arn:aws:dynamodb:${place}:table/orders-consumer`],
      ),
    ],
  },
  {
    name: "updateTable changes its throughput and indexes",
    entry: { dynamodb: { table: "orders-consumer", level: "updateTable" } },
    gives: [
      allow(
        ["dynamodb:DescribeTable", "dynamodb:UpdateTable"],
        [`arn:aws:dynamodb:${place}:table/orders-consumer`],
      ),
    ],
  },
];

testAccess("dynamodb", cases);
