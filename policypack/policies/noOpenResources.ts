import { allowStatements } from "../stack/allowStatements.ts";
import { conditionKeys } from "../../iam/conditions/conditionKeys.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import { limitableActions } from "../../iam/catalogue/limitableActions.ts";
import { shownPatterns } from "../../iam/document/shownPatterns.ts";
import { openTarget } from "../../iam/patterns/starGrants.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";

/** Open resources of actions that take resources. Where a Condition limits the resource, it is as good as an ARN. */
async function* findOpenResources(resource: Resource): AsyncGenerator<Finding> {
  for (const statement of allowStatements(resource)) {
    const target = openTarget(statement);
    if (target === undefined || limitsResource(statement)) continue;
    const actions = await limitableActions(statement.actions);
    if (actions.length === 0) continue;
    yield {
      at: statement.at,
      got: `Allow ${shownPatterns(actions)} ${target}`,
      want: "the ARNs that the workload needs",
      fix: "list them, or limit the resources by a Condition",
    };
  }
}

/** Keys of a service speak of its resources and requests; the global ones mostly of who asks and how. */
function limitsResource(statement: PolicyStatement): boolean {
  return conditionKeys(statement).some(
    (key) => !key.startsWith("aws:") || /^aws:(?:resource|request)/.test(key),
  );
}

export const noOpenResources: PackPolicy = {
  name: "no-open-resources",
  description: "A grant should name its resources, where IAM lets its actions be limited to some.",
  enforcementLevel: "advisory",
  severity: "medium",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  remediationSteps: "Name the ARNs of the resources that the workload uses.",
  checkResource: findOpenResources,
};
