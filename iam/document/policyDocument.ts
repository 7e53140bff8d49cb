import { propertyPath } from "./propertyPath.ts";
import { UNKNOWN } from "./unknownValue.ts";
import { readJson } from "./jsonText.ts";
import { shownPattern } from "./shownPatterns.ts";

/** A pattern of a statement, or the mark of one that a preview cannot know. */
export type Pattern = string | typeof UNKNOWN;

/** An Allow statement in one shape, whichever of the shapes IAM accepts it was written in. */
export interface AllowStatement {
  readonly actions: readonly Pattern[];
  readonly notActions: readonly Pattern[];
  readonly resources: readonly Pattern[];
  readonly notResources: readonly Pattern[];
  /** The condition keys that limit the statement, in lower case: `aws:resourcetag/team`. */
  readonly conditionKeys: readonly string[];
}

/** One thing read from a document, with the path where it stands. */
export type Reading =
  | { readonly kind: "allow"; readonly at: string; readonly statement: AllowStatement }
  /** A part that cannot be judged, and what it is instead of what IAM wants. */
  | { readonly kind: "malformed"; readonly at: string; readonly found: string }
  /** A part that is unknown at preview and could hold any grant. */
  | { readonly kind: "unknown"; readonly at: string };

/**
 * Reads an identity policy document given as JSON text or as an object, with Statement, Action and Resource as scalar
 * or list. Names of elements are compared without case: what IAM would refuse may be reported, but nothing that it
 * might accept is overlooked. Deny statements only take away and are left out; of conditions only the keys are read.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function* readDocument(value: unknown, at: string): Generator<Reading> {
  const { json: document, problem } =
    typeof value === "string" ? readJson(value) : { json: value, problem: undefined };
  if (problem !== undefined) yield { kind: "malformed", at, found: problem };
  if (document === UNKNOWN) {
    yield { kind: "unknown", at };
  } else if (!isObject(document)) {
    if (problem === undefined) yield { kind: "malformed", at, found: kindOf(document) };
  } else {
    const statements = [...items(document, "Statement", at)];
    if (statements.length === 0) yield { kind: "malformed", at, found: "a document with no Statement" };
    for (const statement of statements) yield* readStatement(statement.value, statement.at);
  }
}

function* readStatement(value: unknown, at: string): Generator<Reading> {
  if (isObject(value)) yield* readElements(value, at);
  else if (value === UNKNOWN) yield { kind: "unknown", at };
  else yield { kind: "malformed", at, found: kindOf(value) };
}

function* readElements(value: object, at: string): Generator<Reading> {
  const elements = elementsOf(value);
  const effects = elements.filter(({ name }) => name === "effect").flatMap((effect) => itemsOf(effect, at));
  if (effects.length === 0) yield { kind: "malformed", at, found: "a statement with no Effect" };
  for (const effect of effects) {
    if (effect.value === UNKNOWN) yield { kind: "unknown", at: effect.at };
    else if (effect.value !== "Allow" && effect.value !== "Deny") {
      yield { kind: "malformed", at: effect.at, found: shownEffect(effect.value) };
    }
  }
  // Only a plain Deny clears a statement; one with a doubtful Effect is read on as if it allowed.
  if (effects.length > 0 && effects.every((effect) => effect.value === "Deny")) return;

  const problems: Reading[] = [];
  const statement = {
    actions: patternsOf(elements, "action", at, problems),
    notActions: patternsOf(elements, "notaction", at, problems),
    resources: patternsOf(elements, "resource", at, problems),
    notResources: patternsOf(elements, "notresource", at, problems),
    conditionKeys: conditionKeys(elements),
  };
  for (const name of ["Action", "Resource"]) {
    if (elements.some((element) => element.name === name.toLowerCase())) continue;
    if (elements.some((element) => element.name === `not${name.toLowerCase()}`)) continue;
    problems.push({ kind: "malformed", at, found: `a statement with neither ${name} nor Not${name}` });
  }
  // An empty list excludes nothing: what is left is everything.
  for (const { name, key, value: excluded } of elements) {
    if (!/^not(?:action|resource)$/.test(name) || !Array.isArray(excluded) || excluded.length > 0) continue;
    problems.push({ kind: "malformed", at: propertyPath(at, key), found: "an empty list" });
  }
  yield* problems;
  yield { kind: "allow", at, statement };
}

/** One element of a statement or a document. */
interface Element {
  /** Its name in lower case: all spellings count together. */
  readonly name: string;
  readonly key: string;
  readonly value: unknown;
}

function elementsOf(holder: object): Element[] {
  return Object.entries(holder).map(([key, value]: [string, unknown]) => ({
    name: key.toLowerCase(),
    key,
    value,
  }));
}

/** The patterns of an element; what is none is added to the problems. */
function patternsOf(elements: readonly Element[], name: string, at: string, problems: Reading[]): Pattern[] {
  const patterns: Pattern[] = [];
  for (const element of elements) {
    if (element.name !== name) continue;
    const values: readonly unknown[] = Array.isArray(element.value) ? element.value : [element.value];
    for (const [index, value] of values.entries()) {
      if (value === UNKNOWN || typeof value === "string") {
        patterns.push(value);
        continue;
      }
      const path = propertyPath(at, element.key);
      const itemPath = Array.isArray(element.value) ? `${path}[${index}]` : path;
      problems.push({ kind: "malformed", at: itemPath, found: kindOf(value) });
    }
  }
  return patterns;
}

/** A condition is a map of operators, each a map of keys. */
function conditionKeys(elements: readonly Element[]): string[] {
  return elements
    .filter(({ name }) => name === "condition")
    .flatMap(({ value }): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => (isObject(value) ? Object.values(value as Record<string, unknown>) : []))
    .flatMap((keys) => (isObject(keys) ? Object.keys(keys) : []))
    .map((key) => key.toLowerCase());
}

/** The values of an element, a scalar being a list of one. All spellings of its name count together. */
export function* items(holder: object, name: string, at: string): Generator<Item> {
  for (const element of elementsOf(holder)) {
    if (element.name === name.toLowerCase()) yield* itemsOf(element, at);
  }
}

interface Item {
  readonly value: unknown;
  readonly at: string;
}

function itemsOf({ key, value }: Element, at: string): Item[] {
  const path = propertyPath(at, key);
  if (!Array.isArray(value)) return [{ value, at: path }];
  return Array.from(value, (item: unknown, index) => ({ value: item, at: `${path}[${index}]` }));
}

/** The value of JSON text; undefined where it is none. */
export function parsedJson(text: string): unknown {
  return readJson(text).json;
}

function shownEffect(value: unknown): string {
  return typeof value === "string" ? shownPattern(value) : kindOf(value);
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
