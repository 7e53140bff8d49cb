import { policySize } from "../../iam/document/policySize.ts";
import type { Finding, StackFinding } from "../../iam/finding.ts";
import type { CheckContext, PackPolicy } from "../crossguard/packPolicy.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { inlineCharacters } from "../quotas/quotas.ts";
import {
  defaultQuotas,
  exceededQuotas,
  type RaisableQuotas,
  split,
  tooLong,
  tooManyPolicies,
} from "../quotas/resourceQuotas.ts";
import type { Resource, StackResource } from "../crossguard/resource.ts";
import { roleRights } from "../stack/roleRights.ts";
import { StackIndex } from "../stack/stackIndex.ts";

type Context = CheckContext<RaisableQuotas>;

function exceededByResource(resource: Resource, { config }: Context): Iterable<Finding> {
  return exceededQuotas(resource, { ...defaultQuotas, ...config });
}

/** What the documents and attachments of a role exceed together. */
function* exceededByRoles(stack: readonly StackResource[], { config }: Context): Generator<StackFinding> {
  const quotas = { ...defaultQuotas, ...config };
  const most = inlineCharacters["aws:iam/rolePolicy:RolePolicy"] ?? Infinity;
  for (const { role, inline, attached } of roleRights(new StackIndex(stack))) {
    const sizes = inline.map(({ value }) => policySize(value) ?? 0);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    // One document that is too long by itself is reported where it is written.
    if (total > most && sizes.every((size) => size <= most)) {
      yield { urn: role.urn, ...tooLong("inline policies", total, most, split) };
    }
    // So is a list in the role that is too long by itself.
    const listed = role.inputs.managedPolicyArns;
    if (Array.isArray(listed) && listed.length > quotas.managedPoliciesPerRole) continue;
    for (const finding of tooManyPolicies("attached policies", attached.size, quotas)) {
      yield { urn: role.urn, ...finding };
    }
  }
}

export const withinIamQuotas: PackPolicy<RaisableQuotas> = inEveryNotation({
  name: "within-iam-quotas",
  displayName: "Within the quotas of IAM and EC2",
  description:
    "Names, documents, user data and attachments must be within what IAM and EC2 take, which else fails half-way through an update.",
  enforcementLevel: "mandatory",
  severity: "medium",
  tags: ["iam", "ec2", "quotas"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  remediationSteps: "Shorten or split what the message names, or have the quota raised and set it here.",
  configSchema: {
    properties: {
      managedPoliciesPerRole: {
        type: "integer",
        minimum: 1,
        maximum: 25,
        default: defaultQuotas.managedPoliciesPerRole,
        description: "How many managed policies may be attached to a role, as the account's quota is.",
      },
      trustPolicyCharacters: {
        type: "integer",
        minimum: 1,
        maximum: 8192,
        default: defaultQuotas.trustPolicyCharacters,
        description: "How many characters a trust policy may have, as the account's quota is.",
      },
    },
  },
  checkResource: exceededByResource,
  checkStack: exceededByRoles,
});
