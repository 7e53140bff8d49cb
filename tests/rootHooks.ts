import { closeBrowser } from "../testing/browser.ts";
import { closeEngineSandbox } from "../testing/engineSandbox.ts";

export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await closeBrowser();
    await closeEngineSandbox();
  },
};
