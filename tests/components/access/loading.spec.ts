import assert from "node:assert/strict";
import * as path from "node:path";
import { capture } from "../../../commandLine/processes/run.ts";
import * as declared from "../../../components/access/declaredServices.ts";
import { ACCESS_SERVICES } from "../../../components/access/index.ts";
import { projectFolder } from "../../../sandbox/paths.ts";

/** The services whose files a program has loaded that checks one entry, in a process that nothing else ran in. */
async function loadedBy(entry: object): Promise<string[]> {
  const program = `
    import { createRequire } from "node:module";
    const { accessEntry } = await import("./components/access/accessEntry.ts");
    accessEntry.safeParse(${JSON.stringify(entry)});
    console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;
  const { stdout, stderr } = await capture(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: projectFolder,
  });
  assert.equal(stderr, "");
  const files = (JSON.parse(stdout) as string[]).map((file) => path.relative(projectFolder, file));
  const folder = path.join("components", "access", "services");
  return files.filter((file) => path.dirname(file) === folder).map((file) => path.basename(file, ".ts"));
}

describe("the services of access", () => {
  it("are declared and listed alike", () => {
    assert.deepEqual([...ACCESS_SERVICES].sort(), Object.keys(declared).sort());
  });

  it("are loaded as a stack names them, and no others", async () => {
    assert.deepEqual(await loadedBy({ sqs: { queue: "orders", level: "send" } }), ["sqs"]);
    assert.deepEqual(await loadedBy({}), []);
  });
});
