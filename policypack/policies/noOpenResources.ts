import { allowStatements } from "../stack/allowStatements.ts";
import { limitableActions } from "../../iam/catalogue/limitableActions.ts";
import { withOpenResources } from "../../iam/catalogue/resourceKeys.ts";
import { shownPatterns } from "../../iam/document/shownPatterns.ts";
import { openTarget } from "../../iam/patterns/starGrants.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";

/** Open resources of actions that take resources. Where a Condition limits the resource, it is as good as an ARN. */
async function* findOpenResources(resource: Resource): AsyncGenerator<Finding> {
  for (const statement of allowStatements(resource)) {
    const { at, conditions } = statement;
    const target = openTarget(statement);
    if (target === undefined) continue;
    const limitable = await limitableActions(statement.actions);
    const actions = conditions.length === 0 ? limitable : await withOpenResources(conditions, limitable);
    if (actions.length === 0) continue;
    yield {
      at,
      got: `Allow ${shownPatterns(actions)} ${target}`,
      want: "the ARNs that the workload needs",
      fix: "list them, or limit the resources by a Condition",
    };
  }
}

export const noOpenResources: PackPolicy = inEveryNotation({
  name: "no-open-resources",
  displayName: "No open resources",
  description: "A grant should name its resources, where IAM lets its actions be limited to some.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "least-privilege"],
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  remediationSteps: "Name the ARNs of the resources that the workload uses.",
  checkResource: findOpenResources,
});
