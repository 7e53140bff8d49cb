import assert from "node:assert/strict";
import { permissionsPage } from "../../operations/permissions/html/permissionsPage.ts";
import { largeAccess } from "../operations/permissions/html/stacks.ts";
import { openPage } from "../../testing/browser.ts";
import { desktop, everything, focused, phone, shown, variedPage } from "./permissionsView.ts";

describe("the permissions page in use", () => {
  it("shows the first workload until one is chosen", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    assert.deepEqual(await shown(page), everything);
  });

  it("searches with every keystroke, and Escape ends it", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    await page.keyboard.press("/");
    assert.equal(await focused(page), "searchField");
    await page.keyboard.type("iam tag");
    assert.deepEqual(await shown(page), {
      rows: ["deployer"],
      count: "1 of 4 workloads",
      details: ["deployer"],
      drawn: ["deployer"],
      note: "",
    });
    await page.keyboard.type("x");
    assert.deepEqual(await shown(page), {
      rows: [],
      count: "no workload has all of these words",
      details: [],
      drawn: [],
      note: "There is no workload to draw.",
    });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    assert.deepEqual(await shown(page), everything);
    assert.equal(await focused(page), "searchField");
  });

  it("draws the chosen workload or all that are found", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    await page.getByRole("link", { name: "shell", exact: true }).first().click();
    assert.deepEqual((await shown(page)).drawn, ["shell"]);
    await page.getByText("all that are found").click();
    assert.deepEqual((await shown(page)).drawn, everything.rows);
    await page.getByLabel("Find workloads").fill("s3");
    assert.deepEqual((await shown(page)).drawn, ["api", "deployer"]);
    await page.getByText("chosen workload").click();
    assert.deepEqual((await shown(page)).drawn, ["api"]);
  });

  it("names every box and arrow of the graph", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    const names = await page
      .locator("#graphCanvas svg > :is(g, a)")
      .evaluateAll((elements) => elements.map((element) => element.getAttribute("aria-label")));
    const policy = "own policy shop-prod-api";
    const role = "role shop-prod-api within the permissions boundary limits";
    assert.deepEqual(names, [
      "permissions boundary limits",
      "workload api has instance profile shop-prod-api",
      `instance profile shop-prod-api has ${role}`,
      `${role} has ${policy}`,
      `${policy} allows list on s3 orders`,
      `${policy} allows write, read on s3 orders/*`,
      `${policy} allows list on logs log-group:/prod/api:*`,
      `${policy} allows write on logs log-group:/prod/api:log-stream:*`,
      `${policy} denies write on s3 orders/*`,
      `${policy} denies permissions management, write, tagging, read on sqs every resource`,
      "workload api",
      "instance profile shop-prod-api",
      role,
      policy,
      "s3 orders",
      "s3 orders/*",
      "logs log-group:/prod/api:*",
      "logs log-group:/prod/api:log-stream:*",
      "sqs every resource",
    ]);
  });

  it("says who else reaches a resource of the graph, by click and by Enter", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    const resource = page.getByRole("button", { name: "s3 orders/*" });
    await resource.click();
    assert.deepEqual((await shown(page)).rows, ["api", "deployer"]);
    await page.keyboard.press("Escape");
    await resource.press("Enter");
    assert.deepEqual([(await shown(page)).rows, await focused(page)], [["api", "deployer"], "searchField"]);
  });

  it("is walked with the keyboard: past the head, through the matrix, into the words", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    const walked: (string | null | undefined)[] = [];
    const keys = [
      "Tab",
      "Tab",
      "Tab",
      "Tab",
      "ArrowRight",
      "ArrowRight",
      "ArrowDown",
      "ArrowLeft",
      "ArrowDown",
    ];
    for (const key of keys) {
      await page.keyboard.press(key);
      walked.push(await focused(page));
    }
    assert.deepEqual(walked, [
      "Skip to the rights in words",
      "searchField",
      "Workloads and services",
      "api",
      "api, logs: list, write",
      "api, s3: list, read, write, with a Deny",
      "deployer, s3: list, read",
      "deployer, iam: tagging, write",
      "deployer, iam: tagging, write",
    ]);
    await page.keyboard.press("Enter");
    assert.deepEqual((await shown(page)).details, ["deployer"]);
  });

  it("opens a cell at its service, and goes back", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    const service = () => page.locator("section.chosen h4").textContent();
    await page.getByRole("link", { name: "deployer, iam: tagging, write" }).click();
    assert.deepEqual([(await shown(page)).details, await service()], [["deployer"], "iam TW"]);
    assert.equal(new URL(page.url()).hash, "#deployer.iam");
    await page.getByRole("link", { name: "api, sqs: with a Deny" }).press("Enter");
    assert.deepEqual([(await shown(page)).details, await service()], [["api"], "sqs !"]);
    await page.goBack();
    assert.deepEqual([(await shown(page)).details, await service()], [["deployer"], "iam TW"]);
    await page.goBack();
    assert.deepEqual((await shown(page)).details, ["api"]);
  });

  it("opens what its address names, a workload or a service of it", async () => {
    const page = await variedPage();
    const opened = async (fragment: string) => {
      const { page: view } = await openPage(page, desktop, { fragment });
      const services = await view.locator("section.chosen h4 code").allTextContents();
      return [(await shown(view)).details, services];
    };
    assert.deepEqual(
      [await opened("shell"), await opened("api.sqs"), await opened("api.s3.more"), await opened("%")],
      [
        [["shell"], []],
        [["api"], ["sqs"]],
        [["api"], []],
        [["api"], []],
      ],
    );
  });

  it("ends a search that hides what the address names", async () => {
    const { page } = await openPage(await variedPage(), desktop);
    await page.getByLabel("Find workloads").fill("deployer");
    await page.evaluate(() => {
      location.hash = "#shell";
    });
    await page.locator("#shell").waitFor();
    assert.deepEqual(await shown(page), { ...everything, details: ["shell"], drawn: ["shell"] });
  });

  it("brings the words into view on a phone", async () => {
    const { page } = await openPage(await variedPage(), phone);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("link", { name: "shell", exact: true }).click();
    const top = await page.locator("#shell").evaluate((article) => article.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < phone.height / 2, `the article begins at ${top}`);
  });

  it("brings the row that its address names into view in the matrix, and leaves the page where it is", async () => {
    const opening = { fragment: "workload-450" };
    const { page } = await openPage(permissionsPage(largeAccess(500)), desktop, opening);
    const places = await page.evaluate(() => {
      const row = document.querySelector("tr.chosen");
      const [head, box] = [document.querySelector("thead"), row?.closest(".scrolls")];
      const [top = 0, bottom = 0] = [
        head?.getBoundingClientRect().bottom,
        box?.getBoundingClientRect().bottom,
      ];
      const place = row?.getBoundingClientRect();
      return { isShown: place && place.top >= top && place.bottom <= bottom, scrolled: scrollY };
    });
    assert.deepEqual(places, { isShown: true, scrolled: 0 });
  });
});
