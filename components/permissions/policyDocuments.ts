import { arnParts } from "../../iam/patterns/arnParts.ts";
import type { Statement } from "../../iam/statement.ts";
import { documentOf } from "./documentPlaces.ts";

/**
 * The most characters of one managed policy. IAM does not count white space.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const MAX_DOCUMENT_CHARACTERS = 6144;

/** The policies that a role may carry where nobody asked AWS for more, by the same page. */
export const MAX_POLICIES = 10;

/** The documents of a workload, and the statements that fit in none. */
export interface PolicyDocuments {
  /** JSON texts in a stable order. */
  readonly documents: readonly string[];
  /** Statements that exceed the limit alone, with the characters of a document that holds nothing else. */
  readonly tooLong: readonly { readonly statement: Statement; readonly characters: number }[];
}

/** One resource of a statement. */
interface Part {
  /** The place of the statement among all. */
  readonly index: number;
  readonly statement: Statement;
  readonly resource: string;
}

/**
 * Puts statements into JSON documents: into one where they fit, and else each resource, with all that is said of it, into the
 * document that its name decides. So no edit of a stack file moves a right from one document to another but into one that
 * is new or out of one that goes, and an update that makes the last document first and removes last never lacks a right that
 * stands on both sides of the edit. That holds as long as all that is said of one resource fits into a document.
 *
 * @param most How many documents there may be. Where names do not share the statements out evenly enough for that, each goes
 * into the first document that has room.
 */
export function policyDocuments(statements: readonly Statement[], most = MAX_POLICIES): PolicyDocuments {
  const parts = statements.flatMap((statement, index) =>
    statement.Resource.map((resource): Part => ({ index, statement, resource })),
  );
  const fitting = parts.filter((part) => fits([part]));
  const tooLong = parts
    .filter((part) => !fits([part]))
    .map(({ statement, resource }) => ({ ...statement, Resource: [resource] }))
    .map((statement) => ({ statement, characters: documentCharacters([statement]) }));
  const documents = fitting.length === 0 ? [] : fits(fitting) ? [fitting] : shared(fitting, most);
  return { documents: documents.map((document) => toJson(joined(document))), tooLong };
}

/** The characters that IAM counts in a document of these statements. */
export function documentCharacters(statements: readonly Statement[]): number {
  return toJson(statements).replace(/\s/g, "").length;
}

function shared(parts: readonly Part[], most: number): Part[][] {
  const keyed = withKeys(parts);
  for (let count = 2; count <= most; count++) {
    const documents: Part[][] = Array.from({ length: count }, () => []);
    for (const { part, key } of keyed) documents[documentOf(key, count)]?.push(part);
    if (documents.every((document) => document.length > 0 && fits(document))) return documents;
  }
  const documents: Part[][] = [];
  for (const { part } of keyed) {
    const roomy = documents.find((document) => fits([...document, part]));
    if (roomy) roomy.push(part);
    else documents.push([part]);
  }
  return documents;
}

/** What is said of one resource stays together; where that is more than a document holds, what one statement says of it does. */
function withKeys(parts: readonly Part[]): { readonly part: Part; readonly key: string }[] {
  const byName = new Map<string, Part[]>();
  for (const part of parts) {
    const name = resourceName(part.resource);
    byName.set(name, [...(byName.get(name) ?? []), part]);
  }
  const whole = new Map([...byName].map(([name, group]) => [name, fits(group)]));
  return parts.map((part) => {
    const { Effect, Action, Condition } = part.statement;
    const name = resourceName(part.resource);
    const key = whole.get(name) ? name : JSON.stringify([part.resource, Effect, Action, Condition]);
    return { part, key };
  });
}

/**
 * What an ARN is about without what stands below it: `arn:aws:s3:::orders` for `arn:aws:s3:::orders/2026/*`, and
 * `arn:aws:dynamodb:…:table/orders` for one of its indexes. A right on a part and one on the whole are in one document.
 */
function resourceName(resource: string): string {
  const [prefix = "", partition = "", service = "", region = "", account = "", named = ""] =
    arnParts(resource);
  const segments = named.split(/[:/]/).filter(Boolean);
  const own = segments.slice(0, service === "s3" ? 1 : 2).join("/");
  return [prefix, partition, service, region, account, own].join(":");
}

/** The statements that parts are of, in their order, each once with the resources that are there. */
function joined(parts: readonly Part[]): Statement[] {
  const byStatement = new Map<number, { statement: Statement; resources: string[] }>();
  for (const { index, statement, resource } of parts) {
    const known = byStatement.get(index);
    if (known) known.resources.push(resource);
    else byStatement.set(index, { statement, resources: [resource] });
  }
  return [...byStatement]
    .sort(([one], [other]) => one - other)
    .map(([, { statement, resources }]) => ({ ...statement, Resource: resources }));
}

function fits(parts: readonly Part[]): boolean {
  return documentCharacters(joined(parts)) <= MAX_DOCUMENT_CHARACTERS;
}

function toJson(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements.map(withScalars) });
}

/** One action or resource is written as a string, the way IAM documents are read and written by people. */
function withScalars(statement: Statement): object {
  return { ...statement, Action: scalar(statement.Action), Resource: scalar(statement.Resource) };
}

function scalar(list: readonly string[]): string | readonly string[] {
  return list.length === 1 && list[0] !== undefined ? list[0] : list;
}
