import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { plainView, type View } from "../../../../operations/fleet/run/view.ts";
import { terminalView } from "../../../../operations/fleet/run/terminalView.ts";

/** A stream that keeps what it gets. */
function kept() {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 30 });
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text };
}

async function twoLanes(view: View) {
  const stacks = ["a", "b", "c"];
  let done = 0;
  await view.lanes(2, async (show) => {
    for (let stack = stacks.shift(); stack !== undefined; stack = stacks.shift()) {
      show(`${stack}: creating`);
      view.line(`${stack}: begun`);
      await new Promise((resolve) => setImmediate(resolve));
      view.progress(`${++done} of 3 done`);
      if (done === 2) view.notice("interrupted");
    }
  });
}

describe("the view of a fleet", () => {
  it("is plain lines in a log", async () => {
    const { stream, text } = kept();
    await twoLanes(plainView(stream));
    assert.equal(text(), "a: begun\nb: begun\nc: begun\ninterrupted\n");
  });

  describe("on a terminal", () => {
    const { isTTY } = process.stdout;
    beforeEach(() => {
      process.stdout.isTTY = true;
    });
    afterEach(() => {
      process.stdout.isTTY = isTTY;
    });

    it("has a line for each lane, and says how far all of it is and what holds from now on", async () => {
      const { stream, text } = kept();
      await twoLanes(await terminalView(stream, "fleet up"));
      const shown = stripVTControlCharacters(text());
      for (const part of [
        "a: creating",
        "b: creating",
        "c: creating",
        "fleet up: 1 of 3 done\n",
        "fleet up: 3 of 3 done: interrupted\n",
      ])
        assert.ok(shown.includes(part), `${part} in ${shown}`);
      assert.ok(!shown.includes("begun"), "no lines between those that are drawn");
    });
  });
});
