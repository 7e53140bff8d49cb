import { escalationsIn } from "../../iam/catalogue/escalation.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { attachedThatBreak } from "../stack/attachedVerdicts.ts";
import { readDocuments } from "../stack/documents.ts";

function* findRiskyGrants(resource: Resource): Generator<Finding> {
  for (const { at, arn } of attachedThatBreak(resource, "risky")) {
    yield {
      at,
      got: JSON.stringify(arn),
      want: "a policy that names what may be changed",
      fix: "attach a policy that lists the actions and the resources",
    };
  }
  for (const { document } of readDocuments(resource)) yield* escalationsIn(document, "advisory");
}

export const noRiskyGrants: PackPolicy = inEveryNotation({
  name: "no-risky-grants",
  displayName: "No risky grants",
  description:
    "What leads to the rights of other roles, and is yet held openly by many programs, should name its targets: user data of any instance, versions of any launch template, access to any cluster.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "least-privilege", "privilege-escalation"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediationSteps: "Name the targets by their ARNs, or limit them by a tag in a Condition.",
  checkResource: findRiskyGrants,
});
