import type { StackFinding } from "../../iam/finding.ts";
import type { CheckContext, PackPolicy } from "../crossguard/packPolicy.ts";
import type { StackResource } from "../crossguard/resource.ts";
import { stackUrn } from "../stack/stackUrn.ts";

function* findUnusedExceptions(
  stack: readonly StackResource[],
  { exceptions }: CheckContext<object>,
): Generator<StackFinding> {
  const urn = stackUrn(stack);
  // `urn:pulumi:dev::orders::`: entries for other stacks and projects are used there.
  const prefix = urn.slice(0, urn.indexOf("pulumi:pulumi:Stack::"));
  for (const { policy, urn: resource, finding } of exceptions.unused(prefix)) {
    yield {
      urn,
      at: "",
      got: `an entry of exceptions.yaml that nothing needs: ${policy}, ${resource}, ${finding}`,
      want: "only entries that excuse a finding",
      fix: "remove the entry",
    };
  }
}

export const noUnusedExceptions: PackPolicy = {
  name: "no-unused-exceptions",
  displayName: "No unused exceptions",
  description:
    "An entry of exceptions.yaml that excuses nothing any more should go, before it excuses something else.",
  enforcementLevel: "advisory",
  severity: "low",
  tags: ["exceptions"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#remove-credentials",
  remediationSteps: "Remove the entry.",
  checkStack: findUnusedExceptions,
};
