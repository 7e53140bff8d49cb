import type { StackFinding } from "../../iam/finding.ts";
import type { CheckContext, PackPolicy } from "../crossguard/packPolicy.ts";
import type { StackResource } from "../crossguard/resource.ts";
import { stackUrn } from "../stack/stackUrn.ts";

function* findInvalidExceptions(
  stack: readonly StackResource[],
  { exceptions }: CheckContext<object>,
): Generator<StackFinding> {
  for (const problem of exceptions.problems) {
    yield {
      urn: stackUrn(stack),
      at: "",
      got: `an entry of exceptions.yaml that excuses nothing: ${problem}`,
      want: "policy, urn, finding, reason and expires",
      fix: "correct the entry or remove it",
    };
  }
}

export const validExceptions: PackPolicy = {
  name: "valid-exceptions",
  displayName: "Exceptions are valid",
  description: "Every entry of exceptions.yaml names one finding, says why it may pass, and ends on a day.",
  enforcementLevel: "mandatory",
  severity: "medium",
  tags: ["exceptions"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediationSteps: "Correct the entry, or remove it.",
  checkStack: findInvalidExceptions,
};
