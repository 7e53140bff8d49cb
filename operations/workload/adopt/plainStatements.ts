import type { z } from "zod";
import { formatPath, shown } from "../../../components/config/configError.ts";
import {
  statement as statementSchema,
  type StatementEntry,
} from "../../../components/config/statementSchema.ts";
import { policyDocument } from "../../../iam/document/readDocument.ts";
import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import type { Condition, Statement } from "../../../iam/statement.ts";

/** A document as statements of a stack file could say it, and what of it none could say. */
export interface PlainDocument {
  readonly statements: readonly Statement[];
  /** In words; empty where all of it can be said. */
  readonly problems: readonly string[];
}

/** Actions that a statement names in vain are no problem: they can be left out. */
export async function plainDocument(document: string): Promise<PlainDocument> {
  const { version, statements, problems } = policyDocument(document);
  const plain = await Promise.all(statements.map(plainStatement));
  const texts = JSON.stringify(statements);
  return {
    statements: plain.flatMap(({ statement }) => statement ?? []),
    problems: [
      ...problems.map(({ at, found }) => `${at || "the document"}: got ${found}`),
      ...(version !== "2012-10-17" && texts.includes("${")
        ? [`got a \${variable} in the policy language of ${version}, which has none, want that of 2012-10-17`]
        : []),
      ...plain.flatMap(({ problem }) => problem ?? []),
    ],
  };
}

async function plainStatement(read: PolicyStatement) {
  const { at, sid, effect, notActions, notResources, principals, notPrincipals } = read;
  const elements = {
    NotAction: notActions,
    NotResource: notResources,
    Principal: [...principals, ...notPrincipals],
  };
  const [negative] = Object.entries(elements).flatMap(([name, list]) => (list.length > 0 ? [name] : []));
  if (negative !== undefined) return { problem: `${at} has ${negative}` };
  const statement: Statement = {
    ...(sid !== undefined && /^[A-Za-z0-9]+$/.test(sid) && { Sid: sid }),
    Effect: effect,
    Action: read.actions.map(String),
    Resource: read.resources.map(String),
    ...(read.conditions.length > 0 && { Condition: conditionOf(read) }),
  };
  const { others } = await statementIssues(statement);
  return others.length > 0 ? { problem: `${at}: ${others.join("; ")}` } : { statement };
}

function conditionOf({ conditions }: PolicyStatement): Condition {
  const condition: Record<string, Record<string, string[]>> = {};
  for (const { operator, key, values } of conditions)
    condition[operator] = { ...condition[operator], [key]: values.map(String) };
  return condition;
}

/** A statement in the words of a stack file. */
export function statementEntry({ Sid, Effect, Action, Resource, Condition }: Statement): StatementEntry {
  return {
    ...(Sid !== undefined && { sid: Sid }),
    ...(Effect === "Deny" && { effect: Effect }),
    actions: [...Action],
    resources: [...Resource],
    ...(Condition && { conditions: conditionEntry(Condition) }),
  };
}

/** One value stands alone, as people write it. */
function conditionEntry(condition: Condition): NonNullable<StatementEntry["conditions"]> {
  return Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, values]) => [
          key,
          values.length === 1 ? (values[0] ?? "") : [...values],
        ]),
      ),
    ]),
  );
}

/** What a stack file does not take of a statement. */
export interface StatementIssues {
  /** By the place of the action, what is wrong with it. Of an Allow they give nothing. */
  readonly actions: ReadonlyMap<number, string>;
  readonly others: readonly string[];
}

export async function statementIssues(statement: Statement): Promise<StatementIssues> {
  const entry = statementEntry(statement);
  const { error } = await statementSchema.safeParseAsync(entry);
  const actions = new Map<number, string>();
  const others: string[] = [];
  for (const issue of error?.issues ?? []) {
    const [field, index] = issue.path;
    const text = issueText(issue, entry);
    if (field === "actions" && typeof index === "number" && statement.Effect === "Allow")
      actions.set(index, text);
    else others.push(`${formatPath(issue.path)}: ${text}`);
  }
  return { actions, others };
}

function issueText(issue: z.core.$ZodIssue, entry: StatementEntry): string {
  const said: unknown = issue.code === "custom" ? issue.params?.["unlessSecret"] : undefined;
  if (typeof said === "string") return said;
  const at = (value: unknown, key: PropertyKey): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return `got ${shown(issue.path.reduce(at, entry))}, want ${issue.message}`;
}
