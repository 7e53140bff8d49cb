import assert from "node:assert/strict";
import { openPage } from "../../testing/browser.ts";
import { hardTexts } from "./hardTexts.ts";

const html = `<!doctype html><html lang="en"><title>Texts</title><body style="background:#fff;color:#000">
<p>black on white</p>
<p style="color:#767676">just enough</p>
<p style="color:#808080">too pale</p>
<p style="font-size:11px">too small</p>
<p style="color:#80808080;visibility:hidden">not shown</p>
<details><summary>folded</summary><p style="color:#ccc">not open</p></details>
<div style="background:#000"><p style="color:rgba(255,255,255,0.4)">shines through</p></div>
<div style="background:#000"><p style="background:rgba(255,255,255,0.5);color:#fff">on a mixed ground</p></div>`;

describe("text that is hard to read", () => {
  it("is found by its size and by its contrast with what is behind it", async () => {
    const { page } = await openPage(html, { width: 800, height: 600, colorScheme: "light" });
    assert.deepEqual(await hardTexts(page), [
      { text: "too pale", pixels: 16, contrast: 3.95 },
      { text: "too small", pixels: 11, contrast: 21 },
      { text: "shines through", pixels: 16, contrast: 3.66 },
      { text: "on a mixed ground", pixels: 16, contrast: 3.98 },
    ]);
  });
});
