import {
  elementOf,
  type Elements,
  elementsOf,
  type Item,
  isObject,
  itemsOf,
  kindOf,
  listed,
  propertiesOf,
} from "./elements.ts";
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
  const elements = elementsOf(statement, at);
  const problems: Problem[] = [];
  const effect = effectOf(elements, at, problems);
  const patterns = (name: ElementName) => textsOf(elementOf(elements, name), name, problems);
  const read = {
    actions: patterns("Action"),
    notActions: patterns("NotAction"),
    resources: patterns("Resource"),
    notResources: patterns("NotResource"),
    principals: principalsOf(elements, "Principal", problems),
    notPrincipals: principalsOf(elements, "NotPrincipal", problems),
    conditions: conditionsOf(elements, problems),
  };
  problems.push(...missingElements(elements, at), ...emptyExclusions(elements));
  const [sid] = itemsOf(elements, "Sid").map(({ value }) => value);
  return { at, ...(typeof sid === "string" && { sid }), effect, ...read, problems };
}

function effectOf(elements: Elements, at: string, problems: Problem[]): PolicyStatement["effect"] {
  const effects = itemsOf(elements, "Effect");
  if (effects.length === 0)
    problems.push({ kind: "malformed", at, found: "a statement with no Effect", element: "Effect" });
  for (const effect of effects) {
    if (effect.value === "Allow" || effect.value === "Deny") continue;
    const found = typeof effect.value === "string" ? shownPattern(effect.value) : undefined;
    problems.push(problemOf(effect, "Effect", found));
  }
  return effects.length > 0 && effects.every(({ value }) => value === "Deny") ? "Deny" : "Allow";
}

/** The texts of values, each of which may be a list. Only what is none is worth the path where it stands. */
function textsOf(
  values: readonly Item[],
  element: ElementName,
  problems: Problem[],
  shown = (value: unknown) => value,
): Pattern[] {
  const texts: Pattern[] = [];
  for (const { value, at } of values) {
    const isList = Array.isArray(value);
    const list: readonly unknown[] = isList ? value : [value];
    for (let index = 0; index < list.length; index++) {
      const text = shown(list[index]);
      if (isText(text)) texts.push(text);
      else problems.push(problemOf({ value: text, at: isList ? `${at}[${index}]` : at }, element));
    }
  }
  return texts;
}

function isText(value: unknown): value is Pattern {
  return typeof value === "string" || value === UNKNOWN;
}

function principalsOf(elements: Elements, name: ElementName, problems: Problem[]): Principal[] {
  return itemsOf(elements, name).flatMap((item) => {
    const { value } = item;
    if (typeof value === "string") return [{ at: item.at, kind: value === "*" ? "*" : "AWS", value }];
    const kinds = propertiesOf(item);
    if (kinds.length === 0) problems.push(problemOf(item, name));
    return kinds.flatMap((kind) =>
      listed(kind).flatMap((one) => {
        if (isText(one.value)) return [{ at: one.at, kind: kind.key, value: one.value }];
        problems.push(problemOf(one, name));
        return [];
      }),
    );
  });
}

/** A Condition is a map of operators, each a map of keys. */
function conditionsOf(elements: Elements, problems: Problem[]): ConditionTest[] {
  const mapped = (item: Item) => {
    if (!isObject(item.value)) problems.push(problemOf(item, "Condition"));
    return propertiesOf(item);
  };
  return itemsOf(elements, "Condition")
    .flatMap(mapped)
    .flatMap((operator) =>
      mapped(operator).map((key) => ({
        operator: operator.key,
        key: key.key,
        values: textsOf([key], "Condition", problems, asText),
      })),
    );
}

function asText(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function missingElements(elements: Elements, at: string): Problem[] {
  const has = (name: string) => elementOf(elements, name).length > 0;
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
function emptyExclusions(elements: Elements): Problem[] {
  return (["NotAction", "NotResource", "NotPrincipal"] as const).flatMap((element) =>
    elementOf(elements, element)
      .filter(({ value }) => Array.isArray(value) && value.length === 0)
      .map((item) => ({ kind: "malformed" as const, at: item.at, found: "an empty list", element })),
  );
}

function problemOf({ value, at }: Item, element: ElementName, found = kindOf(value)): Problem {
  return { kind: value === UNKNOWN ? "unknown" : "malformed", at, found, element };
}
