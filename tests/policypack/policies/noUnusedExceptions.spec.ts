import { noUnusedExceptions } from "../../../policypack/policies/noUnusedExceptions.ts";
import type { Exception } from "../../../policypack/exceptions/exception.ts";
import { Exceptions } from "../../../policypack/exceptions/exceptions.ts";
import { itJudgesStacks } from "../cases.ts";

const entry = (urn: string): Exception => ({
  policy: "require-imdsv2",
  urn,
  finding: "metadataOptions.httpTokens: got nothing",
  reason: "A reason that is long enough",
  expires: "2027-12-31",
});
const here = "urn:pulumi:test::test::aws:ec2/instance:Instance::legacy";
const elsewhere = "urn:pulumi:prod::test::aws:ec2/instance:Instance::legacy";
const stack = [{ type: "pulumi:pulumi:Stack", name: "test-test" }];

describe("no-unused-exceptions", () => {
  itJudgesStacks(noUnusedExceptions, [
    {
      name: "reports an entry that nothing of this stack needs",
      stack,
      exceptions: new Exceptions([entry(here)], [], "2026-11-24"),
      reports: [
        `test-test: got an entry of exceptions.yaml that nothing needs: require-imdsv2, ${here}, metadataOptions.httpTokens: got nothing; want only entries that excuse a finding; remove the entry`,
      ],
    },
    {
      name: "passes entries for other stacks",
      stack,
      exceptions: new Exceptions([entry(elsewhere)], [], "2026-11-24"),
      reports: [],
    },
  ]);
});
