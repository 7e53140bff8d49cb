/**
 * The reading of a trail of one million events, about 1.3 GB unpacked, of which half are those of the role that is reviewed, as
 * `review --events` does it. `npm run bench:cloudTrail -- ROUNDS EVENTS`
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { projectFolder } from "../sandbox/paths.ts";
import { writeTrail } from "../testing/cloudTrailEvents.ts";
import { inTurn, machine } from "./measure.ts";
import { measuredRun } from "./measuredRun.ts";
import { publish } from "./publish.ts";

const rounds = Number(process.argv[2] ?? 5);
const events = Number(process.argv[3] ?? 1_000_000);

const days = ["2026-11-18", "2026-11-19", "2026-11-20"];

async function main(): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), "instance-profiles-bench-"));
  const contender = (share: number) => {
    const folder = path.join(work, String(share));
    const bytes = writeTrail(folder, events * share, days);
    const name = `${(events * share).toLocaleString("en")} events, ${(bytes / 1e6).toFixed(0)} MB unpacked`;
    const command = ["node", path.join(projectFolder, "benchmarks", "readTrail.ts"), folder];
    return { name, run: () => measuredRun(command, { cwd: projectFolder, env: process.env }) };
  };
  try {
    // Memory that grew with the trail would show beside a tenth of it.
    const measured = await inTurn([contender(0.1), contender(1)], rounds);
    await publish("cloudTrail", { machine: machine(), rounds, measured });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
