import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policypack/policies/index.ts";

const root = path.resolve(import.meta.dirname, "../..");

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

describe("the policy pack", () => {
  it("holds exactly these policies, in this order and at these levels", () => {
    assert.deepStrictEqual(
      policies.map(({ name, enforcementLevel }) => [name, enforcementLevel]),
      [
        ["no-inline-access-keys", "mandatory"],
        ["no-star-star-grants", "mandatory"],
        ["no-privilege-escalation", "mandatory"],
        ["require-imdsv2", "mandatory"],
        ["require-ec2-only-trust", "mandatory"],
        ["require-oidc-subject", "mandatory"],
        ["one-role-per-workload", "mandatory"],
        ["require-permissions-boundary", "mandatory"],
        ["within-iam-quotas", "mandatory"],
        ["valid-exceptions", "mandatory"],
        ["no-full-service-access", "advisory"],
        ["no-open-resources", "advisory"],
        ["no-open-actions", "advisory"],
        ["no-full-access-managed-policies", "advisory"],
        ["no-unknown-documents", "advisory"],
        ["no-unjudged-documents", "advisory"],
        ["no-risky-grants", "advisory"],
        ["no-ineffective-grants", "advisory"],
        ["no-unknown-user-data", "advisory"],
        ["no-unsearchable-text", "advisory"],
        ["no-unused-exceptions", "advisory"],
      ],
    );
  });

  it("names the control of a framework where one wants just that", () => {
    const controls = policies.flatMap(({ name, framework }) => (framework ? [[name, framework]] : []));
    const cis = { name: "CIS AWS Foundations Benchmark", version: "7.0.0" };
    assert.deepStrictEqual(controls, [
      [
        "no-inline-access-keys",
        {
          ...cis,
          reference: "2.16",
          specification: "Access from instances goes by instance roles, not by keys.",
        },
      ],
      [
        "no-star-star-grants",
        {
          ...cis,
          reference: "2.14",
          specification: "No policy that allows every action on every resource is attached.",
        },
      ],
      [
        "require-imdsv2",
        { ...cis, reference: "6.7", specification: "The metadata service of EC2 takes IMDSv2 alone." },
      ],
    ]);
  });

  it("gives every policy a name of its own to show", () => {
    const shown = policies.map(({ displayName }) => displayName);
    assert.deepStrictEqual([...new Set(shown)], shown);
  });

  for (const policy of policies) {
    const { name, displayName, description, severity, tags, url, remediationSteps, configSchema } = policy;
    it(`keeps ${name} in a file of its name, with a spec beside it`, () => {
      assert.ok(existsSync(path.join(root, "policypack/policies", `${camelCase(name)}.ts`)));
      assert.ok(existsSync(path.join(root, "tests/policypack/policies", `${camelCase(name)}.spec.ts`)));
    });

    it(`says what ${name} is about and how to fix a violation`, () => {
      assert.match(description, /^[A-Z].*\.$/);
      assert.match(remediationSteps, /^[A-Z].*\.$/);
      assert.match(url, /^https:\/\/docs\.aws\.amazon\.com\//);
      assert.notEqual(severity, undefined);
      assert.match(displayName, /^[A-Z][^.]*$/);
      assert.ok(tags.length > 0);
      for (const tag of tags) assert.match(tag, /^[a-z][a-z0-9-]*$/);
    });

    it(`gives every option of ${name} a default and requires none`, () => {
      for (const option of Object.values(configSchema?.properties ?? {}))
        assert.notEqual(option.default, undefined);
      assert.deepStrictEqual(configSchema?.required ?? [], []);
    });
  }
});
