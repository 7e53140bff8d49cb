import { operatorOf } from "../conditions/operators.ts";
import { shownPatterns } from "../document/shownPatterns.ts";
import type { ConditionTest, PolicyStatement } from "../document/policyStatement.ts";
import { didYouMean } from "../nearest.ts";
import type { CatalogueAction } from "./catalogueAction.ts";
import { globalKeyNames, hasKey, isKeyOfAnyRequest, isKnownKey, prefixOf } from "./conditionKeyNames.ts";
import type { Ineffective } from "./ineffective.ts";
import { matchedActions } from "./matchedActions.ts";

/**
 * Condition keys that no request for an action of the statement ever has. Where one of the actions may be anything, a key
 * of any service passes.
 */
export async function* foreignKeys(statement: PolicyStatement): AsyncGenerator<Ineffective> {
  const actions: CatalogueAction[] = [];
  let anyAction = statement.notActions.length > 0 || statement.actions.length === 0;
  for (const condition of statement.conditions) {
    const { operator, key } = condition;
    if (key.includes("${") || (await isKeyOfAnyRequest(key))) continue;
    if (!anyAction && actions.length === 0) {
      for (const pattern of statement.actions) {
        const matched = await matchedActions(pattern);
        anyAction ||= matched.length === 0;
        actions.push(...matched);
      }
    }
    if (anyAction ? await isKnownKey(key) : actions.some((action) => hasKey(action, key))) continue;
    const lacking = anyAction
      ? "which no service has"
      : `which ${shownPatterns(statement.actions)} does not have`;
    yield {
      path: ["Condition", operator, key],
      value: JSON.stringify(key),
      does: `${lacking}${consequence(statement.effect, condition)}`,
      want: `a condition key of the request${meant(key, actions)}`,
    };
  }
}

/** The nearest key with the same prefix, or a global one where there is none; a key that lacks its end first of all. */
function meant(key: string, actions: readonly CatalogueAction[]): string {
  const written = prefixOf(key) === "" ? `aws:${key}` : key;
  const names = [...globalKeyNames, ...new Set(actions.flatMap(({ keys }) => keys))].filter(
    (name) => prefixOf(name) === prefixOf(written),
  );
  const start = `${written.split("/")[0]?.toLowerCase() ?? ""}/`;
  const whole = names.find((name) => name.toLowerCase().startsWith(start));
  return whole === undefined ? didYouMean(written, names) : `; did you mean "${whole}"?`;
}

/**
 * What a test does for a key that a request does not have: negated operators, `…IfExists`, `ForAllValues:` and
 * `Null: true` hold, all others do not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function consequence(effect: PolicyStatement["effect"], { operator, values }: ConditionTest): string {
  const written = operatorOf(operator);
  if (written === undefined) return "";
  const holds =
    written.type === "presence"
      ? values.some((value) => typeof value === "string" && value.toLowerCase() === "true")
      : written.negated || written.ifExists || written.quantifier === "all";
  if (!holds || written.quantifier === "any") return ", so the statement never applies";
  return effect === "Deny" ? ", so the Deny is not limited by it" : ", so it limits nothing";
}
