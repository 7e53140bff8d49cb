import { operatorOf, type WrittenOperator } from "../../iam/conditions/operators.ts";
import { conditionsHold, type RequestContext } from "../../iam/conditions/conditionsHold.ts";
import { sampleOf } from "../../iam/covers/permits.ts";
import type { ConditionTest, PolicyStatement } from "../../iam/document/policyStatement.ts";
import type { CatalogueAction } from "../../iam/effect/catalogueAction.ts";
import { comparable } from "../../iam/effect/comparable.ts";
import { hasKey, isKeyOfAnyRequest } from "../../iam/effect/conditionKeyNames.ts";

/**
 * The condition keys with which a request for an action meets the conditions of a statement. A key that no request for that
 * action has stays out, since AWS would never send it; so does one that a negated operator names, which holds without it.
 *
 * @param action - undefined where the catalogue does not hold it: then any key may be one of its requests
 */
export async function contextMeeting(
  { conditions }: Pick<PolicyStatement, "conditions">,
  action: CatalogueAction | undefined,
): Promise<RequestContext> {
  // Keys are compared without regard to case.
  const candidates = new Map<string, { readonly key: string; readonly lists: string[][] }>();
  for (const test of conditions) {
    if (action && !hasKey(action, test.key) && !(await isKeyOfAnyRequest(test.key))) continue;
    const values = meeting(test);
    if (values.length === 0) continue;
    const { key, lists } = candidates.get(test.key.toLowerCase()) ?? { key: test.key, lists: [] };
    candidates.set(key.toLowerCase(), { key, lists: [...lists, values] });
  }
  // Of several tests of one key, some values of one may meet all of them.
  return Object.fromEntries(
    [...candidates.values()].map(({ key, lists }) => [
      key,
      lists.find((values) => conditionsHold(conditions, { [key]: values })) ?? lists[0] ?? [],
    ]),
  );
}

const anyValue = "proof";

/** Values that meet one test; none where it is met by a request without the key. */
function meeting({ operator: written, values }: ConditionTest): string[] {
  const operator = operatorOf(written);
  const known = values.filter((value) => typeof value === "string");
  if (operator === undefined || operator.negated) return [];
  if (operator.type === "presence") return known.includes("true") ? [] : [anyValue];
  // The first is enough: several values of one key in a request make a list of it.
  return known.slice(0, 1).map((value) => valueMeeting(operator, value));
}

function valueMeeting(operator: WrittenOperator, value: string): string {
  // No request meets such a value, which is what the answer shall show.
  if (!comparable(operator.type, value)) return value;
  switch (operator.type) {
    case "number":
      return String(beside(operator, Number(value), 1));
    case "date":
      return new Date(beside(operator, timeOf(value), 1000)).toISOString().replace(".000Z", "Z");
    case "address":
      return value.split("/")[0] ?? value;
    default:
      if (!operator.wildcards) return value;
      return value === "*" ? anyValue : sampleOf(value);
  }
}

/** A number that an operator such as `NumericLessThan` takes: the limit itself, or the next one on its side. */
function beside({ name }: WrittenOperator, limit: number, step: number): number {
  if (name.endsWith("LessThan")) return limit - step;
  if (name.endsWith("GreaterThan")) return limit + step;
  return limit;
}

/** Milliseconds since 1970 of a date in ISO 8601 or in seconds since 1970, the two forms that IAM reads. */
function timeOf(value: string): number {
  return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
}
