// JavaScript, because it has to run on a Node that reads no TypeScript: also the error that says so is printed.

/** A frame in a file that is in no folder of a package: `node_modules/@pulumi/log.ts:1:2`, `node_modules/log.ts:1:2`. */
const fileWithoutPackage = /[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]*$/;

/**
 * Takes frames out of an error's stack, and out of those of its causes, over which Node before 24 never gets when it
 * prints the error in colours, as Pulumi does with each error of a program: it fills the memory until a text is as long
 * as a text can be, which took 26 seconds and 3.4 GB. They come from source maps of Pulumi's SDK that name files which
 * it does not ship, so nobody misses them.
 *
 * @param {unknown} error
 * @param {Set<unknown>} seen what is done already, where causes go in a circle
 */
export function makePrintable(error, seen = new Set()) {
  if (!(error instanceof Error) || seen.has(error)) return;
  seen.add(error);
  const frames = error.stack?.split("\n") ?? [];
  const kept = frames.filter((frame) => !fileWithoutPackage.test(frame));
  if (kept.length < frames.length) error.stack = kept.join("\n");
  makePrintable(error.cause, seen);
  if (error instanceof AggregateError) for (const inner of error.errors) makePrintable(inner, seen);
}
