import assert from "node:assert/strict";
import { reviewMarkdown } from "../../../../operations/review/formats/markdown.ts";
import { code, fenced, prose, tableOf } from "../../../../operations/review/formats/markdownText.ts";
import { sampleReview } from "./sampleReview.ts";

const services = [
  "| workload | verdict | service | in the window | last used | actions used | unused | not tracked |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
];

describe("a review in Markdown", () => {
  it("has the sum, a section for each role with something to do, the rest folded, the patch, and the limits", () => {
    assert.deepEqual(reviewMarkdown(sampleReview).split("\n"), [
      "**4 roles: 1 could be smaller, 1 never used, 1 all in use, 1 too young.** Stack `dev`, 90 days from 2026-08-27 to 2026-11-25.",
      "",
      "### `batch`: never used",
      "",
      "Role `shop-dev-batch`, last used 2026-05-01.",
      "",
      "Here the workload as a whole has to be looked at: start it, or take it out of the stack file.",
      "",
      "<details><summary>Services</summary>",
      "",
      ...services,
      "| `batch` | never used | `sns` | not used | 2026-05-01 | 0 | 1 | 0 |",
      "",
      "</details>",
      "",
      "### `orders`: could be smaller",
      "",
      "Role `shop-dev-orders`, last used 2026-11-20.",
      "",
      "| in the stack file | got | enough | because |",
      "| --- | --- | --- | --- |",
      "| `workloads.orders.access[0]` | `sns publish orders` | `nothing` | sns was not used since 2026-08-27, last on 2026-05-01 |",
      "| `workloads.orders.statements[0].actions[0]` | `sqs:*Queue` |  | AWS does not track 1 of its 3 actions |",
      "",
      "With the patch the role",
      "",
      "- loses write on sns orders\\* (sns:Publish)",
      "",
      "<details><summary>Services</summary>",
      "",
      ...services,
      "| `orders` | could be smaller | `sns` | not used | 2026-05-01 | 0 | 1 | 0 |",
      "| `orders` | could be smaller | `sqs` | used | 2026-11-20 | 1 | 1 | 1 |",
      "",
      "</details>",
      "",
      "<details><summary>No change for 2 roles: 1 all in use, 1 too young</summary>",
      "",
      ...services,
      "| `alerts` | all in use | `sqs` | used | 2026-11-20 | 1 | 1 | 1 |",
      "",
      "</details>",
      "",
      "### Patch",
      "",
      "`git apply` accepts it.",
      "",
      "````diff",
      "--- a/Pulumi.dev.yaml",
      "+++ b/Pulumi.dev.yaml",
      "@@ -1,1 +1,0 @@",
      "-# ```",
      "````",
      "",
      "<details><summary>What AWS does not tell</summary>",
      "",
      "- Attempts count as use.",
      "- AWS does not track iam:PassRole.",
      "",
      "</details>",
      "",
    ]);
  });

  for (const [text, expected] of [
    ["a|b", "a\\|b"],
    ["<img src=x>\n# *b* _c_ [d](e) `f`", "\\<img src=x\\> \\# \\*b\\* \\_c\\_ \\[d\\](e) \\`f\\`"],
    ["@team & \\n ~x~", "&#64;team \\& \\\\n \\~x\\~"],
  ] as const)
    it(`shows ${JSON.stringify(text)} as it is`, () => {
      assert.equal(prose(text), expected);
    });

  for (const [text, expected] of [
    ["s3:*", "`s3:*`"],
    ["a|b\nc", "`a\\|b c`"],
    ["a`b", "``a`b``"],
    ["`a``", "``` `a`` ```"],
  ] as const)
    it(`shows ${JSON.stringify(text)} as code`, () => {
      assert.equal(code(text), expected);
    });

  it("fences text that holds a fence, and ends it with a line", () => {
    assert.equal(fenced("diff", "```\nx"), "````diff\n```\nx\n````");
  });

  it("has tables with a line for each row", () => {
    assert.equal(tableOf(["a", "b"], [["1", ""]]), "| a | b |\n| --- | --- |\n| 1 |  |");
  });
});
