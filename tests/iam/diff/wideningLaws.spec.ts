import assert from "node:assert/strict";
import fc from "fast-check";
import { givesMore, diffDocuments, widens } from "../../../iam/diff/index.ts";
import { allow, bucket } from "./allow.ts";

const objects = (path: string) => allow("s3:GetObject", `${bucket}/${path}`);
const like = (values: readonly string[]) => ({ StringLike: { "s3:prefix": values } });

const text = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", "/"), minLength: 1, maxLength: 6 });
const statement = fc
  .record({
    effect: fc.constantFrom("Allow", "Deny"),
    actions: fc.array(fc.constantFrom("s3:Get*", "s3:GetObject", "s3:*", "sqs:SendMessage"), {
      minLength: 1,
    }),
    paths: fc.array(text, { minLength: 1, maxLength: 3 }),
    prefixes: fc.option(fc.array(text, { minLength: 1, maxLength: 2 })),
  })
  .map(({ effect, actions, paths, prefixes }) => ({
    Effect: effect,
    Action: actions,
    Resource: paths.map((path) => `${bucket}/${path}`),
    ...(prefixes && { Condition: like(prefixes) }),
  }));
const statements = fc.array(statement, { maxLength: 4 });

describe("widening, by laws", () => {
  it("never is a document beside itself", () => {
    fc.assert(fc.property(statements, (document) => !widens(document, document)));
  });

  it("always is a statement with an action that no other names", () => {
    fc.assert(
      fc.property(statements, (document) =>
        widens(document, [...document, allow("kms:Decrypt", "arn:aws:kms:eu-central-1:111122223333:key/*")]),
      ),
    );
  });

  it("never is an Allow less", () => {
    fc.assert(
      fc.property(statements, statement, (document, more) => {
        return !widens([...document, { ...more, Effect: "Allow" }], document);
      }),
    );
  });

  it("never is found where a pattern matches a text that the other does not", () => {
    const one = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 6 });
    fc.assert(
      fc.property(text, text, one, (wide, narrow, sample) => {
        const matched = (pattern: string) =>
          new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(sample);
        return !matched(narrow) || matched(wide) || widens([objects(wide)], [objects(narrow)]);
      }),
      { numRuns: 5000 },
    );
  });

  it("is what the diff shows as more", async () => {
    await fc.assert(
      fc.asyncProperty(statements, statements, async (before, after) => {
        const diff = await diffDocuments(before, after);
        assert.deepEqual([diff.widens, diff.doubts], [diff.changes.some(givesMore), []]);
      }),
      // Each run asks the catalogue of actions for many levels.
      { numRuns: 40 },
    );
  });
});
