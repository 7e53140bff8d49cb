import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "opens the API of a collection",
    entry: { aoss: { collection: "abcdefghij1234567890", level: "connect" } },
    gives: [allow(["aoss:APIAccessAll"], [`arn:aws:aoss:${place}:collection/abcdefghij1234567890`])],
  },
];

testAccess("aoss", cases);
