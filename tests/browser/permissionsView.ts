import type { Page } from "playwright-core";
import { permissionsPage } from "../../operations/permissions/html/permissionsPage.ts";
import { variedAccess } from "../operations/permissions/html/stacks.ts";
import type { View } from "../../testing/browser.ts";

export const desktop: View = { width: 1440, height: 900, colorScheme: "light" };
export const phone: View = { width: 390, height: 844, colorScheme: "light" };

/** The page of a stack with all that a page can show. */
export const variedPage = async () => permissionsPage(await variedAccess());

/** What can be seen of the page's state. */
export const shown = (page: Page) =>
  page.evaluate(() => {
    const textOf = (element: Element | null | undefined) => element?.textContent ?? "";
    const visible = (selector: string) =>
      Array.from(document.querySelectorAll(selector)).filter((element) => element.checkVisibility());
    return {
      rows: visible("tbody th a").map(textOf),
      count: textOf(document.querySelector("#searchCount")),
      details: visible("article h3").map(textOf),
      drawn: visible("#graphCanvas .workload text").map((text) => textOf(text.querySelector("tspan"))),
      note: textOf(document.querySelector("#graphNote")),
    };
  });

/** The element with the focus, by what it is called. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const title = document.getElementById(element?.getAttribute("aria-labelledby") ?? "");
    return element?.getAttribute("aria-label") ?? title?.textContent ?? (element?.id || element?.textContent);
  });

/** What {@link shown} says before anything is chosen or searched. */
export const everything = {
  rows: ["api", "deployer", "idle", "shell"],
  count: "4 workloads",
  details: ["api"],
  drawn: ["api"],
  note: "",
};
