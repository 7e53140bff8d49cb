import assert from "node:assert/strict";
import { diffDocuments, givesMore, widens } from "../../../iam/diff/index.ts";
import type { Condition } from "./conditions.ts";
import { chance, pick, type Random, randomOf, some } from "./draw.ts";
import { isAllowed, type JudgedDocument, type JudgedStatement, type Request } from "./evaluate.ts";
import { count, seed, shown } from "./seeded.ts";

/** A condition key with the operators that compare it, the values of policies and those of requests: few, so that they meet. */
interface Kind {
  readonly key: string;
  readonly operators: readonly string[];
  readonly values: readonly string[];
  readonly given: readonly string[];
  /** Whether a request may have several values, so that operators have a prefix. */
  readonly several?: true;
}

const ordered = (type: string) =>
  ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"].map(
    (name) => `${type}${name}`,
  );

const kinds: readonly Kind[] = [
  {
    key: "aws:PrincipalTag/team",
    operators: [
      ...["StringEquals", "StringLike", "StringEqualsIgnoreCase"],
      ...["StringNotEquals", "StringNotLike", "StringNotEqualsIgnoreCase"],
    ],
    values: ["a", "A", "ab", "a*", "a?", "*", "a${aws:username}", "1"],
    given: ["a", "A", "ab", "AB", "b", "ac", "a*", "aalice", "1"],
  },
  {
    key: "aws:SourceArn",
    operators: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
    values: ["arn:aws:sns:*:1:a", "arn:aws:sns:eu:1:a", "arn:aws:sns:eu:1:*", "arn:aws:sns:e?:1:a"],
    given: ["arn:aws:sns:eu:1:a", "arn:aws:sns:us:1:a", "arn:aws:sns:eu:1:b", "arn:aws:sns:eu:1:b:a"],
  },
  {
    key: "aws:MultiFactorAuthAge",
    operators: ordered("Numeric"),
    values: ["10", "10.0", "20", "1000"],
    given: ["5", "10", "15", "20", "1000", "2000"],
  },
  {
    key: "aws:CurrentTime",
    operators: ordered("Date").filter((name) => name !== "DateNotEquals"),
    values: ["2027-01-01T00:00:00Z", "2027-01-01T01:00:00+01:00", "2028-01-01", "2028-06-01T00:00:00Z"],
    given: ["2026-06-01T00:00:00Z", "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z", "2029-01-01T00:00:00Z"],
  },
  {
    key: "aws:SourceIp",
    operators: ["IpAddress", "NotIpAddress"],
    values: ["203.0.113.0/24", "203.0.113.9/24", "203.0.113.128/25", "203.0.113.7", "0.0.0.0/0"],
    given: ["203.0.113.7", "203.0.113.200", "198.51.100.7"],
  },
  {
    key: "aws:SecureTransport",
    operators: ["Bool"],
    values: ["true", "True", "false"],
    given: ["true", "false"],
  },
  {
    key: "aws:TagKeys",
    operators: ["StringEquals", "StringLike", "StringNotEquals"],
    values: ["a", "b", "a*", "*"],
    given: ["a", "b", "ab"],
    several: true,
  },
];

function drawCondition(random: Random, { key, operators, values, several }: Kind): Condition {
  if (chance(random, 0.1)) return { Null: { [key]: [pick(random, ["true", "false"])] } };
  const prefix = several ? pick(random, ["ForAnyValue:", "ForAllValues:"]) : "";
  const suffix = !several && chance(random, 0.3) ? "IfExists" : "";
  return { [`${prefix}${pick(random, operators)}${suffix}`]: { [key]: some(random, values, 2) } };
}

const resources = [
  "arn:aws:s3:::o/a",
  "arn:aws:s3:::o/a*",
  "arn:aws:s3:::o/${aws:username}",
  "arn:aws:s3:::o/*",
];

function drawStatement(random: Random, kind: Kind): JudgedStatement {
  const named = chance(random, 0.7) ? resources.slice(-1) : some(random, resources, 2);
  return {
    Effect: chance(random, 0.8) ? "Allow" : "Deny",
    Action: ["s3:GetObject"],
    ...(chance(random, 0.15) ? { NotResource: named } : { Resource: named }),
    ...(chance(random, 0.9) && { Condition: drawCondition(random, kind) }),
  };
}

const listsOf = ({ Condition = {} }: JudgedStatement) =>
  Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );

/** The same statement once for each value of its condition, or one with the values of several. */
function splitOrMerged(random: Random, statements: readonly JudgedStatement[]): readonly JudgedStatement[] {
  const [first, second] = statements;
  const [test] = first ? listsOf(first) : [];
  if (first === undefined || test === undefined) return statements;
  if (chance(random, 0.5) || second === undefined)
    return [
      ...test.values.map((value) => ({ ...first, Condition: { [test.operator]: { [test.key]: [value] } } })),
      ...statements.slice(1),
    ];
  const values = [first, second].flatMap((one) => listsOf(one).flatMap((other) => other.values));
  return [{ ...first, Condition: { [test.operator]: { [test.key]: values } } }, ...statements.slice(2)];
}

function drawPair(random: Random, kind: Kind): readonly [JudgedDocument, JudgedDocument] {
  const draw = () => drawStatement(random, kind);
  const before = Array.from({ length: pick(random, [1, 1, 2]) }, draw);
  const after = chance(random, 0.3)
    ? splitOrMerged(random, before)
    : before.map((one) => {
        const other = draw();
        return chance(random, 0.7)
          ? { ...one, ...(other.Condition && { Condition: other.Condition }) }
          : other;
      });
  const document = (Statement: readonly JudgedStatement[]): JudgedDocument => ({
    Version: "2012-10-17",
    Statement,
  });
  return [document(before), document(after)];
}

/** Every request that a pair of such documents can tell apart. */
function requestsOf({ key, given, several }: Kind): Request[] {
  const lists = [
    undefined,
    ...given.map((value) => [value]),
    ...(several ? [[], given.slice(0, 2), given.slice(1)] : []),
  ];
  return lists.flatMap((values) =>
    [undefined, "alice", "a"].flatMap((username) =>
      ["a", "ab", "alice", "b"].map((name) => ({
        action: "s3:GetObject",
        resource: `arn:aws:s3:::o/${name}`,
        context: new Map<string, readonly string[]>([
          ...(values ? [[key.toLowerCase(), values] as const] : []),
          ...(username === undefined ? [] : [["aws:username", [username]] as const]),
        ]),
      })),
    ),
  );
}

describe(`the same rights in other words, in ${count} random pairs, seed ${seed}`, () => {
  for (const kind of kinds) {
    const pairs = Math.ceil(count / kinds.length / 4);
    it(`are no widening of ${kind.key}, and nothing else is none`, () => {
      const requests = requestsOf(kind);
      const tally = { silent: 0, rightly: 0, warned: 0 };
      for (let index = 0; index < pairs; index++) {
        const [before, after] = drawPair(randomOf(seed + index), kind);
        const more = requests.find((request) => isAllowed(after, request) && !isAllowed(before, request));
        const isFound = widens(before, after);
        assert.ok(isFound || more === undefined, `shown as none: ${shown({ before, after, more })}`);
        if (more === undefined) tally[isFound ? "warned" : "silent"]++;
        else tally.rightly++;
      }
      // Where nothing is gained, most of the time nothing is said.
      assert.ok(tally.silent > tally.warned && tally.rightly > pairs / 10, shown(tally));
    });
  }

  it("are shown as more wherever something is newly allowed", async () => {
    for (let index = 0; index < count / 40; index++) {
      const random = randomOf(seed + index);
      const kind = pick(random, kinds);
      const [before, after] = drawPair(random, kind);
      const more = requestsOf(kind).find(
        (request) => isAllowed(after, request) && !isAllowed(before, request),
      );
      if (more === undefined) continue;
      const { changes } = await diffDocuments(before, after);
      assert.ok(changes.some(givesMore), `not shown: ${shown({ before, after, changes, more })}`);
    }
  });
});
