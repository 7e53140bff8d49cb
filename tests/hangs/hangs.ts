// Not a spec of the suite: `hangs.spec.ts` runs it in a mocha of its own.
describe("a hang", () => {
  it("waits for what never comes", () => new Promise(() => undefined));

  it("never gives way", () => {
    for (;;);
  });
});
