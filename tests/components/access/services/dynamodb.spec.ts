import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

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
];

testAccess("dynamodb", cases);
