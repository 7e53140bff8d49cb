import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "joins the domain of one directory",
    entry: { ds: { directory: "d-1234567890", level: "join" } },
    gives: [
      allow(["ds:CreateComputer"], [`arn:aws:ds:${place}:directory/d-1234567890`]),
      allow(["ds:DescribeDirectories"], ["*"]),
    ],
  },
];

testAccess("ds", cases);
