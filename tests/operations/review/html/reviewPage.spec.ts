import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { reviewPage } from "../../../../operations/review/html/reviewPage.ts";
import { prodReview } from "./prodReview.ts";
import { reviewOf, service, workload } from "./reviews.ts";

const first = (pattern: RegExp, text: string) => pattern.exec(text)?.[1];

describe("the page of a review", () => {
  it("says of an empty stack that there is nothing to do", () => {
    const main = first(/<main id="roles">(.*)<\/main>/s, reviewPage(reviewOf()));
    assert.equal(
      main,
      '<section aria-labelledby="patch"><h2 id="patch">The patch</h2><p>Nothing can be proposed, so there is no patch.</p></section>' +
        '<section aria-labelledby="not-tracked"><h2 id="not-tracked">What AWS does not track</h2><ul class="notes"></ul></section>',
    );
  });

  it("orders roles by what asks for a decision, and then as they come", () => {
    const names = [...reviewPage(prodReview).matchAll(/<h3[^>]*>([^<]*)/g)].map(([, name]) => name);
    assert.deepEqual(names, [
      "nightly-report",
      "orders-api",
      "legacy-customer-statement-generator-for-the-year-end-closing",
      "batch-import",
      "image-resizer",
      "ops-host",
    ]);
  });

  it("allows its own style and nothing else", () => {
    const page = reviewPage(prodReview);
    const hash = createHash("sha256")
      .update(first(/<style>(.*)<\/style>/s, page) ?? "")
      .digest("base64");
    assert.equal(
      first(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/, page),
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  it("shows hostile text as text, wherever it stands", () => {
    const pageWith = (text: string) =>
      reviewPage(
        reviewOf({
          stack: text,
          account: text,
          region: text,
          patch: `-${text}\n+${text}\n${text}`,
          notTracked: [text],
          workloads: [
            workload(text, {
              roleName: text,
              roleArn: text,
              services: [service(text, text, { unused: [text] })],
              proposals: [{ at: text, got: text, want: text, because: text }],
              effect: {
                changes: [{ kind: "loses", levels: ["read"], actions: [text], resource: text }],
                widens: false,
                doubts: [text],
              },
            }),
          ],
        }),
      );
    const tags = (page: string) => page.match(/<[\w/][^>]*?(?=[\s>])/g);
    const hostile = `</style></title><script>alert(1)</script><img src=x onerror="alert('2')">`;
    assert.deepEqual(tags(pageWith(hostile)), tags(pageWith("harmless")));
  });
});
