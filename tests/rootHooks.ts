import { closeBrowser } from "../testing/browser.ts";
import { closeEngineSandbox } from "../testing/engineSandbox.ts";
import { watch, watchNothing } from "./hangs/watch.ts";

export const mochaHooks = {
  beforeEach(this: Mocha.Context): void {
    if (this.currentTest) watch(this.currentTest);
  },
  afterEach(): void {
    watchNothing();
  },
  async afterAll(): Promise<void> {
    await closeBrowser();
    await closeEngineSandbox();
  },
};
