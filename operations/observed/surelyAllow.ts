import type { RequestContext } from "../../iam/conditions/conditionsHold.ts";
import { permits } from "../../iam/covers/permits.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import type { Call } from "./call.ts";

/**
 * Whether statements are sure to allow a call: a condition key that the call does not have counts as missing in the
 * request, where {@link permits} would take it as met.
 */
export function surelyAllow(
  statements: readonly PolicyStatement[],
  { action, resource, context }: Call,
): boolean {
  return permits(statements, action, resource, wholeContext(statements, context));
}

/** The context of a call, in which the keys that statements ask for and the call does not have are empty. */
function wholeContext(statements: readonly PolicyStatement[], context: RequestContext = {}): RequestContext {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const asked = statements.flatMap(({ conditions }) => conditions.map(({ key }) => key));
  const missing = asked.filter((key) => !given.has(key.toLowerCase()));
  return { ...Object.fromEntries(missing.map((key) => [key, []])), ...context };
}
