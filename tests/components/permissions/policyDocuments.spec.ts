import assert from "node:assert/strict";
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

  it("fill the first document that has room, in order", () => {
    const statements = [statementOf(4000, "a:A"), statementOf(4000, "b:B"), statementOf(1000, "c:C")];
    const { documents } = policyDocuments(statements);
    assert.deepEqual(
      documents.map((document) =>
        (statementsOf(document) as { Action: string }[]).map(({ Action }) => Action),
      ),
      [["a:A", "c:C"], ["b:B"]],
    );
  });

  it("split a long statement by its resources and keep its Sids apart", () => {
    const resources = Array.from({ length: 9 }, (_, index) => `${index}${"x".repeat(2000)}`);
    const { documents, tooLong } = policyDocuments([{ Sid: "Many", ...allow(["s3:GetObject"], resources) }]);
    const parts = documents.flatMap(
      (document) => statementsOf(document) as { Sid: string; Resource: string | string[] }[],
    );
    assert.deepEqual(
      parts.map(({ Sid }) => Sid),
      ["Many", "Many2", "Many3"],
    );
    assert.deepEqual(
      parts.flatMap(({ Resource }) => Resource),
      resources,
    );
    assert.deepEqual(tooLong, []);
  });
});
