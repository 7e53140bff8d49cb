import type { Statement } from "../statement.ts";
import { catalogueActions } from "../catalogue/catalogueActions.ts";
import { matches } from "./wildcards.ts";

/** Condition keys of a request and their values. */
export type RequestContext = Readonly<Record<string, readonly string[]>>;

/** Whether a statement's conditions can be met. A key that the request says nothing of is taken as met. */
function canApply({ Condition = {} }: Statement, context: RequestContext): boolean {
  return Object.values(Condition)
    .flatMap((keys) => Object.entries(keys))
    .every(([key, patterns]) => {
      const values = context[key];
      return !values || values.some((value) => patterns.some((pattern) => matches(pattern, value)));
    });
}

/**
 * Whether statements say that an action on a resource is allowed: an Allow names it, and no Deny does. IAM compares
 * actions without regard to case and ARNs with it.
 */
export function permits(
  statements: readonly Statement[],
  action: string,
  resource: string,
  context: RequestContext = {},
): boolean {
  const named = (effect: Statement["Effect"]) =>
    statements.some(
      (statement) =>
        statement.Effect === effect &&
        statement.Action.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
        statement.Resource.some((pattern) => matches(pattern, resource)) &&
        canApply(statement, context),
    );
  return named("Allow") && !named("Deny");
}

/** One text that a pattern matches. A resource that is `*` as a whole stays so: it stands for "no particular one". */
export function sampleOf(pattern: string): string {
  return pattern === "*" ? pattern : pattern.replaceAll("*", "proof").replaceAll("?", "x");
}

/** The first action of the catalogue that a pattern matches, for a pattern with wildcards; else the action itself. */
export async function sampleAction(pattern: string): Promise<string> {
  if (!/[*?]/.test(pattern)) return pattern;
  const [service = "", verb = "*"] = pattern.split(":", 2);
  const [name] = await catalogueActions(service, verb);
  return name ? `${service}:${name}` : pattern;
}
