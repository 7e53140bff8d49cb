import assert from "node:assert/strict";
import { Fragment, h, type ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import { Effect } from "../../../../operations/review/html/effect.ts";
import { Fold } from "../../../../operations/review/html/fold.ts";
import { Patch } from "../../../../operations/review/html/patch.ts";
import { Proposals } from "../../../../operations/review/html/proposals.ts";
import { Services } from "../../../../operations/review/html/services.ts";
import { reviewOf, service, workload } from "./reviews.ts";

/** Without marks, classes, ids and the attributes of what scrolls, which the browser tests see. */
const plain = (piece: ComponentChildren): string =>
  render(h(Fragment, null, piece))
    .replace(/<svg.*?<\/svg>/g, "")
    .replace(/ (?:class|id|aria-\w+|role|tabindex)="[^"]*"/g, "");

const change = {
  at: "workloads.a.access[0].s3.level",
  got: "readWrite",
  want: "read",
  because: "s3:PutObject was not used",
};
const remark = { at: "workloads.a.access[1]", got: "send", because: "AWS does not track sqs:SendMessage" };
const shownRemark =
  "<li><p><code>send</code></p><p>AWS does not track sqs:SendMessage</p><p><code>workloads.a.access[1]</code></p></li>";

const cases: readonly {
  readonly name: string;
  readonly piece: () => ComponentChildren;
  readonly html: string;
}[] = [
  {
    name: "proposals: what could be changed, then what stays",
    piece: () => Proposals({ proposals: [remark, change] }),
    html:
      "<section><h4>Proposed</h4><ul><li><p><del><code>readWrite</code></del><span>→</span><ins><code>read</code></ins></p>" +
      "<p>s3:PutObject was not used</p><p><code>workloads.a.access[0].s3.level</code></p></li></ul></section>" +
      `<section><h4>Left as it is</h4><ul>${shownRemark}</ul></section>`,
  },
  {
    name: "many remarks, folded",
    piece: () => Proposals({ proposals: [remark, remark, remark, remark] }),
    html:
      "<section><h4>Left as it is</h4><details><summary>Show all 4 places</summary>" +
      `<ul>${shownRemark.repeat(4)}</ul></details></section>`,
  },
  { name: "no proposals as nothing", piece: () => Proposals({ proposals: [] }), html: "" },
  {
    name: "an effect that takes away, one that gives more, and a doubt",
    piece: () =>
      Effect({
        diff: {
          changes: [
            { kind: "gains", levels: ["read"], actions: ["s3:GetObject"], resource: "s3://b" },
            { kind: "loses", levels: ["write"], actions: ["s3:PutObject"], resource: "s3://a" },
          ],
          widens: true,
          doubts: ["a condition could not be read"],
        },
      }),
    html:
      "<section><h4>Effect on the rights of the role</h4><p>It may also allow what is not allowed now.</p><ul>" +
      "<li>gains read on s3://b (s3:GetObject)</li><li>loses write on s3://a (s3:PutObject)</li>" +
      "<li>a condition could not be read</li></ul></section>",
  },
  {
    name: "an effect that is none",
    piece: () => Effect({ diff: { changes: [], widens: false, doubts: [] } }),
    html: "<section><h4>Effect on the rights of the role</h4><p>It allows the same as before.</p></section>",
  },
  {
    name: "services with actions of each use",
    piece: () =>
      Services({
        services: [
          service(
            "s3",
            "Amazon S3",
            { used: ["ListBucket"], unused: ["GetBucketAcl"], untracked: ["GetObject"] },
            "2026-11-24T21:40:00.000Z",
          ),
          service("sqs", "Amazon SQS", { unused: ["PurgeQueue"] }, "2026-01-03T04:00:00.000Z"),
          service("sns", "Amazon SNS", { unused: ["Publish"] }),
        ],
      }),
    html:
      "<details><summary><h4>3 services</h4><span>5 actions: 3 unused, 1 used, 1 not tracked</span></summary><ul>" +
      "<li><p><strong>Amazon S3</strong> <code>s3</code><span>last used 2026-11-24</span></p><dl>" +
      "<div><dt>1 unused</dt><dd><ul><li><code>GetBucketAcl</code></li></ul></dd></div>" +
      "<div><dt>1 used</dt><dd><ul><li><code>ListBucket</code><span> 2026-11-24</span></li></ul></dd></div>" +
      "<div><dt>1 not tracked</dt><dd><ul><li><code>GetObject</code></li></ul></dd></div></dl></li>" +
      "<li><p><strong>Amazon SQS</strong> <code>sqs</code><span>not in the window, last used 2026-01-03</span></p>" +
      "<dl><div><dt>1 unused</dt><dd><ul><li><code>PurgeQueue</code></li></ul></dd></div></dl></li>" +
      "<li><p><strong>Amazon SNS</strong> <code>sns</code><span>never used</span></p>" +
      "<dl><div><dt>1 unused</dt><dd><ul><li><code>Publish</code></li></ul></dd></div></dl></li></ul></details>",
  },
  {
    name: "a role without services",
    piece: () => Services({ services: [] }),
    html: "<p>This role is granted no action.</p>",
  },
  {
    name: "a patch, in which a removed line that begins with dashes is no file name",
    piece: () =>
      Patch({
        review: reviewOf({
          patch:
            "--- a/Pulumi.prod.yaml\n+++ b/Pulumi.prod.yaml\n@@ -1,2 +1,2 @@\n a: 1\n--- b\n+c\n\\ No newline",
        }),
      }),
    html:
      "<section><h2>The patch</h2><p>It changes the stack file only, and nothing is applied until you do it. " +
      "In the project, on a branch of its own:</p>" +
      "<pre><code>npx instance-profiles review --stack prod --days 90 --format patch | git apply</code></pre>" +
      "<pre><code><span>--- a/Pulumi.prod.yaml\n</span><span>+++ b/Pulumi.prod.yaml\n</span><span>@@ -1,2 +1,2 @@\n</span>" +
      " a: 1\n<del>--- b\n</del><ins>+c\n</ins>\\ No newline</code></pre></section>",
  },
  {
    name: "no patch where nothing is proposed",
    piece: () => Patch({ review: reviewOf({ workloads: [workload("a", { proposals: [remark] })] }) }),
    html: "<section><h2>The patch</h2><p>Nothing can be proposed, so there is no patch.</p></section>",
  },
  {
    name: "no patch where no proposal could be put into one",
    piece: () => Patch({ review: reviewOf({ workloads: [workload("a", { proposals: [change] })] }) }),
    html: "<section><h2>The patch</h2><p>No proposal could be put into a patch; each role says why.</p></section>",
  },
  {
    name: "a list that is short enough",
    piece: () => Fold({ count: 2, nouns: "roles", most: 2, children: "a, b" }),
    html: "a, b",
  },
];

describe("the pieces of a review's page", () => {
  for (const { name, piece, html } of cases) {
    it(`show ${name}`, () => {
      assert.equal(plain(piece()), html);
    });
  }
});
