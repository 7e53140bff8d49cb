/** Memory that one update takes at its peak, all its processes together, as measured: see docs/scale.md. */
const bytesPerUpdate = 1.2 * 2 ** 30;

/** An update waits for AWS most of its time, so that one core serves two. */
const updatesPerCore = 2;

/** More at once than this helps nobody: AWS throttles an account as a whole. */
const most = 8;

/** How many stacks run at once if nobody says it: as many as memory and cores bear, 1 to 8. */
export function defaultMax(cores: number, freeBytes: number): number {
  return Math.max(1, Math.min(most, cores * updatesPerCore, Math.floor(freeBytes / bytesPerUpdate)));
}
