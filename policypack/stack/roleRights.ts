import type { StackResource } from "../crossguard/resource.ts";
import { documentAt, readDocuments, type ResourceDocument } from "./documents.ts";
import { stringsIn, type StackIndex } from "./stackIndex.ts";

const roleType = "aws:iam/role:Role";
export const policyType = "aws:iam/policy:Policy";

/** A policy document that gives a role rights, where it is written. */
export interface RoleDocument extends ResourceDocument {
  readonly holder: StackResource;
}

/** All that gives one role its rights. */
export interface RoleRights {
  readonly role: StackResource;
  readonly inline: readonly RoleDocument[];
  /** Of managed policies that are resources of this stack, read ones included. */
  readonly managed: readonly RoleDocument[];
  /** Every managed policy that is attached, once: the URN of its resource, or its ARN. */
  readonly attached: ReadonlySet<string>;
}

/** Which properties name the role and the managed policies, in each type that attaches them. */
const attachments: readonly (readonly [type: string, role: string, policies: string])[] = [
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", "policyArn"],
  ["aws:iam/policyAttachment:PolicyAttachment", "roles", "policyArn"],
  ["aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "roleName", "policyArns"],
];

/** What every role of a stack may do, joined over inline, managed and attached documents. */
export function roleRights(index: StackIndex): RoleRights[] {
  const inlineOf = groupedByRole(index, [["aws:iam/rolePolicy:RolePolicy", "role", "policy"]]);
  const attachedTo = groupedByRole(index, attachments);
  return index.ofType(roleType).map((role) => {
    const inline = [
      ...inlinePolicies(role),
      ...(inlineOf.get(role) ?? []).map(({ holder }) => documentOf(holder)),
    ];
    const sources = [...(attachedTo.get(role) ?? []), { holder: role, property: "managedPolicyArns" }];
    const managed = new Map<StackResource, RoleDocument>();
    const attached = new Set<string>();
    for (const { holder, property } of sources) {
      const policies = index.referredTo(holder, property, policyType);
      for (const policy of policies) managed.set(policy, documentOf(policy));
      for (const arn of stringsIn(holder.inputs[property]))
        if (index.named(policyType, arn) === undefined) attached.add(arn);
    }
    for (const policy of managed.keys()) attached.add(policy.urn);
    return { role, inline, managed: [...managed.values()], attached };
  });
}

interface Source {
  readonly holder: StackResource;
  readonly property: string;
}

function groupedByRole(
  index: StackIndex,
  types: readonly (readonly [type: string, role: string, property: string])[],
): Map<StackResource, Source[]> {
  const grouped = new Map<StackResource, Source[]>();
  for (const [type, roleProperty, property] of types) {
    for (const holder of index.ofType(type)) {
      for (const role of index.referredTo(holder, roleProperty, roleType)) {
        grouped.set(role, [...(grouped.get(role) ?? []), { holder, property }]);
      }
    }
  }
  return grouped;
}

function documentOf(holder: StackResource): RoleDocument {
  const grant = { at: "policy", value: holder.inputs.policy };
  return { holder, ...grant, document: documentAt(holder, grant) };
}

function inlinePolicies(role: StackResource): RoleDocument[] {
  // What is unknown as a whole holds no document yet.
  if (!Array.isArray(role.inputs.inlinePolicies)) return [];
  return readDocuments(role).map((document) => ({ holder: role, ...document }));
}
