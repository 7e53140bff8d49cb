import { allowStatements } from "../stack/allowStatements.ts";
import { isOpenAction } from "../../iam/patterns/openPatterns.ts";
import { shownPattern, shownPatterns } from "../../iam/document/shownPatterns.ts";
import { openTarget } from "../../iam/patterns/starGrants.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

/** Open actions on resources that are not: every action on everything is the business of `no-star-star-grants`. */
function* findOpenActions(resource: Resource): Generator<Finding> {
  for (const statement of allowStatements(resource)) {
    if (openTarget(statement) !== undefined) continue;
    const { at, actions, notActions, resources } = statement;
    const on = `on ${shownPatterns(resources)}`;
    const open = actions.filter((action) => action !== UNKNOWN && isOpenAction(action));
    const grants = open.map((action) => `Allow ${shownPattern(action)} ${on}`);
    if (notActions.length > 0) grants.push(`Allow NotAction ${shownPatterns(notActions)} ${on}`);
    for (const got of grants) {
      yield {
        at,
        got,
        want: "the actions that the workload needs there",
        fix: "list them one by one",
      };
    }
  }
}

export const noOpenActions: PackPolicy = inEveryNotation({
  name: "no-open-actions",
  displayName: "No open actions",
  description: "A grant should name its actions, also where its resources are limited.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "least-privilege"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
  remediationSteps: "List the actions that the workload uses on those resources.",
  checkResource: findOpenActions,
});
