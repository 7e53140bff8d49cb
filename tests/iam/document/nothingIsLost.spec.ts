import assert from "node:assert/strict";
import fc from "fast-check";
import type { PolicyStatement, Principal } from "../../../iam/document/policyStatement.ts";
import { policyDocument, readDocument } from "../../../iam/document/readDocument.ts";

/** `FUZZ_SEED=n` repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? 20261128);

/** A statement in the one shape that each of IAM's shapes is read into, as the plainest JSON. */
interface Meaning {
  readonly sid: string | null;
  readonly effect: "Allow" | "Deny";
  readonly elements: Readonly<Record<string, readonly string[]>>;
  readonly principals: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly conditions: readonly (readonly [operator: string, key: string, values: readonly string[]])[];
}

const text = fc.oneof(
  fc.constantFrom("*", "s3:Get*", "arn:aws:s3:::b/${aws:username}/*", "iam:PassRole", '"', "\\"),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const texts = fc.array(text, { minLength: 1, maxLength: 3 });
const operator = fc
  .tuple(
    fc.constantFrom("", "ForAnyValue:", "ForAllValues:"),
    fc.constantFrom("StringEquals", "StringNotLike", "Bool", "NumericLessThan", "ArnLike"),
    fc.constantFrom("", "IfExists"),
  )
  .map((parts) => parts.join(""));
const key = fc.constantFrom("aws:RequestedRegion", "iam:PermissionsBoundary", "aws:ResourceTag/a.b", "x y");

const meaning: fc.Arbitrary<Meaning> = fc.record({
  sid: fc.option(fc.constantFrom("Read", "")),
  effect: fc.constantFrom("Allow", "Deny"),
  elements: fc
    .tuple(
      fc.tuple(fc.constantFrom("Action", "NotAction"), texts),
      fc.tuple(fc.constantFrom("Resource", "NotResource"), texts),
    )
    .map((pairs) => Object.fromEntries(pairs)),
  principals: fc.option(
    fc
      .tuple(
        fc.constantFrom("Principal", "NotPrincipal"),
        fc.uniqueArray(fc.tuple(fc.constantFrom("AWS", "Service", "Federated"), texts), {
          selector: ([kind]) => kind,
          minLength: 1,
        }),
      )
      .map(([name, kinds]) => ({
        [name]: kinds.flatMap(([kind, values]) => values.map((value) => [kind, value] as const)),
      })),
    { nil: {} },
  ),
  conditions: fc.uniqueArray(fc.tuple(operator, key, texts), {
    selector: ([one, other]) => `${one} ${other}`,
    maxLength: 4,
  }),
});

/** The ways in which the same may be written. */
const style = fc.record({ scalars: fc.boolean(), upper: fc.boolean(), asText: fc.boolean() });
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

function written({ sid, effect, elements, principals, conditions }: Meaning, { scalars, upper }: Style) {
  const short = (list: readonly string[]) => (scalars && list.length === 1 ? list[0] : list);
  const name = (element: string) => (upper ? element.toUpperCase() : element);
  const maps = Object.entries(principals).map(([element, pairs]) => {
    const kinds = new Map<string, string[]>();
    for (const [kind, value] of pairs) kinds.set(kind, [...(kinds.get(kind) ?? []), value]);
    return [name(element), Object.fromEntries([...kinds].map(([kind, list]) => [kind, short(list)]))];
  });
  const condition: Record<string, Record<string, unknown>> = {};
  for (const [one, own, values] of conditions) (condition[one] ??= {})[own] = short(values);
  return {
    ...(sid !== null && { [name("Sid")]: sid }),
    [name("Effect")]: effect,
    ...Object.fromEntries(Object.entries(elements).map(([element, list]) => [name(element), short(list)])),
    ...(Object.fromEntries(maps) as object),
    ...(conditions.length > 0 && { [name("Condition")]: condition }),
  };
}

/** What a statement that was read says; tests of one operator stand together, as in a map. */
function said(statement: PolicyStatement): Meaning {
  const { sid = null, effect, actions, notActions, resources, notResources, conditions } = statement;
  const filled = <T>(lists: Record<string, readonly T[]>) =>
    Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  const named = (list: readonly Principal[]) =>
    list.map(({ kind, value }) => [kind, value as string] as const);
  return {
    sid,
    effect,
    elements: filled({
      Action: actions as string[],
      NotAction: notActions as string[],
      Resource: resources as string[],
      NotResource: notResources as string[],
    }),
    principals: filled({
      Principal: named(statement.principals),
      NotPrincipal: named(statement.notPrincipals),
    }),
    conditions: sorted(conditions.map((one) => [one.operator, one.key, one.values as string[]])),
  };
}

const sorted = (conditions: Meaning["conditions"]) =>
  conditions.toSorted((one, other) => (one.join() < other.join() ? -1 : 1));

describe("a document that IAM accepts", () => {
  it(`says the same once it is read, in whatever form it is written (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(meaning, { minLength: 1, maxLength: 4 }), style, (meanings, form) => {
        const Statement = meanings.map((one) => written(one, form));
        const object = { Version: "2012-10-17", Statement: form.scalars ? [Statement].flat() : Statement };
        const { version, statements, problems } = policyDocument(
          form.asText ? JSON.stringify(object) : object,
        );
        assert.deepEqual(
          { version, problems, statements: statements.map(said) },
          {
            version: "2012-10-17",
            problems: [],
            statements: meanings.map((one) => ({ ...one, conditions: sorted(one.conditions) })),
          },
        );
      }),
      { seed, numRuns: 2000 },
    );
  });

  it(`is read alike as a document and as the list of its statements (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(meaning, { minLength: 1, maxLength: 4 }), style, (meanings, form) => {
        const Statement = meanings.map((one) => written(one, form));
        const list = policyDocument(form.asText ? JSON.stringify(Statement) : Statement, "policy");
        assert.deepEqual(
          list.statements,
          [...readDocument({ Statement }, "policy")].map(
            (reading) => reading.kind === "statement" && reading.statement,
          ),
        );
      }),
      { seed, numRuns: 500 },
    );
  });
});
