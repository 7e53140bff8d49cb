import { isObject } from "./elements.ts";
import type { ConditionTest, Pattern, PolicyStatement } from "./policyStatement.ts";
import { statementsOf } from "./readDocument.ts";
import { unknownParts } from "./unknownParts.ts";

const granting = /\.(?:Effect|Action|NotAction)\b/i;
const limiting = /\.(?:Resource|NotResource)\b/i;

/**
 * The paths in an identity policy document of what is unknown at preview and may be a grant that would be refused: the
 * document or a statement as a whole, an action, and the resource of an action that is refused on every resource. What a
 * Deny or a Condition leaves open takes rights away.
 *
 * @param isRefused whether a document is refused as it stands.
 */
export function unknownGrants(
  document: unknown,
  at: string,
  isRefused: (document: object) => boolean,
): string[] {
  const unknown = [...unknownParts(document, at)];
  if (unknown.length === 0 || !isObject(document)) return unknown;
  const statements = statementsOf(document, at);
  return unknown.filter((path) => {
    const statement = statements.find((one) => path.startsWith(`${one.at}.`));
    if (statement === undefined) return !/\.(?:Id|Version)$/i.test(path);
    if (statement.effect === "Deny") return false;
    const element = path.slice(statement.at.length);
    if (granting.test(element)) return true;
    return limiting.test(element) && isRefused({ Statement: [opened(statement)] });
  });
}

/** A statement as it would be with every resource that may still come. */
function opened(statement: PolicyStatement): object {
  const { effect, actions, notActions, conditions } = statement;
  return {
    Effect: effect,
    ...(actions.length > 0 && { Action: actions }),
    ...(notActions.length > 0 && { NotAction: notActions }),
    Resource: "*",
    Condition: conditionOf(conditions),
  };
}

function conditionOf(tests: readonly ConditionTest[]): Record<string, Record<string, readonly Pattern[]>> {
  const condition: Record<string, Record<string, readonly Pattern[]>> = {};
  for (const { operator, key, values } of tests) (condition[operator] ??= {})[key] = values;
  return condition;
}
