import { allow } from "../../../../components/permissions/statement";
import { type AccessCase, testAccess } from "./accessCase";

const cases: AccessCase[] = [
  {
    name: "assumes one role",
    entry: { sts: { role: "service/orders-reader", level: "assume" } },
    gives: [allow(["sts:AssumeRole"], ["arn:aws:iam::111122223333:role/service/orders-reader"])],
  },
];

describe("access to sts", () => {
  testAccess(cases);
});
