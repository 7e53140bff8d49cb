import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "assumes one role",
    entry: { sts: { role: "service/orders-reader", level: "assume" } },
    gives: [allow(["sts:AssumeRole"], ["arn:aws:iam::111122223333:role/service/orders-reader"])],
  },
];

testAccess("sts", cases);
