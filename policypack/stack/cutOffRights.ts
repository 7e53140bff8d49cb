import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import { type Boundary, cutOff } from "../../iam/effect/cutOff.ts";
import type { Ineffective } from "../../iam/effect/ineffective.ts";
import type { StackResource } from "../crossguard/resource.ts";
import { documentAt } from "./documents.ts";
import { isNamedBy } from "./boundaries.ts";
import { policyType, roleRights, type RoleDocument } from "./roleRights.ts";
import { StackIndex } from "./stackIndex.ts";

/** A right that no role gets by the document that it stands in. */
export interface CutOffRight {
  readonly urn: string;
  readonly statement: PolicyStatement;
  readonly ineffective: Ineffective;
}

/** A document, and the boundary of each role that has it. */
interface Attached {
  readonly document: RoleDocument;
  readonly boundaries: (Boundary | undefined)[];
}

/** The rights of a stack's roles that their permissions boundaries, which are in the stack too, cut off for every one of them. */
export async function* cutOffRights(stack: readonly StackResource[]): AsyncGenerator<CutOffRight> {
  const index = new StackIndex(stack);
  const documents = new Map<string, Attached>();
  for (const { role, inline, managed } of roleRights(index)) {
    const boundary = boundaryOf(role, index);
    for (const document of [...inline, ...managed]) {
      const key = `${document.holder.urn} ${document.at}`;
      const attached = documents.get(key) ?? { document, boundaries: [] };
      attached.boundaries.push(boundary);
      documents.set(key, attached);
    }
  }
  for (const { document, boundaries } of documents.values()) {
    const known = boundaries.filter((boundary) => boundary !== undefined);
    if (known.length < boundaries.length) continue;
    for (const statement of document.document.statements) {
      if (statement.effect === "Deny") continue;
      for await (const ineffective of cutOff(statement, known))
        yield { urn: document.holder.urn, statement, ineffective };
    }
  }
}

/** What the stack's policy that is a role's boundary says; undefined where it has none, one of another stack, or one that is not known yet. */
function boundaryOf(role: StackResource, index: StackIndex): Boundary | undefined {
  const [boundary] = [
    ...index.referredTo(role, "permissionsBoundary", policyType),
    ...index.ofType(policyType).filter((policy) => isNamedBy(role.inputs.permissionsBoundary, policy)),
  ];
  if (boundary === undefined) return undefined;
  const { readings, statements } = documentAt(boundary, { at: "policy", value: boundary.inputs.policy });
  const isRead = readings.every(
    (reading) => reading.kind === "statement" && reading.statement.problems.length === 0,
  );
  return isRead ? statements : undefined;
}
