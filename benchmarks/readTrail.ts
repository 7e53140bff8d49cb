/** Reads the trail of a benchmark, in a process of its own so that its memory can be measured. */
import { localFiles } from "../operations/cloudTrail/files/localFiles.ts";
import { readEvents } from "../operations/cloudTrail/readEvents.ts";
import { account, roleArn } from "../testing/cloudTrailEvents.ts";

async function main(folder: string): Promise<void> {
  const wanted = {
    account,
    roles: [roleArn("orders-api")],
    since: "2026-11-01T00:00:00Z",
    until: "2026-11-21T00:00:00Z",
  };
  const { trail, problems } = await readEvents(await localFiles(folder), wanted);
  if (problems.length > 0 || trail.ownEvents === 0)
    throw new Error(problems.join("\n") || "no event was read");
  process.stdout.write(`${trail.events} events, ${trail.ownEvents} of them of the role\n`);
}

void main(process.argv[2] ?? "");
