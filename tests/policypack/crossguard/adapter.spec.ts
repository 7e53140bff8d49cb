import assert from "node:assert/strict";
import { Exceptions, noExceptions } from "../../../policypack/exceptions/exceptions.ts";
import type { PackPolicy } from "../../../policypack/crossguard/packPolicy.ts";
import { crossGuardPolicies } from "../../../policypack/crossguard/adapter.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { sampleId, sampleSecret } from "../../../testing/sampleKeys.ts";
import { stackViolations, unknownText, violations } from "../violations.ts";

const metadata = {
  name: "test-policy",
  displayName: "Test policy",
  description: "A policy of this test.",
  enforcementLevel: "mandatory",
  severity: "low",
  tags: [] as string[],
  url: "https://docs.aws.amazon.com/",
  remediationSteps: "Do it.",
} as const;

const finding = (at: string, got: string) => ({ at, got, want: "something else", fix: "change it" });

/** Reports every property with its value. */
const everything: PackPolicy = {
  ...metadata,
  *checkResource({ inputs }) {
    for (const [at, value] of Object.entries(inputs))
      yield finding(at, value === UNKNOWN ? "unknown" : String(value));
  },
};

describe("the adapter to CrossGuard", () => {
  it("shows the resource, the place, what it got, what it wants and the change to make", async () => {
    assert.deepStrictEqual(await violations(everything, "acme:index:Thing", { size: 3 }), [
      "subject size: got 3; want something else; change it",
    ]);
  });

  it("hands out the other properties where one is unknown", async () => {
    assert.deepStrictEqual(await violations(everything, "acme:index:Thing", { a: 1, b: unknownText, c: 2 }), [
      "subject a: got 1; want something else; change it",
      "subject b: got unknown; want something else; change it",
      "subject c: got 2; want something else; change it",
    ]);
  });

  it("leaves out the place where a finding is about the whole resource", async () => {
    const whole: PackPolicy = { ...metadata, checkResource: () => [finding("", "nothing good")] };
    assert.deepStrictEqual(await violations(whole, "acme:index:Thing", {}), [
      "subject: got nothing good; want something else; change it",
    ]);
  });

  it("cuts every key out of a message, whatever part of the resource it repeats", async () => {
    const id = sampleId("AKIA");
    const inputs = {
      [id]: `user ${id}`,
      s: `aws_secret_access_key=${sampleSecret}`,
      b: btoa(`key ${id} here`),
    };
    assert.deepStrictEqual(await violations(everything, "acme:index:Thing", inputs), [
      "subject AKIA…: got user AKIA…; want something else; change it",
      "subject s: got aws_secret_access_key=…; want something else; change it",
      "subject b: got AKIA…; want something else; change it",
    ]);
  });

  it("asks a check with types for those alone", async () => {
    const typed: PackPolicy = { ...everything, types: ["acme:index:Thing"] };
    assert.deepStrictEqual(await violations(typed, "acme:index:Other", { a: 1 }), []);
    assert.equal((await violations(typed, "acme:index:Thing", { a: 1 })).length, 1);
  });

  it("hands out the settings of the policy and the configuration of the stack", async () => {
    const asking: PackPolicy<{ most: number }> = {
      ...metadata,
      checkResource: (_, { config, stackConfig }) => [
        finding("config", JSON.stringify([config, stackConfig])),
      ],
    };
    assert.deepStrictEqual(
      await violations(
        asking,
        "acme:index:Thing",
        {},
        { config: { most: 2 }, stackConfig: { "aws:region": "eu" } },
      ),
      ['subject config: got [{"most":2},{"aws:region":"eu"}]; want something else; change it'],
    );
  });

  it("gives a check of the stack the tree and what each property depends on", async () => {
    const asking: PackPolicy = {
      ...metadata,
      *checkStack(stack) {
        for (const { urn, name, parent, dependencies, inputs } of stack) {
          yield { urn, ...finding("all", JSON.stringify({ name, parent, dependencies, inputs })) };
        }
      },
    };
    const stack = [
      { type: "acme:index:Part", name: "a", props: { size: 1 } },
      {
        type: "acme:index:Part",
        name: "b",
        props: { of: "a" },
        parent: "acme:index:Part::a",
        dependencies: { of: ["acme:index:Part::a"] },
      },
    ];
    const urn = "urn:pulumi:test::test::acme:index:Part::a";
    assert.deepStrictEqual(await stackViolations(asking, stack), [
      'a all: got {"name":"a","dependencies":{},"inputs":{"size":1}}; want something else; change it',
      `b all: got {"name":"b","parent":"${urn}","dependencies":{"of":["${urn}"]},"inputs":{"of":"a"}}; want something else; change it`,
    ]);
  });

  it("offers the exception that would let a finding pass, but of what only advises", async () => {
    const messages = (enforcementLevel: "mandatory" | "advisory") => {
      const context = { stackConfig: {}, exceptions: new Exceptions([], [], "2026-12-31") };
      const [made] = crossGuardPolicies([{ ...everything, enforcementLevel }], context);
      const { validateResource } = made as {
        validateResource: (args: object, report: object) => Promise<void>;
      };
      const said: string[] = [];
      const urn = "urn:pulumi:test::test::acme:index:Thing::subject";
      const args = { type: "acme:index:Thing", urn, props: { name: "it's" }, getConfig: () => ({}) };
      return validateResource(args, (message: string) => said.push(message)).then(() => said);
    };
    const message = "subject name: got it's; want something else; change it";
    assert.deepStrictEqual(
      [await messages("advisory"), await messages("mandatory")],
      [
        [message],
        [
          `${message}
To let it pass for a time, add this to exceptions.yaml of the pack and say why:
- policy: test-policy
  urn: urn:pulumi:test::test::acme:index:Thing::subject
  finding: 'name: got it''s'
  reason: '' # why this may pass, in at least 20 characters
  expires: 2027-01-30
`,
        ],
      ],
    );
  });

  it("reports a finding of a resource once, though the stack has it too", async () => {
    const both: PackPolicy = {
      ...everything,
      *checkStack(stack) {
        for (const { urn } of stack) {
          yield { urn, ...finding("size", "3") };
          yield { urn, ...finding("size", "4") };
        }
      },
    };
    const [made] = crossGuardPolicies([both], { stackConfig: {}, exceptions: noExceptions() });
    assert.deepStrictEqual(
      [
        typeof (made as { validateResource: unknown }).validateResource,
        typeof (made as { validateStack: unknown }).validateStack,
      ],
      ["function", "function"],
    );
    assert.deepStrictEqual(await violations(both, "acme:index:Thing", { size: 3 }, { thenStack: true }), [
      "subject size: got 3; want something else; change it",
      "subject size: got 4; want something else; change it",
    ]);
  });

  it("names the reason and the day of an exception that has ended", async () => {
    const exceptions = new Exceptions(
      [
        {
          policy: "test-policy",
          urn: "urn:pulumi:test::test::acme:index:Thing::subject",
          finding: "size: got 3",
          reason: "Until the move is done",
          expires: "2026-01-31",
        },
      ],
      [],
      "2026-02-01",
    );
    assert.deepStrictEqual(await violations(everything, "acme:index:Thing", { size: 3 }, { exceptions }), [
      "subject size: got 3; want something else; change it; the exception for it (Until the move is done) ended on 2026-01-31",
    ]);
  });
});
