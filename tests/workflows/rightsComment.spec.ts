import assert from "node:assert/strict";
import { commentMark, rightsComment } from "../../.github/scripts/rightsComment.ts";
import { readingIn, type Reading } from "../../.github/scripts/reading.ts";
import { commentMark as markOfTool } from "../../operations/permissions/diffMarkdown.ts";

const right = (actions: readonly string[]) => ({ effect: "Allow", actions, resources: ["*"] });

const reading = (
  actions: readonly string[],
  markdown = `${commentMark}\n### Rights\n\nNone.\n`,
): Reading => ({
  changes: { answer: { base: "main", workloads: [] } },
  stacks: {
    dev: {
      answer: { stack: "dev", workloads: [{ name: "api", rights: actions.map((one) => right([one])) }] },
    },
  },
  markdown,
});

const base = reading(["s3:GetObject"]);

const comment = (text: string | undefined, of = base) =>
  rightsComment(of, { commit: "abc", ...(text !== undefined && { text }) });

const headingsOf = (text: string) => text.split("\n").filter((line) => line.startsWith("#"));

describe("the comment on rights", () => {
  it("begins with the mark of the tool, so that there is one comment", () => {
    assert.equal(commentMark, markOfTool);
    assert.equal(
      comment(JSON.stringify(base)),
      `${commentMark}\n### Rights\n\nNone.\n\n<sub>Read by the tool of the main branch at commit \`abc\`.</sub>\n`,
    );
  });

  it("takes the same things in another order for the same", () => {
    const two = reading(["s3:GetObject", "sqs:SendMessage"]);
    const turned = JSON.stringify(reading(["sqs:SendMessage", "s3:GetObject"]), (_, value: unknown) =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    assert.deepEqual(headingsOf(comment(turned, two)), ["### Rights"]);
  });

  for (const [name, text] of [
    ["nothing", ""],
    ["no JSON", "<html>"],
    ["another document", "[]"],
    ["answers that are none", JSON.stringify({ ...base, stacks: { dev: {} } })],
    ["a document that was cut off", JSON.stringify(base).slice(0, -9)],
    [
      "a document of any depth",
      `{"changes":{"answer":${"[".repeat(50_000)}${"]".repeat(50_000)}},"stacks":{},"markdown":""}`,
    ],
  ] as const)
    it(`says that the pull request's own tool reported nothing where there is ${name}`, () => {
      assert.deepEqual(headingsOf(comment(text)), [
        "### ⛔ The pull request's own tool reported nothing",
        "### Rights",
      ]);
    });

  it("stays within what GitHub takes, with the warnings in sight and nothing left open", () => {
    const long = `${commentMark}\n### Rights\n<details>\n${"- 역할 gains\n".repeat(9000)}</details>\n`;
    const many = Array.from({ length: 5000 }, (_, index) => `s3:${"x".repeat(1000)}${index}`);
    const text = comment(JSON.stringify(reading(many)), reading(["s3:GetObject"], long));
    assert.ok(Buffer.byteLength(text) <= 65_000, String(Buffer.byteLength(text)));
    assert.deepEqual(headingsOf(text), [
      "### ⛔ This pull request changes what stack files mean",
      "### Rights",
    ]);
    assert.match(text, /\n- … and 4961 more\n[^]*\n<\/details>\n\n\*\*… and more than fits/);
  });

  it("says what the tool of the main branch cannot read", () => {
    const error = { error: "permissions: Pulumi.dev.yaml: @octocat\n#1" };
    const text = comment(undefined, { changes: error, stacks: {}, markdown: "" });
    assert.deepEqual(headingsOf(text), [
      "### ⛔ The tool of the main branch cannot read this pull request",
      "### Rights that this change gives and takes",
    ]);
    assert.match(text, /^- the change: permissions: Pulumi\.dev\.yaml: @&#8203;octocat #&#8203;1$/m);
  });

  it("takes what readRights.ts prints, and no other document", () => {
    assert.deepEqual(readingIn(JSON.stringify(base)), base);
    assert.equal(readingIn("null"), undefined);
  });
});
