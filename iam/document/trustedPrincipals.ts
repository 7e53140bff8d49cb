import { propertyPath } from "./propertyPath.ts";
import type { ReadDocument } from "./readDocument.ts";
import type { PolicyStatement } from "./policyStatement.ts";
import { UNKNOWN } from "./unknownValue.ts";

/** A principal that a trust policy lets assume the role. */
export interface TrustedPrincipal {
  readonly at: string;
  /** `Service`, `AWS`, `Federated`, `CanonicalUser`; `*` for everyone, `NotPrincipal` for everyone but some. */
  readonly kind: string;
  readonly value: string;
  /** Whether a Condition limits when it may assume the role. */
  readonly conditional: boolean;
}

/**
 * The principals of the Allow statements of a trust policy. What is unknown or no
 * document yields none: other policies report it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function trustedPrincipals({ statements }: ReadDocument): TrustedPrincipal[] {
  return statements.filter(({ effect }) => effect === "Allow").flatMap(principalsOf);
}

function principalsOf(statement: PolicyStatement): TrustedPrincipal[] {
  const conditional = statement.conditions.length > 0 || has(statement, "Condition", "unknown");
  const excludes = statement.notPrincipals.length > 0 || has(statement, "NotPrincipal");
  const everyoneBut = {
    at: propertyPath(statement.at, "NotPrincipal"),
    kind: "NotPrincipal",
    value: "everyone but some",
    conditional,
  };
  return [
    ...(excludes ? [everyoneBut] : []),
    ...statement.principals.flatMap(({ at, kind, value }) =>
      value === UNKNOWN ? [] : [{ at, kind: value === "*" ? "*" : kind, value, conditional }],
    ),
  ];
}

/** Whether something is wrong with an element, which says that it is there. */
function has({ problems }: PolicyStatement, name: string, kind?: string): boolean {
  return problems.some((problem) => problem.element === name && (kind ?? problem.kind) === problem.kind);
}

/** EC2 itself, in every partition. */
export function isEc2({ kind, value }: TrustedPrincipal): boolean {
  return kind.toLowerCase() === "service" && /^ec2\.amazonaws\.com(?:\.cn)?$/i.test(value);
}
