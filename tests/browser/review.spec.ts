import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { reviewPage } from "../../operations/review/html/reviewPage.ts";
import { largeReview } from "../operations/review/html/largeReview.ts";
import { prodReview } from "../operations/review/html/prodReview.ts";
import { openPage, views, type View } from "../../testing/browser.ts";
import { hardTexts } from "./hardTexts.ts";

const html = reviewPage(prodReview);

const desktop: View = { width: 1440, height: 900, colorScheme: "light" };

const unfold = (page: Page) =>
  page.evaluate(() => {
    document.querySelectorAll("details").forEach((details) => {
      details.open = true;
    });
  });

/** How many pixels a page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe("the page of a review in a browser", () => {
  for (const view of views) {
    it(`is readable at ${view.width} × ${view.height} in ${view.colorScheme}, asks for nothing and complains of nothing`, async () => {
      const { page, requests, complaints } = await openPage(html, view);
      const folded = await overflow(page);
      await unfold(page);
      assert.deepEqual(
        { folded, unfolded: await overflow(page), hard: await hardTexts(page), requests, complaints },
        { folded: 0, unfolded: 0, hard: [], requests: [], complaints: [] },
      );
    });
  }

  it("has one outline without gaps", async () => {
    const { page } = await openPage(html, desktop);
    const outline = await page.evaluate(() =>
      Array.from(
        document.querySelectorAll("h1, h2, h3, h4"),
        ({ tagName, textContent }) => `${tagName} ${textContent}`,
      ),
    );
    assert.deepEqual(outline, [
      "H1 2 of 6 roles could be smaller",
      "H2 Could be smaller 2",
      "H3 nightly-report",
      "H4 Proposed",
      "H4 Left as it is",
      "H4 Effect on the rights of the role",
      "H4 3 services",
      "H3 orders-api",
      "H4 Proposed",
      "H4 Left as it is",
      "H4 Effect on the rights of the role",
      "H4 4 services",
      "H2 Never used 1",
      "H3 legacy-customer-statement-generator-for-the-year-end-closing",
      "H4 1 service",
      "H2 Too young 1",
      "H3 batch-import",
      "H4 1 service",
      "H2 All in use 2",
      "H3 image-resizer",
      "H4 Left as it is",
      "H4 2 services",
      "H3 ops-host",
      "H4 1 service",
      "H2 The patch",
      "H2 What AWS does not track",
    ]);
  });

  it("has one landmark of each kind", async () => {
    const { page } = await openPage(html, desktop);
    const count = (role: "banner" | "navigation" | "main" | "contentinfo") => page.getByRole(role).count();
    assert.deepEqual(
      [await count("banner"), await count("navigation"), await count("main"), await count("contentinfo")],
      [1, 1, 1, 1],
    );
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.title(), "Access review of prod: 2 of 6 roles could be smaller");
  });

  it("leads from each name to its role", async () => {
    const { page } = await openPage(html, desktop);
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const { name } of prodReview.workloads) {
      await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
      assert.equal(await page.locator(":target h3").textContent(), name);
    }
  });

  it("leads from the summary to each verdict, to the patch and to what AWS does not track", async () => {
    const { page } = await openPage(html, desktop);
    const links = [
      "could be smaller",
      "never used",
      "too young",
      "all in use",
      "The patch",
      "What AWS does not track",
    ];
    await page.emulateMedia({ reducedMotion: "reduce" });
    const targets: (string | null)[] = [];
    for (const name of links) {
      await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
      targets.push(await page.locator("h2:target").textContent());
    }
    assert.deepEqual(targets, [
      "Could be smaller 2",
      "Never used 1",
      "Too young 1",
      "All in use 2",
      "The patch",
      "What AWS does not track",
    ]);
  });

  it("is walked with the keyboard: past the head, then a list of services opens and closes", async () => {
    const { page } = await openPage(html, desktop);
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Skip to the roles");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "3 services23 actions: 18 unused, 5 used");
    const shown = page.getByText("GetPriceListFileUrl", { exact: true });
    assert.equal(await shown.isVisible(), false);
    await page.keyboard.press("Enter");
    assert.equal(await shown.isVisible(), true);
    await page.keyboard.press("Space");
    assert.equal(await shown.isVisible(), false);
  });

  it("is printed with everything unfolded, in the width of the sheet", async () => {
    const { page } = await openPage(html, { width: 794, height: 1123, colorScheme: "light" });
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await hardTexts(page), []);
    assert.equal(await overflow(page), 0);
    assert.equal(await page.getByText("DescribeVpcPeeringConnections", { exact: true }).isVisible(), true);
  });

  it("does not move where the reader wants no motion", async () => {
    const { page } = await openPage(html, desktop);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const behavior = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
    assert.equal(behavior, "auto");
  });

  it("would load no picture and run no script, whatever got into it", async () => {
    const hostile = `<img src="/picture.png"><script>document.title = "taken over"</script>`;
    const { page, requests, complaints } = await openPage(html.replace("<main", `${hostile}<main`), desktop);
    assert.deepEqual(requests, []);
    assert.equal(await page.title(), "Access review of prod: 2 of 6 roles could be smaller");
    assert.deepEqual(
      complaints.map((text) => /^(?:Loading the image|Executing inline script)/.exec(text)?.[0]),
      ["Loading the image", "Executing inline script"],
    );
  });

  it("holds 200 roles with 38,400 actions", async () => {
    const phone: View = { width: 390, height: 844, colorScheme: "light" };
    const { page, complaints } = await openPage(reviewPage(largeReview()), phone);
    assert.deepEqual(
      { roles: await page.getByRole("article").count(), overflow: await overflow(page), complaints },
      { roles: 200, overflow: 0, complaints: [] },
    );
  });
});
