import assert from "node:assert/strict";
import { noStarStarGrants } from "../../../policypack/policies/noStarStarGrants.ts";
import { noUnusedExceptions } from "../../../policypack/policies/noUnusedExceptions.ts";
import type { Exception } from "../../../policypack/exceptions/exception.ts";
import { Exceptions } from "../../../policypack/exceptions/exceptions.ts";
import { allow, documentOf } from "../cases.ts";
import { stackViolations, violations } from "../violations.ts";

const type = "aws:iam/policy:Policy";
const today = "2026-11-24";
const entry: Exception = {
  policy: "no-star-star-grants",
  urn: `urn:pulumi:test::test::${type}::subject`,
  finding: 'policy.Statement[0]: got Allow "*" on "*"',
  reason: "The one-time migration, OPS-123",
  expires: today,
};
const props = { policy: documentOf(allow("*", "*")) };
const message =
  'subject policy.Statement[0]: got Allow "*" on "*"; want the actions and the resources that the workload needs; list them one by one';

const judged = (...entries: Exception[]): Promise<string[]> =>
  violations(noStarStarGrants, type, props, { exceptions: new Exceptions(entries, [], today) });

describe("an exception", () => {
  it("excuses its finding up to its last day", async () => {
    assert.deepStrictEqual(await judged(entry), []);
  });

  it("no longer excuses after that day, and says so", async () => {
    assert.deepStrictEqual(await judged({ ...entry, expires: "2026-11-23" }), [
      `${message}; the exception for it (The one-time migration, OPS-123) ended on 2026-11-23`,
    ]);
  });

  const others: [name: string, entry: Exception][] = [
    ["of another policy", { ...entry, policy: "no-privilege-escalation" }],
    ["of another resource", { ...entry, urn: `${entry.urn}2` }],
    ["of another finding", { ...entry, finding: 'policy.Statement[1]: got Allow "*" on "*"' }],
    ["of a part of the finding", { ...entry, finding: "policy.Statement[0]" }],
    ["by a pattern", { ...entry, finding: "*" }],
  ];
  for (const [name, other] of others) {
    it(`does not excuse ${name}`, async () => {
      assert.deepStrictEqual(await judged(other), [message]);
    });
  }

  it("excuses one finding and leaves the next", async () => {
    const two = { policy: documentOf(allow("*", "*"), allow("*:*", "*")) };
    const exceptions = new Exceptions([entry], [], today);
    assert.deepStrictEqual(await violations(noStarStarGrants, type, two, { exceptions }), [
      message.replace("[0]", "[1]").replace('"*"', '"*:*"'),
    ]);
  });

  it("excuses a document with the role that it is attached to, too", async () => {
    const exceptions = new Exceptions([entry], [], today);
    const stack = [
      { type: "aws:iam/role:Role", name: "api", props: { name: "api" } },
      { type, name: "subject", props },
      {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        name: "a",
        props: { role: "api" },
        dependencies: { policyArn: [`${type}::subject`] },
      },
    ];
    assert.deepStrictEqual(await stackViolations(noStarStarGrants, stack), [message]);
    assert.deepStrictEqual(await stackViolations(noStarStarGrants, stack, { exceptions }), []);
  });

  it("is reported when nothing needs it, in its own stack only", async () => {
    const used = new Exceptions([entry, { ...entry, expires: "2026-01-01" }], [], today);
    await violations(noStarStarGrants, type, props, { exceptions: used });
    const unused = new Exceptions(
      [entry, { ...entry, urn: entry.urn.replace("test::test", "prod::test") }],
      [],
      today,
    );
    const stack = [{ type: "pulumi:pulumi:Stack", name: "test-test" }];
    assert.deepStrictEqual(await stackViolations(noUnusedExceptions, stack, { exceptions: used }), []);
    assert.deepStrictEqual(await stackViolations(noUnusedExceptions, stack, { exceptions: unused }), [
      `test-test: got an entry of exceptions.yaml that nothing needs: no-star-star-grants, ${entry.urn}, ${entry.finding}; want only entries that excuse a finding; remove the entry`,
    ]);
  });
});
