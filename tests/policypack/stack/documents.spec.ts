import assert from "node:assert/strict";
import type { ResourceValidationArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { crossGuardPolicies } from "../../../policypack/crossguard/adapter.ts";
import type { PackPolicy } from "../../../policypack/crossguard/packPolicy.ts";
import type { Resource } from "../../../policypack/crossguard/resource.ts";
import { noExceptions } from "../../../policypack/exceptions/exceptions.ts";
import { documentAt, readDocuments } from "../../../policypack/stack/documents.ts";
import { asSeenByPolicy } from "../violations.ts";

const grant = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" };
const document = { Version: "2012-10-17", Statement: [grant] };

const role = (policy: unknown): Resource => ({
  type: "aws:iam/role:Role",
  inputs: { assumeRolePolicy: policy, inlinePolicies: [{ policy }, { policy: { Statement: [] } }] },
});

const refuse = (message: string) => {
  throw new Error(message);
};

describe("the documents of a resource", () => {
  for (const [form, policy] of Object.entries({
    "as text": JSON.stringify(document),
    "as an object": document,
  })) {
    it(`are read once, each at its own place (${form})`, () => {
      const resource = role(policy);
      const [first, second] = readDocuments(resource);
      assert.deepStrictEqual([first?.document.statements.length, second?.document.statements.length], [1, 0]);
      assert.equal(readDocuments(resource)[0]?.document, first?.document);
      assert.equal(readDocuments({ ...resource })[0]?.document, first?.document);
      const trust = { at: "assumeRolePolicy", value: policy };
      assert.notEqual(documentAt(resource, trust), first?.document);
      assert.equal(documentAt(resource, trust), documentAt(resource, trust));
    });
  }

  it("are read again for other inputs", () => {
    const [first] = readDocuments(role(JSON.stringify(document)));
    const [second] = readDocuments(role(JSON.stringify(document)));
    assert.notEqual(second?.document, first?.document);
    assert.deepStrictEqual(second?.document, first?.document);
  });

  it("are read once for all policies of a pack, with the resource and with the stack", async () => {
    const seen: unknown[] = [];
    const note = (resource: Resource): [] => {
      seen.push(...readDocuments(resource).map((read) => read.document));
      return [];
    };
    const rule: PackPolicy = {
      name: "test-policy",
      displayName: "Test",
      description: "Notes what it is shown.",
      enforcementLevel: "mandatory",
      severity: "low",
      tags: [],
      url: "https://example.com",
      remediationSteps: "none",
      checkResource: note,
      checkStack: (stack) => stack.flatMap(note),
    };
    const made = crossGuardPolicies([rule, rule, rule], { stackConfig: {}, exceptions: noExceptions() });
    const args = () =>
      ({
        type: "aws:iam/policy:Policy",
        urn: "urn:pulumi:test::test::aws:iam/policy:Policy::subject",
        name: "subject",
        // Each policy is handed objects of its own.
        props: asSeenByPolicy({ policy: JSON.parse(JSON.stringify(document)) as object }),
        getConfig: () => ({}),
        dependencies: [],
        propertyDependencies: {},
      }) as unknown as ResourceValidationArgs;
    for (const { validateResource } of made as ResourceValidationPolicy[])
      if (typeof validateResource === "function") await validateResource(args(), refuse);
    for (const { validateStack } of made as StackValidationPolicy[])
      await validateStack({ ...args(), resources: [args()] } as never, refuse);
    assert.deepStrictEqual([seen.length, new Set(seen).size], [6, 1]);
  });
});
