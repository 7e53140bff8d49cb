import { closeBrowser } from "./browser/browser";
import { closeEngineSandbox } from "./engine/engineSandbox";

export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await closeBrowser();
    await closeEngineSandbox();
  },
};
