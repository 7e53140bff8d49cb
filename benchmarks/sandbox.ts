/** `npm run sandbox` from a fresh clone with an empty cache folder, once, and then on the same clone, warm. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { projectFolder } from "../sandbox/paths";
import { machine, table, timed, type Contender } from "./measure";

const rounds = Number(process.argv[2] ?? 5);

function main(): void {
  const work = mkdtempSync(path.join(tmpdir(), "instance-profiles-bench-"));
  const clone = path.join(work, "clone");
  const options = {
    cwd: clone,
    env: { ...process.env, XDG_CACHE_HOME: path.join(work, "cache") },
    stdio: ["ignore", "pipe", 2] as ("ignore" | "pipe" | 2)[],
  };
  const run = (name: string, ...script: string[]): Contender => ({
    name,
    command: ["npm", "run", "--silent", ...script],
    options,
  });
  try {
    timed({ name: "git clone", command: ["git", "clone", "--quiet", projectFolder, clone], options: {} });
    const cold = timed(run("cold", "sandbox"));
    const warm = Array.from({ length: rounds }, () => {
      timed(run("down", "sandbox:down"));
      return timed(run("warm", "sandbox"));
    });
    const unchanged = Array.from({ length: rounds }, () => timed(run("unchanged", "sandbox")));
    timed(run("down", "sandbox:down"));
    const measured = [
      { name: "warm: tools cached, nothing deployed", seconds: warm },
      { name: "warm: deployed already", seconds: unchanged },
      { name: "cold: empty cache", seconds: [cold] },
    ];
    process.stdout.write(`${machine()}, ${rounds} rounds warm, 1 cold\n\n${table(measured)}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

main();
