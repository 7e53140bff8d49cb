import {
  elementOf,
  type Element,
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
  const elements = elementsOf(statement);
  const problems: Problem[] = [];
  const effect = effectOf(elements, at, problems);
  const patterns = (name: ElementName) => patternsOf(elements, name, at, problems);
  const read = {
    actions: patterns("Action"),
    notActions: patterns("NotAction"),
    resources: patterns("Resource"),
    notResources: patterns("NotResource"),
    principals: principalsOf(elements, "Principal", at, problems),
    notPrincipals: principalsOf(elements, "NotPrincipal", at, problems),
    conditions: conditionsOf(elements, at, problems),
  };
  problems.push(...missingElements(elements, at), ...emptyExclusions(elements, at));
  const sid = elements.find(({ name }) => name === "sid")?.value;
  return { at, ...(typeof sid === "string" && { sid }), effect, ...read, problems };
}

function effectOf(elements: readonly Element[], at: string, problems: Problem[]): PolicyStatement["effect"] {
  const effects = itemsOf(elements, "effect", at);
  if (effects.length === 0)
    problems.push({ kind: "malformed", at, found: "a statement with no Effect", element: "Effect" });
  for (const effect of effects) {
    if (effect.value === "Allow" || effect.value === "Deny") continue;
    const found = typeof effect.value === "string" ? shownPattern(effect.value) : undefined;
    problems.push(problemOf(effect, "Effect", found));
  }
  return effects.length > 0 && effects.every(({ value }) => value === "Deny") ? "Deny" : "Allow";
}

const nothing: readonly Pattern[] = [];

function patternsOf(
  elements: readonly Element[],
  element: ElementName,
  at: string,
  problems: Problem[],
): readonly Pattern[] {
  const name = element.toLowerCase();
  if (!elements.some((other) => other.name === name)) return nothing;
  return elementOf(elements, name, at).flatMap((item) => textsOf(item, element, problems));
}

/** The texts of a value, which may be a list. Only for what is no text a path is made: lists have thousands of items. */
function textsOf(
  { value, at }: Item,
  element: ElementName,
  problems: Problem[],
  shown = (item: unknown) => item,
): Pattern[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts: Pattern[] = [];
  for (let index = 0; index < list.length; index++) {
    const text = shown(list[index]);
    if (isText(text)) texts.push(text);
    else problems.push(problemOf({ value: text, at: list === value ? `${at}[${index}]` : at }, element));
  }
  return texts;
}

function isText(value: unknown): value is Pattern {
  return typeof value === "string" || value === UNKNOWN;
}

function principalsOf(
  elements: readonly Element[],
  name: ElementName,
  at: string,
  problems: Problem[],
): Principal[] {
  return itemsOf(elements, name.toLowerCase(), at).flatMap((item) => {
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
function conditionsOf(elements: readonly Element[], at: string, problems: Problem[]): ConditionTest[] {
  const mapped = (item: Item) => {
    if (!isObject(item.value)) problems.push(problemOf(item, "Condition"));
    return propertiesOf(item);
  };
  return itemsOf(elements, "condition", at)
    .flatMap(mapped)
    .flatMap((operator) =>
      mapped(operator).map((key) => ({
        operator: operator.key,
        key: key.key,
        values: textsOf(key, "Condition", problems, asText),
      })),
    );
}

function asText(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function missingElements(elements: readonly Element[], at: string): Problem[] {
  return (["Action", "Resource"] as const)
    .filter((element) => {
      const name = element.toLowerCase();
      return !elements.some((other) => other.name === name || other.name === `not${name}`);
    })
    .map((element) => ({
      kind: "malformed",
      at,
      found: `a statement with neither ${element} nor Not${element}`,
      element,
    }));
}

/** A list that excludes nothing leaves everything, which nobody writes who means it. */
function emptyExclusions(elements: readonly Element[], at: string): Problem[] {
  const empty = elements.filter(({ value }) => Array.isArray(value) && value.length === 0);
  if (empty.length === 0) return [];
  return (["NotAction", "NotResource", "NotPrincipal"] as const).flatMap((element) =>
    elementOf(empty, element.toLowerCase(), at).map((item) => ({
      kind: "malformed" as const,
      at: item.at,
      found: "an empty list",
      element,
    })),
  );
}

function problemOf({ value, at }: Item, element: ElementName, found = kindOf(value)): Problem {
  return { kind: value === UNKNOWN ? "unknown" : "malformed", at, found, element };
}
