import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "read asks for prices, which have no ARN",
    entry: { pricing: { level: "read" } },
    gives: [allow(["pricing:DescribeServices", "pricing:GetAttributeValues", "pricing:GetProducts"], ["*"])],
  },
];

testAccess("pricing", cases);
