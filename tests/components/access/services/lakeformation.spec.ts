import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "gets the data that Lake Formation permits",
    entry: { lakeformation: { level: "getData" } },
    gives: [allow(["lakeformation:GetDataAccess"], ["*"])],
  },
];

testAccess("lakeformation", cases);
