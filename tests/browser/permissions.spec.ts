import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { permissionsPage } from "../../operations/permissions/html/permissionsPage.ts";
import { largeAccess } from "../operations/permissions/html/stacks.ts";
import { openPage, views, type View } from "../../testing/browser.ts";
import { hardTexts } from "./hardTexts.ts";
import { overflow } from "./overflow.ts";
import { desktop, everything, phone, shown, variedPage } from "./permissionsView.ts";

const sheet: View = { width: 794, height: 1123, colorScheme: "light" };

/** How long the page is busy with the slowest of some keystrokes until it is laid out anew, in milliseconds. */
const slowestKeystroke = (page: Page, words: readonly string[]) =>
  page.evaluate((words) => {
    const field = document.querySelector<HTMLInputElement>("#searchField");
    const keystrokes = words.flatMap((word) =>
      Array.from({ length: word.length + 1 }, (_, length) => word.slice(0, word.length - length)).reverse(),
    );
    const times = keystrokes.map((text) => {
      const started = performance.now();
      if (field) field.value = text;
      field?.dispatchEvent(new Event("input"));
      document.body.getBoundingClientRect();
      return performance.now() - started;
    });
    return Math.max(...times);
  }, words);

describe("the permissions page in a browser", () => {
  for (const view of views)
    it(`is readable at ${view.width} × ${view.height} in ${view.colorScheme}, asks for nothing and complains of nothing`, async () => {
      const { page, requests, complaints } = await openPage(await variedPage(), view);
      await page.getByText("all that are found").click();
      assert.deepEqual(
        { overflow: await overflow(page), hard: await hardTexts(page), requests, complaints },
        { overflow: 0, hard: [], requests: [], complaints: [] },
      );
    });

  it("can be read without JavaScript, but for the search and the graph", async () => {
    const { page, complaints } = await openPage(await variedPage(), phone, { javaScript: false });
    const { rows, details } = await shown(page);
    assert.deepEqual(
      {
        rows,
        details,
        search: await page.getByLabel("Find workloads").isVisible(),
        graph: await page.getByText("From workload to resource").isVisible(),
        overflow: await overflow(page),
        hard: await hardTexts(page),
        complaints,
      },
      {
        rows: everything.rows,
        details: everything.rows,
        search: false,
        graph: false,
        overflow: 0,
        hard: [],
        complaints: [],
      },
    );
    await page.getByRole("link", { name: "deployer, iam: tagging, write" }).click();
    assert.equal(await page.locator("section:target h4 code").textContent(), "iam");
  });

  it("is printed as the matrix and all rights in words, in the width of the sheet", async () => {
    const { page } = await openPage(await variedPage(), sheet);
    await page.emulateMedia({ media: "print" });
    const { rows, details, drawn } = await shown(page);
    assert.deepEqual(
      { rows, details, drawn, overflow: await overflow(page), hard: await hardTexts(page) },
      { rows: everything.rows, details: everything.rows, drawn: [], overflow: 0, hard: [] },
    );
  });

  it("is printed with twelve services in the width of the sheet", async () => {
    const { page } = await openPage(permissionsPage(largeAccess(3)), sheet);
    await page.emulateMedia({ media: "print" });
    assert.equal(await overflow(page), 0);
  });

  it("has one outline without gaps, and one landmark of each kind", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    const outline = await page
      .locator("h1, h2, h3, h4")
      .filter({ visible: true })
      .evaluateAll((titles) => titles.map(({ tagName, textContent }) => `${tagName} ${textContent}`));
    const count = (role: "banner" | "search" | "main" | "contentinfo") => page.getByRole(role).count();
    assert.deepEqual(
      [
        outline,
        await count("banner"),
        await count("search"),
        await count("main"),
        await count("contentinfo"),
      ],
      [
        [
          "H1 What the roles of prod may do",
          "H2 Workloads and services",
          "H2 The rights in words",
          "H3 api",
          "H4 s3 LRW!",
          "H4 logs LW",
          "H4 sqs !",
          "H2 From workload to resource",
        ],
        1,
        1,
        1,
        1,
      ],
    );
  });

  it("would load no picture and run no other script, whatever got into it", async () => {
    const hostile = `<img src="/picture.png"><script>document.title = "taken over"</script>`;
    const { page, requests, complaints } = await openPage(
      (await variedPage()).replace("<main", `${hostile}<main`),
      desktop,
    );
    assert.deepEqual(
      [
        requests,
        await page.title(),
        complaints.map((text) => /^(?:Loading the image|Executing inline script)/.exec(text)?.[0]),
      ],
      [[], "Permissions of prod", ["Loading the image", "Executing inline script"]],
    );
  });

  it("says so of a stack without workloads", async () => {
    const { page, complaints } = await openPage(
      permissionsPage({ stack: "dev", services: [], workloads: [] }),
      desktop,
    );
    assert.deepEqual(
      [await shown(page), complaints],
      [{ rows: [], count: "0 workloads", details: [], drawn: [], note: "There is no workload to draw." }, []],
    );
  });

  it("holds 500 workloads: draws none or twelve of them, and brings all rows back", async () => {
    const started = performance.now();
    const html = permissionsPage(largeAccess(500));
    const rendered = performance.now();
    const { page, complaints } = await openPage(html, phone);
    const loaded = performance.now();
    const slowest = await slowestKeystroke(page, ["s3 write", "workload-00", "iam:PassRole"]);
    console.log(
      `      ${(html.length / 1e6).toFixed(1)} MB, rendered in ${(rendered - started).toFixed(0)} ms, ` +
        `loaded in ${(loaded - rendered).toFixed(0)} ms, slowest keystroke ${slowest.toFixed(0)} ms`,
    );

    const field = page.getByLabel("Find workloads");
    await page.getByText("all that are found").click();
    await field.fill("");
    const all = await shown(page);
    await field.fill("workload-00");
    const few = await shown(page);
    await field.fill("");
    await page.waitForFunction(() => document.querySelectorAll("tbody tr[hidden]").length === 0);
    const { rows } = await shown(page);
    assert.deepEqual(
      [all.drawn, all.note, few.drawn, few.count, rows.length, await overflow(page), complaints],
      [
        [],
        "500 workloads are too many for one picture. Search until 12 or fewer are left.",
        few.rows,
        "9 of 500 workloads",
        500,
        0,
        [],
      ],
    );
  });
});
