import { allowStatements } from "../stack/allowStatements.ts";
import { isFullService } from "../../iam/patterns/fullService.ts";
import { shownPattern } from "../../iam/document/shownPatterns.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

function* findFullServices(resource: Resource): Generator<Finding> {
  for (const statement of allowStatements(resource)) {
    for (const action of statement.actions) {
      if (action === UNKNOWN || !isFullService(action)) continue;
      yield {
        at: statement.at,
        got: `Allow ${shownPattern(action)}`,
        want: "the actions that the workload needs",
        fix: "list them one by one, or by level as s3:Get*",
      };
    }
  }
}

export const noFullServiceAccess: PackPolicy = inEveryNotation({
  name: "no-full-service-access",
  displayName: "No grants of whole services",
  description:
    "A grant should not hold every action of a service, which takes in deletion and those that AWS adds later.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "least-privilege"],
  url: "https://docs.aws.amazon.com/config/latest/developerguide/iam-policy-no-statements-with-full-access.html",
  remediationSteps: "List the actions that the workload uses.",
  checkResource: findFullServices,
});
