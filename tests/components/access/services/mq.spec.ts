import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "finds the endpoints of a broker",
    entry: { mq: { broker: "orders", level: "find" } },
    gives: [
      allow(["mq:ListBrokers"], ["*"]),
      allow(["mq:DescribeBroker"], [`arn:aws:mq:${place}:broker:orders:*`]),
    ],
  },
];

testAccess("mq", cases);
