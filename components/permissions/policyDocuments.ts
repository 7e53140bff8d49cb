import type { Statement } from "../../iam/statement.ts";

/**
 * The most characters of one managed policy. IAM does not count white space.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const MAX_DOCUMENT_CHARACTERS = 6144;

/** The documents of a workload, and the statements that fit in none. */
export interface PolicyDocuments {
  /** JSON texts in a stable order. */
  readonly documents: readonly string[];
  /** Statements that exceed the limit alone, with the characters of a document that holds nothing else. */
  readonly tooLong: readonly { readonly statement: Statement; readonly characters: number }[];
}

/**
 * Puts statements into JSON documents: each goes, in order, into the first document that has room, which needs few
 * documents and leaves most of them as they were when a statement is added. A statement that exceeds a whole document is
 * split by its resources.
 */
export function policyDocuments(statements: readonly Statement[]): PolicyDocuments {
  const documents: Statement[][] = [];
  const tooLong: { statement: Statement; characters: number }[] = [];
  for (const statement of statements.flatMap(splitByResources)) {
    if (!fits([statement])) {
      tooLong.push({ statement, characters: documentCharacters([statement]) });
      continue;
    }
    const roomy = documents.find((document) => fits([...document, statement]));
    if (roomy) roomy.push(statement);
    else documents.push([statement]);
  }
  return { documents: documents.map(toJson), tooLong };
}

/** The characters that IAM counts in a document of these statements. */
export function documentCharacters(statements: readonly Statement[]): number {
  return toJson(statements).replace(/\s/g, "").length;
}

function fits(statements: readonly Statement[]): boolean {
  return documentCharacters(statements) <= MAX_DOCUMENT_CHARACTERS;
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

/** The statement itself, or parts of it with as many resources as fit. A Deny splits the same way. */
function splitByResources(statement: Statement): Statement[] {
  if (fits([statement])) return [statement];
  const groups: string[][] = [];
  for (const resource of statement.Resource) {
    const last = groups.at(-1);
    if (last && fits([{ ...statement, Resource: [...last, resource] }])) last.push(resource);
    else groups.push([resource]);
  }
  return groups.map((resources, index) => ({
    ...statement,
    // A Sid is unique in its document, and two parts may meet in one.
    ...(statement.Sid !== undefined && index > 0 && { Sid: `${statement.Sid}${index + 1}` }),
    Resource: resources,
  }));
}
