import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { userDataProperties } from "../quotas/quotas.ts";
import type { Resource } from "../crossguard/resource.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

function* findUnknownUserData({ type, inputs }: Resource): Generator<Finding> {
  for (const [property] of userDataProperties[type] ?? []) {
    if (inputs[property] !== UNKNOWN) continue;
    yield {
      at: property,
      got: "a value unknown at preview",
      want: "a literal that can be searched for access keys now",
      fix: "let the instance read what is not known yet from SSM Parameter Store or from its tags",
    };
  }
}

export const noUnknownUserData: PackPolicy = inEveryNotation({
  name: "no-unknown-user-data",
  displayName: "User data known at preview",
  description:
    "User data should be known at preview, so that a key in it cannot surface only when it is deployed.",
  enforcementLevel: "advisory",
  severity: "low",
  tags: ["ec2", "secrets", "preview"],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html",
  remediationSteps:
    "Build user data from plain strings; let the instance look up what depends on other resources.",
  types: Object.keys(userDataProperties),
  checkResource: findUnknownUserData,
});
