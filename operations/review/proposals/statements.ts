import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import type { Statement } from "../../../iam/statement.ts";
import { actionsOf } from "../grantedActions.ts";
import type { ReviewedAction } from "../review.ts";
import type { Judge } from "../usage/usage.ts";
import { nothing, type Planned, remark } from "./planned.ts";
import { actionsThatAre, byEvents, counted, listed, unusedSince } from "./words.ts";

/** What could be smaller in the Allow statements of `statements`. A Deny is never touched: less of it would allow more. */
export async function statementProposals(
  { name, rawStatements }: Pick<CompiledWorkload, "name" | "rawStatements">,
  judge: Judge,
): Promise<Planned[]> {
  const planned = rawStatements.map(async (statement, index) =>
    statement.Effect === "Allow"
      ? ofStatement(`workloads.${name}.statements[${index}]`, statement, index, judge)
      : [],
  );
  return (await Promise.all(planned)).flat();
}

async function ofStatement(at: string, statement: Statement, index: number, all: Judge): Promise<Planned[]> {
  const { Sid, Action } = statement;
  const judge = all.within(statementsOf([statement]));
  const matched = await Promise.all(
    Action.map(async (pattern) => (await actionsOf(pattern, [])).map(judge.ofAction)),
  );
  if (matched.flat().every(({ use }) => use === "unused")) {
    const because = unusedSince(Action, judge.since, lastUses(matched.flat())) + byEvents(matched.flat());
    const proposal = { at, got: Sid ?? listed(Action), want: nothing, because };
    return [{ proposal, edits: [{ path: ["statements", index], values: [] }] }];
  }
  const staying = new Set(Action.filter((_, place) => allUsed(matched[place] ?? [])).map(lower));
  return Action.flatMap((pattern, place) => {
    const path = ["statements", index, "actions", place];
    return ofPattern(
      { at: `${at}.actions[${place}]`, path, pattern },
      matched[place] ?? [],
      staying,
      judge.since,
    );
  });
}

interface Place {
  readonly at: string;
  readonly path: readonly (string | number)[];
  readonly pattern: string;
}

/**
 * What is enough in the place of one action or pattern.
 *
 * @param staying What the statement names and used beside it, in lower case; what takes its place is added.
 */
function ofPattern(
  { at, path, pattern }: Place,
  matched: readonly ReviewedAction[],
  staying: Set<string>,
  since: string,
): Planned[] {
  const unused = actionsThatAre("unused", matched);
  const used = actionsThatAre("used", matched).sort();
  if (unused.length === 0) return [];
  const notUsed =
    unusedSince(unused, since, lastUses(matched), describe(pattern, unused)) + byEvents(matched);
  if (!isAllTracked(matched)) {
    const untracked = `AWS does not track ${matched.length - used.length - unused.length} of its ${counted(matched.length, "action")}`;
    const inUse = used.length === 0 ? "none that it tracks was used" : `used were ${listed(used)}`;
    return [remark(at, pattern, `${notUsed}, but ${untracked}; ${inUse}`)];
  }
  const values = used.filter((action) => !staying.has(lower(action)));
  for (const action of values) staying.add(lower(action));
  const want = used.length === 0 ? nothing : listed(used);
  return [{ proposal: { at, got: pattern, want, because: notUsed }, edits: [{ path, values }] }];
}

/** A pattern stands for many actions, of which a few are named. */
function describe(pattern: string, unused: readonly string[]): string {
  return /[*?]/.test(pattern) ? `${counted(unused.length, "action")} (${listed(unused)})` : pattern;
}

const isAllTracked = (matched: readonly ReviewedAction[]) =>
  matched.every(({ use }) => use !== "not tracked");

const allUsed = (matched: readonly ReviewedAction[]) => matched.every(({ use }) => use === "used");

const lower = (text: string) => text.toLowerCase();

const lastUses = (actions: readonly ReviewedAction[]) =>
  actions.filter(({ use }) => use === "unused").map(({ lastUsed }) => lastUsed);
