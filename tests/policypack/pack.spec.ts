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

  for (const { name, description, severity, url, remediationSteps, configSchema } of policies) {
    it(`keeps ${name} in a file of its name, with a spec beside it`, () => {
      assert.ok(existsSync(path.join(root, "policypack/policies", `${camelCase(name)}.ts`)));
      assert.ok(existsSync(path.join(root, "tests/policypack/policies", `${camelCase(name)}.spec.ts`)));
    });

    it(`says what ${name} is about and how to fix a violation`, () => {
      assert.match(description, /^[A-Z].*\.$/);
      assert.match(remediationSteps, /^[A-Z].*\.$/);
      assert.match(url, /^https:\/\/docs\.aws\.amazon\.com\//);
      assert.notEqual(severity, undefined);
    });

    it(`gives every option of ${name} a default and requires none`, () => {
      for (const option of Object.values(configSchema?.properties ?? {}))
        assert.notEqual(option.default, undefined);
      assert.deepStrictEqual(configSchema?.required ?? [], []);
    });
  }
});
