import assert from "node:assert/strict";
import { permits } from "../../../iam/covers/permits.ts";
import { diffDocuments, givesMore, widens } from "../../../iam/diff/index.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { actionPatterns, drawStatement, resourcePatterns } from "./documents.ts";
import { chance, pick, type Random, some } from "./draw.ts";
import { isAllowed, type JudgedDocument, type JudgedStatement, type Request } from "./evaluate.ts";
import { drawRequest, testsIn } from "./requests.ts";
import { count, drawn, seed, shown } from "./seeded.ts";

/** A document that says nearly the same. */
function neighbour(random: Random, { Version, Statement }: JudgedDocument): JudgedDocument {
  const changed = Statement.map((one) => (chance(random, 0.6) ? changedStatement(random, one) : one));
  const fewer = chance(random, 0.2) ? changed.slice(1) : changed;
  return { Version, Statement: chance(random, 0.2) ? [...fewer, drawStatement(random, 0.6)] : fewer };
}

function changedStatement(random: Random, statement: JudgedStatement): JudgedStatement {
  const { Action, Resource, Condition, ...rest } = statement;
  const kind = random();
  if (kind < 0.3 && Action)
    return { ...statement, Action: some(random, [...Action, pick(random, actionPatterns)], 2) };
  if (kind < 0.7 && Resource)
    return { ...statement, Resource: some(random, [...Resource, pick(random, resourcePatterns)], 2) };
  if (kind < 0.8) return { ...rest, ...(Action && { Action }), ...(Resource && { Resource }) };
  const { Condition: other } = drawStatement(random);
  return { ...statement, ...(other && { Condition: { ...other, ...(chance(random, 0.5) && Condition) } }) };
}

/** Whether the code under test compares all that the document asks, and takes nothing for met that is not said. */
function isComparable(document: JudgedDocument, { context }: Request): boolean {
  const compared = (operator: string) => /String|Arn|Bool/.test(operator);
  return (
    !shown(document).includes("${") &&
    document.Statement.every(({ Condition = {} }) => Object.keys(Condition).every(compared)) &&
    testsIn(document).every(([key]) => context.has(key.toLowerCase()))
  );
}

describe(`what ${count} random documents allow, seed ${seed}`, () => {
  it("is nothing new where no widening is found", () => {
    const tally = { same: 0, allowed: 0 };
    for (const [random, before] of drawn()) {
      const after = neighbour(random, before);
      if (after.Statement.length === 0 || widens(before, after)) continue;
      tally.same++;
      for (let requests = 0; requests < 3; requests++) {
        const request = drawRequest(random, after);
        if (!isAllowed(after, request)) continue;
        tally.allowed++;
        assert.ok(isAllowed(before, request), `newly allowed: ${shown({ before, after, request })}`);
      }
    }
    assert.ok(tally.same > count / 10 && tally.allowed > count / 10, shown(tally));
  });

  it("is nothing new where the diff shows no gain", async () => {
    for (const [random, before] of drawn(count / 20)) {
      const after = neighbour(random, before);
      const { changes } = await diffDocuments(before, after);
      if (changes.some(givesMore) || after.Statement.length === 0) continue;
      const request = drawRequest(random, after);
      assert.ok(
        !isAllowed(after, request) || isAllowed(before, request),
        `newly allowed: ${shown({ before, after, changes, request })}`,
      );
    }
  });

  it("is what they permit, and nothing else", () => {
    let compared = 0;
    for (const [random, document] of drawn()) {
      const request = drawRequest(random, document);
      if (!isComparable(document, request)) continue;
      compared++;
      const { action, resource, context } = request;
      const permitted = permits(statementsOf(document), action, resource, Object.fromEntries(context));
      assert.equal(permitted, isAllowed(document, request), shown({ document, request }));
    }
    assert.ok(compared > count / 10, `${compared} compared`);
  });
});
