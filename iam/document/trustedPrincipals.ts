import { UNKNOWN } from "./unknownValue.ts";
import { isObject, items, parsedJson } from "./policyDocument.ts";

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
 * The principals of the Allow statements of a trust policy, given as JSON text or as an object. What is unknown or no
 * document yields none: other policies report it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function* trustedPrincipals(value: unknown, at: string): Generator<TrustedPrincipal> {
  const document = typeof value === "string" ? parsedJson(value) : value;
  if (!isObject(document)) return;
  for (const statement of items(document, "Statement", at)) {
    if (!isObject(statement.value)) continue;
    if ([...items(statement.value, "Effect", at)].some((effect) => effect.value === "Deny")) continue;
    yield* principalsOf(statement.value, statement.at);
  }
}

function* principalsOf(statement: object, at: string): Generator<TrustedPrincipal> {
  const conditional = [...items(statement, "Condition", at)].some(
    ({ value }) => isObject(value) && Object.keys(value).length > 0,
  );
  for (const { at: path } of items(statement, "NotPrincipal", at)) {
    yield { at: path, kind: "NotPrincipal", value: "everyone but some", conditional };
  }
  for (const principal of items(statement, "Principal", at)) {
    if (typeof principal.value === "string") {
      yield {
        at: principal.at,
        kind: principal.value === "*" ? "*" : "AWS",
        value: principal.value,
        conditional,
      };
    } else if (isObject(principal.value)) {
      yield* namedPrincipals(principal.value, principal.at, conditional);
    }
  }
}

function* namedPrincipals(principals: object, at: string, conditional: boolean): Generator<TrustedPrincipal> {
  for (const kind of Object.keys(principals)) {
    for (const { value, at: path } of items(principals, kind, at)) {
      if (value === UNKNOWN || typeof value !== "string") continue;
      yield { at: path, kind: value === "*" ? "*" : kind, value, conditional };
    }
  }
}

/** EC2 itself, in every partition. */
export function isEc2({ kind, value }: TrustedPrincipal): boolean {
  return kind.toLowerCase() === "service" && /^ec2\.amazonaws\.com(?:\.cn)?$/i.test(value);
}
