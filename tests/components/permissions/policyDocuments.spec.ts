import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import fc from "fast-check";
import { documentCharacters, policyDocuments } from "../../../components/permissions/policyDocuments.ts";
import { allow, type Statement } from "../../../iam/statement.ts";

/** A statement that fills a document of its own up to a number of characters. */
function statementOf(characters: number, action = "s3:GetObject"): Statement {
  const empty = documentCharacters([allow([action], [""])]);
  return allow([action], ["x".repeat(characters - empty)]);
}

function statementsOf(document: string | undefined): unknown {
  return (JSON.parse(document ?? "") as { Statement: unknown }).Statement;
}

describe("policy documents", () => {
  it("are none for no statements", () => {
    assert.deepEqual(policyDocuments([]), { documents: [], tooLong: [] });
  });

  it("write one action and one resource as text, several as a list", () => {
    assert.deepEqual(
      policyDocuments([
        { Sid: "Read", ...allow(["s3:GetObject"], ["arn:aws:s3:::a/*"]) },
        allow(["a:B", "a:C"], ["d", "e"]),
      ]),
      {
        documents: [
          '{"Version":"2012-10-17","Statement":[' +
            '{"Sid":"Read","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"},' +
            '{"Effect":"Allow","Action":["a:B","a:C"],"Resource":["d","e"]}]}',
        ],
        tooLong: [],
      },
    );
  });

  it("hold exactly 6,144 characters in one", () => {
    const { documents, tooLong } = policyDocuments([statementOf(6144)]);
    assert.deepEqual([documents.map((document) => document.length), tooLong], [[6144], []]);
  });

  it("do not count white space", () => {
    const spaces = allow(["s3:GetObject"], [" ".repeat(7000)]);
    assert.equal(policyDocuments([spaces]).documents.length, 1);
  });

  it("refuse a statement of 6,145 characters that has one resource", () => {
    const statement = statementOf(6145);
    assert.deepEqual(policyDocuments([statement]), {
      documents: [],
      tooLong: [{ statement, characters: 6145 }],
    });
  });

  it("hold what is said of one resource, and of what lies below it, in one of them", () => {
    const names = Array.from({ length: 30 }, (_, index) => `arn:aws:s3:::${"x".repeat(100)}-${index}`);
    const statements = names.flatMap((name) => [
      allow(["s3:ListBucket"], [name]),
      allow(["s3:GetObject", "s3:PutObject"], [`${name}/*`]),
    ]);
    const { documents } = policyDocuments(statements);
    const holding = (text: string) => documents.filter((document) => document.includes(text));
    assert.deepEqual(
      names.map((name) => [
        holding(`"${name}"`).length,
        holding(`"${name}"`)[0] === holding(`"${name}/*"`)[0],
      ]),
      names.map(() => [1, true]),
    );
    assert.equal(documents.length > 1, true);
  });

  it("share a long statement out by its resources, and keep its Sid in each", () => {
    const resources = Array.from({ length: 9 }, (_, index) => `${index}${"x".repeat(2000)}`);
    const { documents, tooLong } = policyDocuments([{ Sid: "Many", ...allow(["s3:GetObject"], resources) }]);
    const parts = documents.flatMap(
      (document) => statementsOf(document) as { Sid: string; Resource: string | string[] }[],
    );
    assert.deepEqual(
      parts.map(({ Sid }) => Sid),
      documents.map(() => "Many"),
    );
    assert.deepEqual(parts.flatMap(({ Resource }) => Resource).sort(), resources);
    assert.deepEqual(tooLong, []);
  });

  it("take the first document that has room where there may be no more of them", () => {
    const statements = [statementOf(4000, "a:A"), statementOf(4000, "b:B"), statementOf(1000, "c:C")];
    const { documents } = policyDocuments(statements, 1);
    assert.deepEqual(
      documents.map((document) =>
        (statementsOf(document) as { Action: string }[]).map(({ Action }) => Action),
      ),
      [["a:A", "c:C"], ["b:B"]],
    );
  });

  it("stay as they are when another statement is put in front, but for the one that gets it", () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      allow([`s3:GetObject${index}`], [`arn:aws:s3:::one/${"x".repeat(100)}/${index}`]),
    );
    const before = policyDocuments(many).documents;
    const after = policyDocuments([
      allow(["sqs:SendMessage"], ["arn:aws:sqs:eu-central-1::q"]),
      ...many,
    ]).documents;
    assert.equal(before.length, after.length);
    assert.equal(after.filter((document, index) => document !== before[index]).length, 1);
  });

  const seed = Number(process.env["SEED"] ?? randomInt(2 ** 31));

  it(`never lack a right that stands on both sides of an edit, in the order of an update (SEED=${seed})`, () => {
    let moved = 0;
    fc.assert(
      fc.property(arbitraryStatements, arbitraryStatements, fc.boolean(), (one, other, isEdit) => {
        const before = policyDocuments(one, 40).documents;
        const after = policyDocuments(isEdit ? [...other.slice(0, 3), ...one.slice(2)] : other, 40).documents;
        const wanted = new Set(rightsOf(after));
        const kept = rightsOf(before).filter((right) => wanted.has(right));
        const inForce = [...before];
        const lacking: string[] = [];
        const look = () => {
          const held = new Set(rightsOf(inForce));
          lacking.push(...kept.filter((right) => !held.has(right)));
        };
        // An update makes and changes the last document first, and removes what goes at the end.
        for (const index of [...after.keys()].reverse()) {
          if (inForce[index] !== undefined && inForce[index] !== after[index]) moved++;
          inForce[index] = after[index] ?? "";
          look();
        }
        inForce.length = after.length;
        look();
        assert.deepEqual(lacking, []);
      }),
      { seed, numRuns: 50 },
    );
    assert.ok(moved > 20, `only ${moved} documents changed`);
  });
});

/** Of each place one statement, so that what is said of a name always fits into one document. */
const arbitraryStatements = fc
  .uniqueArray(
    fc.record({
      name: fc.nat({ max: 60 }),
      actions: fc.uniqueArray(fc.constantFrom("a:Get", "a:Put", "a:List", "a:Delete"), { minLength: 1 }),
      below: fc.constantFrom("", "/*", "/part/*"),
    }),
    { selector: ({ name, below }) => `${name}${below}`, maxLength: 120, size: "max" },
  )
  .map((drawn) =>
    drawn.map(({ name, actions, below }) =>
      allow(actions, [`arn:aws:s3:::bucket-${name}-${"x".repeat(150)}${below}`]),
    ),
  );

/** Every action on every resource that documents allow, as texts. */
function rightsOf(documents: readonly (string | undefined)[]): string[] {
  return documents.flatMap((document) =>
    (
      statementsOf(document ?? '{"Statement":[]}') as {
        Action: string | string[];
        Resource: string | string[];
      }[]
    ).flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} on ${resource}`)),
    ),
  );
}
