import { isObject, items, parsedJson, readDocument } from "../document/policyDocument.ts";

/** One line of a Condition, in the spelling of the document; all of them have to hold. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** One action or resource pattern, or all that some patterns leave out (`NotAction`, `NotResource`). */
export type Scope = { readonly is: string } | { readonly not: readonly string[] };

/** The service of an action pattern; a star where it is of any. */
export function serviceOf(action: Scope): string {
  return "is" in action && action.is.includes(":") ? (action.is.split(":")[0] ?? "*") : "*";
}

/** A statement with every element in one shape. */
export interface PlainStatement {
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly Scope[];
  readonly resources: readonly Scope[];
  readonly conditions: readonly Condition[];
}

/** A document as far as it can be read. */
export interface PlainDocument {
  readonly statements: readonly PlainStatement[];
  /** What could not be read, in words; empty for every document that IAM accepts. */
  readonly doubts: readonly string[];
  /** Only version 2012-10-17 knows policy variables. */
  readonly version: string;
  readonly usesVariables: boolean;
}

/**
 * A policy document given as JSON text, as an object, or as a list of statements.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function plainDocument(given: unknown): PlainDocument {
  const read = typeof given === "string" ? parsedJson(given) : given;
  const document = Array.isArray(read) ? { Version: "2012-10-17", Statement: read as unknown[] } : read;
  // A document of no statement grants nothing, which is a judgement and no doubt.
  const isEmpty = isObject(document) && [...items(document, "Statement", "")].length === 0;
  const readings = isEmpty ? [] : [...readDocument(document ?? given, "")];
  return {
    statements: isObject(document)
      ? [...items(document, "Statement", "")].flatMap(({ value }) => (isObject(value) ? plain(value) : []))
      : [],
    doubts: readings.flatMap((reading) => {
      if (reading.kind === "allow") return [];
      return `${reading.at || "the document"}: ${reading.kind === "malformed" ? reading.found : "unknown"}`;
    }),
    version: isObject(document) ? (texts(document, "Version")[0] ?? "2008-10-17") : "",
    usesVariables: JSON.stringify(document ?? null).includes("${"),
  };
}

function plain(statement: object): PlainStatement[] {
  // What is no plain Deny is read as if it allowed, as the policy pack does.
  const effects = texts(statement, "Effect");
  const denies = effects.length > 0 && effects.every((text) => text === "Deny");
  return [
    {
      effect: denies ? "Deny" : "Allow",
      actions: scopes(statement, "Action"),
      resources: scopes(statement, "Resource"),
      conditions: conditions(statement),
    },
  ];
}

function scopes(statement: object, name: string): Scope[] {
  const excluded = texts(statement, `Not${name}`);
  return [
    ...texts(statement, name).map((is) => ({ is })),
    ...(excluded.length > 0 ? [{ not: excluded.sort() }] : []),
  ];
}

function texts(holder: object, name: string): string[] {
  return [...items(holder, name, "")].flatMap(({ value }) => (typeof value === "string" ? value : []));
}

function conditions(statement: object): Condition[] {
  return [...items(statement, "Condition", "")].flatMap(({ value }) =>
    entries(value).flatMap(([operator, keys]) =>
      entries(keys).map(([key, values]) => ({ operator, key, values: listed(values) })),
    ),
  );
}

function listed(values: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(values) ? values : [values];
  return list.map(String).sort();
}

function entries(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
