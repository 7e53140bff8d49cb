import { elementsOf, isObject, itemsOf, kindOf } from "./elements.ts";
import { type JsonText, readJson } from "./jsonText.ts";
import type { PolicyStatement, Problem } from "./policyStatement.ts";
import { readStatement } from "./readStatement.ts";
import { UNKNOWN } from "./unknownValue.ts";

/** One thing read from a document, in the order of the document. */
export type Reading = { readonly kind: "statement"; readonly statement: PolicyStatement } | Problem;

/** A document as a whole. */
export interface PolicyDocument {
  /** Only version 2012-10-17 knows policy variables; without one it is 2008-10-17. */
  readonly version: string;
  readonly statements: readonly PolicyStatement[];
  /** Of the document and of its statements. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a policy document of an identity, of a resource or of a role's trust, given as JSON text or as an object, with
 * every element as scalar or list.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readDocument(value: unknown, at: string): Generator<Reading> {
  return readingsOf(parsed(value), at);
}

/** Reads a document, also one that is given as nothing but the list of its statements. */
export function policyDocument(value: unknown, at = ""): PolicyDocument {
  const { json, problem } = parsed(value);
  const document = wholeDocument(json);
  const readings = [...readingsOf({ json: document, problem }, at)];
  const [version] = isObject(document) ? itemsOf(elementsOf(document), "version", at) : [];
  return {
    version: typeof version?.value === "string" ? version.value : "2008-10-17",
    statements: statementsAmong(readings),
    problems: readings.flatMap((reading) =>
      reading.kind === "statement" ? reading.statement.problems : reading,
    ),
  };
}

/** A document for those who judge it one after the other: it is read once for all of them. */
export interface ReadDocument {
  /** Where it stands: `policy`. */
  readonly at: string;
  /** As `readDocument` yields them. */
  readonly readings: readonly Reading[];
  /** As `statementsOf` has them, also of a list that is no document. */
  readonly statements: readonly PolicyStatement[];
}

export function readOnce(value: unknown, at: string): ReadDocument {
  const text = parsed(value);
  const readings = [...readingsOf(text, at)];
  const { json, problem } = text;
  const ofWhole = Array.isArray(json)
    ? [...readingsOf({ json: wholeDocument(json), problem }, at)]
    : readings;
  return { at, readings, statements: statementsAmong(ofWhole) };
}

/** The statements of a document, as far as they can be read. */
export function statementsOf(value: unknown, at = ""): readonly PolicyStatement[] {
  return policyDocument(value, at).statements;
}

function wholeDocument(json: unknown): unknown {
  return Array.isArray(json) ? { Version: "2012-10-17", Statement: json as unknown[] } : json;
}

function statementsAmong(readings: readonly Reading[]): PolicyStatement[] {
  return readings.flatMap((reading) => (reading.kind === "statement" ? reading.statement : []));
}

function parsed(value: unknown): JsonText {
  return typeof value === "string" ? readJson(value) : { json: value, problem: undefined };
}

function* readingsOf({ json: document, problem }: JsonText, at: string): Generator<Reading> {
  if (problem !== undefined) yield { kind: "malformed", at, found: problem };
  if (isObject(document)) {
    const statements = itemsOf(elementsOf(document), "statement", at);
    if (statements.length === 0)
      yield { kind: "malformed", at, found: "a document with no Statement", element: "Statement" };
    for (const item of statements) {
      if (isObject(item.value)) yield { kind: "statement", statement: readStatement(item.value, item.at) };
      else yield noObject(item.value, item.at);
    }
  } else if (problem === undefined) {
    yield noObject(document, at);
  }
}

function noObject(value: unknown, at: string): Problem {
  return { kind: value === UNKNOWN ? "unknown" : "malformed", at, found: kindOf(value) };
}
