import type { AccessEntry } from "../../components/access/index.ts";
import { accessEntry } from "../../components/access/accessEntry.ts";
import type { StatementEntry } from "../../components/config/statementSchema.ts";
import type { Statement } from "../../iam/statement.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import { anyLike, counted, type Call, type CountedCall } from "./call.ts";
import { withCommonPrefixes } from "./commonPrefixes.ts";
import { guessIn, mergedStatements, statementFor, type RefusedCalls } from "./leftStatements.ts";
import { merged } from "./merged.ts";
import { wordsFor } from "./proposedWords.ts";
import { defaultLevelOf, packSays, type LevelOf } from "./packSays.ts";
import { withStackNames, type NamingTarget } from "./stackNames.ts";
import { surelyAllow } from "./surelyAllow.ts";
import type { Compiled } from "./words.ts";

/** An entry of `access` that is proposed. */
export interface ProposedEntry {
  /** With placeholders, as the stack file has it. */
  readonly entry: AccessEntry;
  /** What it is for. */
  readonly calls: readonly CountedCall[];
  /** The other actions that its word has, which no call was. */
  readonly further: readonly string[];
}

/** An entry of `statements` that is proposed, for what no word says exactly. */
export interface ProposedStatement {
  readonly statement: StatementEntry;
  readonly calls: readonly CountedCall[];
}

/** What a workload needs to be allowed some calls, and nothing more than that. */
export interface Proposal {
  readonly access: readonly ProposedEntry[];
  readonly statements: readonly ProposedStatement[];
  /** What is not proposed: the policy pack would refuse it, or nothing could allow it. */
  readonly refused: readonly RefusedCalls[];
  /** What a reader should know, a sentence each without its full stop. */
  readonly notes: readonly string[];
}

/** The smallest set of words, and statements for the rest, that allows calls which nothing allows yet. */
export async function proposed(
  calls: readonly Call[],
  target: NamingTarget,
  levelOf: LevelOf = defaultLevelOf,
): Promise<Proposal> {
  const all = counted(calls.map(anyLike));
  const { calls: wanted, notes } = withCommonPrefixes(all);
  const pieces = await allowedPieces(wanted, target, levelOf);
  const entries = merged(pieces.words, target);
  const statements = mergedStatements(pieces.statements);
  const allowedBy = (said: readonly PolicyStatement[]) => all.filter((call) => surelyAllow(said, call));
  const advice = await packSays(
    [...entries.flatMap(({ plain }) => plain), ...statements],
    "advisory",
    levelOf,
  );
  return {
    access: entries.map((entry) => ({
      entry: named(entry, target),
      calls: allowedBy(entry.statements),
      further: furtherActions(entry, allowedBy(entry.statements)),
    })),
    statements: statements.map((one) => ({
      statement: { actions: [...one.Action], resources: withStackNames([...one.Resource], target) },
      calls: allowedBy(statementsOf([one])),
    })),
    refused: pieces.refused,
    notes: [...notes, ...advice.map((reason) => `the policy pack advises against it: ${reason}`)],
  };
}

interface Pieces {
  readonly words: readonly Compiled[];
  readonly statements: readonly Statement[];
  readonly refused: readonly RefusedCalls[];
}

/** Words, then statements for what they leave, as far as the pack lets them pass. */
async function allowedPieces(
  calls: readonly CountedCall[],
  target: NamingTarget,
  levelOf: LevelOf,
): Promise<Pieces> {
  const refusalOf = async (statements: readonly Statement[]) =>
    (await packSays(statements, "mandatory", levelOf))[0];
  const words: Compiled[] = [];
  for (const word of await wordsFor(calls, target))
    if ((await refusalOf(word.plain)) === undefined) words.push(word);
  const allowed = words.flatMap((word) => word.statements);
  const left = calls.filter((one) => !surelyAllow(allowed, one));
  const made = await Promise.all(left.map(async (call) => ({ call, made: await statementFor(call) })));
  const possible = made.flatMap((one) => (typeof one.made === "string" ? [] : one.made));
  // Mostly the pack lets all pass, and thousands need not be shown to it one by one.
  const isRefused = (await refusalOf(mergedStatements(possible))) !== undefined;
  const statements: Statement[] = [];
  const refused = new Map<string, CountedCall[]>();
  for (const { call, made: one } of made) {
    const reason =
      typeof one === "string"
        ? one
        : ((isRefused ? await refusalOf([one]) : undefined) ?? (await guessIn(call)));
    if (reason !== undefined) refused.set(reason, [...(refused.get(reason) ?? []), call]);
    else if (typeof one !== "string") statements.push(one);
  }
  return { words, statements, refused: [...refused].map(([because, some]) => ({ calls: some, because })) };
}

/** An entry in the names of the stack; as it is where they would make it one that the schema refuses. */
function named({ entry, service, fields, level }: Compiled, target: NamingTarget): AccessEntry {
  const placed = { [service]: { ...withStackNames(fields, target), level } } as AccessEntry;
  return accessEntry.safeParse(placed).success ? placed : entry;
}

function furtherActions({ statements }: Compiled, calls: readonly CountedCall[]): string[] {
  const used = new Set(calls.map(({ action }) => action.toLowerCase()));
  const actions = statements.flatMap((one) => one.actions).filter((action) => typeof action === "string");
  return [...new Set(actions)].filter((action) => !used.has(action.toLowerCase())).sort();
}
