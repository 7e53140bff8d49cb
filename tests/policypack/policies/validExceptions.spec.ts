import { validExceptions } from "../../../policypack/policies/validExceptions.ts";
import { Exceptions, noExceptions } from "../../../policypack/exceptions/exceptions.ts";
import { itJudgesStacks } from "../cases.ts";

const stack = [
  { type: "pulumi:pulumi:Stack", name: "shop-dev" },
  { type: "aws:iam/role:Role", name: "api" },
];

describe("valid-exceptions", () => {
  itJudgesStacks(validExceptions, [
    { name: "passes a file without problems", stack, exceptions: noExceptions(), reports: [] },
    {
      name: "denies every entry that excuses nothing",
      stack,
      exceptions: new Exceptions([], ["[0].reason: want why", "[2]: want all"], "2026-11-24"),
      reports: ["[0].reason: want why", "[2]: want all"].map(
        (problem) =>
          `shop-dev: got an entry of exceptions.yaml that excuses nothing: ${problem}; want policy, urn, finding, reason and expires; correct the entry or remove it`,
      ),
    },
  ]);
});
