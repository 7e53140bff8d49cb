import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { projectFolder } from "../../sandbox/paths";

/** Prints which of the two are loaded, before something packs up a function and after. */
const source = `
  require(${JSON.stringify(path.join(projectFolder, "policypack", "loadedWhenUsed.js"))});
  const { runtime } = require("@pulumi/pulumi");
  const loaded = () => ["/typescript/lib/typescript.js", "/@npmcli/arborist/lib/arborist/index.js"]
    .filter((end) => Object.keys(require.cache).some((file) => file.endsWith(end)))
    .map((end) => end.split("/").at(-1));
  const before = loaded();
  void (async () => {
    const { text } = await runtime.serializeFunction(() => "packed up");
    const paths = await runtime.computeCodePaths({ extraIncludePackages: ["semver"] });
    const after = loaded();
    console.log(JSON.stringify({ before, after, packed: text.includes("packed up"), paths: paths.size > 0 }));
  })();`;

describe("the modules that the SDK loads when they are used", () => {
  it("are not loaded by its start, and do their work all the same", function () {
    this.timeout(30_000);
    const printed = execFileSync(process.execPath, ["--no-deprecation", "-e", source], {
      cwd: projectFolder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    assert.deepEqual(JSON.parse(printed), {
      before: [],
      after: ["typescript.js", "index.js"],
      packed: true,
      paths: true,
    });
  });
});
