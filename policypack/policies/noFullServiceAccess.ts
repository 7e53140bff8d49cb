import { allowStatements } from "../support/documents/allowStatements";
import { isFullService } from "../support/documents/fullService";
import { shownPattern } from "../support/documents/shownPatterns";
import type { Finding } from "../support/finding";
import type { PackPolicy } from "../support/packPolicy";
import type { Resource } from "../support/resource";
import { UNKNOWN } from "../support/unknownValue";

function* findFullServices(resource: Resource): Generator<Finding> {
  for (const { at, statement } of allowStatements(resource)) {
    for (const action of statement.actions) {
      if (action === UNKNOWN || !isFullService(action)) continue;
      yield {
        at,
        got: `Allow ${shownPattern(action)}`,
        want: "the actions that the workload needs",
        fix: "list them one by one, or by level as s3:Get*",
      };
    }
  }
}

export const noFullServiceAccess: PackPolicy = {
  name: "no-full-service-access",
  description:
    "A grant should not hold every action of a service, which takes in deletion and those that AWS adds later.",
  enforcementLevel: "advisory",
  severity: "medium",
  url: "https://docs.aws.amazon.com/config/latest/developerguide/iam-policy-no-statements-with-full-access.html",
  remediationSteps: "List the actions that the workload uses.",
  checkResource: findFullServices,
};
