import { elementsOf, type Item, isObject, itemsOf, kindOf, listed, propertiesOf } from "./elements.ts";
import type {
  ConditionTest,
  ElementName,
  Pattern,
  PolicyStatement,
  Principal,
  Problem,
} from "./policyStatement.ts";
import { shownPattern } from "./shownPatterns.ts";
import { UNKNOWN } from "./unknownValue.ts";

/** Reads everything that a statement says; what says nothing is among its problems. */
export function readStatement(statement: object, at: string): PolicyStatement {
  const problems: Problem[] = [];
  const effect = effectOf(statement, at, problems);
  const patterns = (name: ElementName) => textsOf(itemsOf(statement, name, at), name, problems);
  const read = {
    actions: patterns("Action"),
    notActions: patterns("NotAction"),
    resources: patterns("Resource"),
    notResources: patterns("NotResource"),
    principals: principalsOf(statement, "Principal", at, problems),
    notPrincipals: principalsOf(statement, "NotPrincipal", at, problems),
    conditions: conditionsOf(statement, at, problems),
  };
  problems.push(...missingElements(statement, at), ...emptyExclusions(statement, at));
  const [sid] = itemsOf(statement, "Sid", at).map(({ value }) => value);
  return { at, ...(typeof sid === "string" && { sid }), effect, ...read, problems };
}

function effectOf(statement: object, at: string, problems: Problem[]): PolicyStatement["effect"] {
  const effects = itemsOf(statement, "Effect", at);
  if (effects.length === 0)
    problems.push({ kind: "malformed", at, found: "a statement with no Effect", element: "Effect" });
  for (const effect of effects) {
    if (effect.value === "Allow" || effect.value === "Deny") continue;
    const found = typeof effect.value === "string" ? shownPattern(effect.value) : undefined;
    problems.push(problemOf(effect, "Effect", found));
  }
  return effects.length > 0 && effects.every(({ value }) => value === "Deny") ? "Deny" : "Allow";
}

function textsOf(items: readonly Item[], element: ElementName, problems: Problem[]): Pattern[] {
  return items.flatMap((item) => {
    if (typeof item.value === "string" || item.value === UNKNOWN) return [item.value];
    problems.push(problemOf(item, element));
    return [];
  });
}

function principalsOf(statement: object, name: ElementName, at: string, problems: Problem[]): Principal[] {
  return itemsOf(statement, name, at).flatMap((item) => {
    const { value } = item;
    if (typeof value === "string") return [{ at: item.at, kind: value === "*" ? "*" : "AWS", value }];
    const kinds = propertiesOf(item);
    if (kinds.length === 0) problems.push(problemOf(item, name));
    return kinds.flatMap((kind) =>
      listed(kind).flatMap((one) =>
        textsOf([one], name, problems).map((text) => ({ at: one.at, kind: kind.key, value: text })),
      ),
    );
  });
}

/** A Condition is a map of operators, each a map of keys. */
function conditionsOf(statement: object, at: string, problems: Problem[]): ConditionTest[] {
  const mapped = (item: Item) => {
    if (!isObject(item.value)) problems.push(problemOf(item, "Condition"));
    return propertiesOf(item);
  };
  return itemsOf(statement, "Condition", at)
    .flatMap(mapped)
    .flatMap((operator) =>
      mapped(operator).map((key) => ({
        operator: operator.key,
        key: key.key,
        values: textsOf(listed(key).map(asText), "Condition", problems),
      })),
    );
}

function asText({ value, at }: Item): Item {
  return { value: typeof value === "number" || typeof value === "boolean" ? String(value) : value, at };
}

function missingElements(statement: object, at: string): Problem[] {
  const has = (name: string) => elementsOf(statement, name, at).length > 0;
  return (["Action", "Resource"] as const)
    .filter((name) => !has(name) && !has(`Not${name}`))
    .map((element) => ({
      kind: "malformed",
      at,
      found: `a statement with neither ${element} nor Not${element}`,
      element,
    }));
}

/** A list that excludes nothing leaves everything, which nobody writes who means it. */
function emptyExclusions(statement: object, at: string): Problem[] {
  return (["NotAction", "NotResource", "NotPrincipal"] as const).flatMap((element) =>
    elementsOf(statement, element, at)
      .filter(({ value }) => Array.isArray(value) && value.length === 0)
      .map((item) => ({ kind: "malformed" as const, at: item.at, found: "an empty list", element })),
  );
}

function problemOf({ value, at }: Item, element: ElementName, found = kindOf(value)): Problem {
  return { kind: value === UNKNOWN ? "unknown" : "malformed", at, found, element };
}
