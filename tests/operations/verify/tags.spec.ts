import assert from "node:assert/strict";
import { judgeTags } from "../../../operations/verify/judgeTags.ts";
import { providerTags, wantedTags } from "../../../operations/verify/tags.ts";

const declared = { tags: { Stack: "prod", team: "shop" } };

const judged = (
  values: Readonly<Record<string, unknown>>,
  got: Readonly<Record<string, string>>,
  secretKeys: readonly string[] = [],
) =>
  judgeTags("role", got, wantedTags(declared, providerTags({ values, secretKeys }))).map(
    ({ at, got: is, want }) => `${at} | ${is} | ${want}`,
  );

const defaults = { "aws:defaultTags": { tags: { cost: 17, team: "all" } } };
const ignores = { "aws:ignoreTags": JSON.stringify({ keys: ["seen"], keyPrefixes: ["scan:"] }) };

describe("the verdict on tags", () => {
  for (const [name, values, got, finds] of [
    ["nothing where they are as declared", {}, declared.tags, []],
    [
      "those that are changed, missing and added",
      {},
      { team: "eve", Owner: "eve" },
      ['role tag Stack | none | "prod"', 'role tag team | "eve" | "shop"', 'role tag Owner | "eve" | none'],
    ],
    [
      "those of the provider, which a tag of the stack wins over",
      defaults,
      declared.tags,
      ['role tag cost | none | "17"'],
    ],
    ["nothing where those of the provider are there", defaults, { ...declared.tags, cost: "17" }, []],
    ["nothing in what AWS writes itself", {}, { ...declared.tags, "aws:created": "x" }, []],
    ["nothing in what the provider ignores", ignores, { ...declared.tags, seen: "1", "scan:last": "2" }, []],
    [
      "those that settings which are no object do not ignore",
      { "aws:ignoreTags": "seen" },
      { ...declared.tags, seen: "1" },
      ['role tag seen | "1" | none'],
    ],
  ] as const)
    it(`finds ${name}`, () => {
      assert.deepEqual(judged(values, got), finds);
    });

  it("shows no value of a secret one", () => {
    const of = {
      ...declared,
      secrets: { tagKeys: ["team"], description: false, policies: false, permissionsBoundary: false },
    };
    const wanted = wantedTags(of, providerTags({ values: defaults, secretKeys: ["aws:defaultTags"] }));
    assert.deepEqual(
      judgeTags("role", { Stack: "prod", team: "other", cost: "18" }, wanted).map(({ got, want }) => [
        got,
        want,
      ]),
      [
        ["another value", "the declared one, which is secret"],
        ["another value", "the declared one, which is secret"],
      ],
    );
  });
});
