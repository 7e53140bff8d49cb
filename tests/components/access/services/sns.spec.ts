import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "publishes",
    entry: { sns: { topic: "orders", level: "publish" } },
    gives: [allow(["sns:Publish"], [`arn:aws:sns:${place}:orders`])],
  },
];

testAccess("sns", cases);
