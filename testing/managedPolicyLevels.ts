import { levelsOf } from "../iam/catalogue/accessLevels.ts";
import { statementRights } from "../iam/covers/statementCovers.ts";
import { statementsOf } from "../iam/document/readDocument.ts";
import { levelLetters } from "../iam/catalogue/managedPolicyLevels.ts";
import { serviceOf } from "../iam/patterns/scope.ts";
import { managedPoliciesWithVersions } from "./managedPolicies.ts";

/** Where the table lies, from the top of the repository. */
export const levelTableFile = "iam/managedPolicies/levelTable.ts";

/** What each AWS-managed policy allows by service: a line for each, by name. Those of service-linked roles fit no other role. */
export async function levelLines(): Promise<string[]> {
  const policies = [...(await managedPoliciesWithVersions())];
  return Promise.all(
    policies
      .filter(([, { path }]) => path !== "/aws-service-role/")
      .map(async ([name, { document }]) => [name, ...(await lettersOf(document))].join(" ")),
  );
}

/** `LR=ec2,s3 W=sqs`: services with the same letters stand together. */
async function lettersOf(document: object): Promise<string[]> {
  const byService = new Map<string, Set<string>>();
  for (const { effect, actions } of statementsOf(document, "").map(statementRights))
    for (const action of actions) {
      const service = serviceOf(action).toLowerCase();
      const letters = byService.get(service) ?? new Set();
      byService.set(service, letters);
      if (effect === "Deny") letters.add("!");
      else for (const level of await levelsOf(action)) letters.add(levelLetters[level]);
    }
  const byLetters = new Map<string, string[]>();
  for (const [service, letters] of [...byService].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const key = [...letters].sort().join("");
    byLetters.set(key, [...(byLetters.get(key) ?? []), service]);
  }
  return [...byLetters].map(([letters, services]) => `${letters}=${services.join(",")}`);
}

/** The file of the table. */
export function levelTableText(lines: readonly string[]): string {
  return [
    "/**",
    " * What every AWS-managed policy that a role can carry allows by service, as letters: L list, R read, T tagging, W write, P",
    " * permissions management, ? unknown to the catalogue, ! a Deny. Made from the documents by `npm run verdicts`; AWS publishes",
    " * them at https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
    " */",
    "export const levelTable = `",
    ...lines,
    "`;",
    "",
  ].join("\n");
}
