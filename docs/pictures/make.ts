import * as path from "node:path";
import { permissionsPage } from "../../operations/permissions/html/permissionsPage.ts";
import { declaredAccess } from "../../operations/permissions/showCommand.ts";
import { closeBrowser, openPage } from "../../testing/browser.ts";

/** Looks at the permissions of the shipped `dev` stack, for the README. Fonts differ between machines, so no test compares it. */
async function makePictures(): Promise<void> {
  const html = permissionsPage(await declaredAccess(path.resolve(import.meta.dirname, "../.."), "dev"));
  const { page } = await openPage(html, { width: 1440, height: 900, colorScheme: "light" });
  await page.screenshot({ path: path.join(import.meta.dirname, "permissions.png") });
  await closeBrowser();
}

void makePictures();
