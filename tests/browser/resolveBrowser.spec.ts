import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { Progress } from "../../commandLine/progress.ts";
import { resolveBrowser } from "../../sandbox/toolchain/browser.ts";
import { checkIntegrity } from "../../sandbox/toolchain/browserPackage.ts";
import { temporaryFolder } from "../sandbox/temporaryFolder.ts";

describe("the browser that pages are tested in", () => {
  const folder = temporaryFolder();

  /** A program that prints a line, in a folder of its own. */
  function program(name: string, line: string): string {
    const file = path.join(folder(), "bin", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\necho '${line}'\n`, { mode: 0o755 });
    return file;
  }

  const resolve = (environment: NodeJS.ProcessEnv, platform = "linux-arm64") =>
    resolveBrowser(environment, platform, new Progress());

  it("is the one that CHROME_PATH names before one on PATH", async () => {
    const onPath = program("chromium", "Chromium 1.2.3.4");
    const named = program("mine", "Google Chrome 5.6.7.8 beta");
    assert.deepEqual(await resolve({ CHROME_PATH: named, PATH: path.dirname(onPath) }), {
      executable: named,
      source: "Google Chrome 5.6.7.8, named in CHROME_PATH",
      environment: {},
    });
  });

  it("is the first on PATH that says its version, not a script that only asks to install one", async () => {
    const script = program("chromium-browser", "Command requires the chromium snap to be installed.");
    const chrome = program("google-chrome-stable", "Google Chrome 5.6.7.8");
    assert.deepEqual(await resolve({ PATH: ["", "/nowhere", path.dirname(script)].join(path.delimiter) }), {
      executable: chrome,
      source: `Google Chrome 5.6.7.8, ${chrome}`,
      environment: {},
    });
  });

  it("is not guessed where CHROME_PATH names none", async () => {
    const wrong = program("mine", "not a browser");
    await assert.rejects(
      resolve({ CHROME_PATH: wrong, PATH: "" }),
      new Failure(
        `CHROME_PATH: got "${wrong}", want the path of a Chromium or Chrome that answers --version; correct or unset it`,
      ),
    );
  });

  it("cannot be brought to a platform that the package has none for", async () => {
    await assert.rejects(
      resolve({ PATH: folder() }, "freebsd-x64"),
      new Failure(
        "no browser: got none on PATH (chromium, chromium-browser, google-chrome, google-chrome-stable), and " +
          "@sparticuz/chromium 153.0.0 has none for freebsd-x64; install Chromium or Chrome, or name one in CHROME_PATH",
      ),
    );
  });

  it("is not unpacked from an archive other than the published one", () => {
    assert.throws(() => {
      checkIntegrity(Buffer.from("another"));
    }, /^Failure: @sparticuz\/chromium 153\.0\.0: got an archive of sha512-\S+, want sha512-\S+; ask whoever runs/);
  });
});
