/** `npm run sandbox` from a fresh clone with an empty cache folder, once, and then on the same clone, warm. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { projectFolder } from "../sandbox/paths.ts";
import { machine, timed } from "./measure.ts";
import { publish } from "./publish.ts";

const rounds = Number(process.argv[2] ?? 5);

async function main(): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), "instance-profiles-bench-"));
  const clone = path.join(work, "clone");
  const options = {
    cwd: clone,
    env: { ...process.env, XDG_CACHE_HOME: path.join(work, "cache") },
    stdio: ["ignore", "pipe", 2] as ("ignore" | "pipe" | 2)[],
  };
  const run = (script: string) => timed(["npm", "run", "--silent", script], options);
  try {
    timed(["git", "clone", "--quiet", projectFolder, clone], {});
    const cold = run("sandbox");
    const warm = Array.from({ length: rounds }, () => {
      run("sandbox:down");
      return run("sandbox");
    });
    const unchanged = Array.from({ length: rounds }, () => run("sandbox"));
    run("sandbox:down");
    const measured = [
      { name: "cold: fresh clone, empty cache, package registries only (1 run)", runs: [cold] },
      { name: "warm: tools cached, nothing deployed", runs: warm },
      { name: "warm: deployed already", runs: unchanged },
    ];
    await publish("sandbox", { machine: machine(), rounds, measured });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
