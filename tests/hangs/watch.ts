import { Worker } from "node:worker_threads";

/** Runs in a thread of its own: it goes on while a test that never gives way keeps all else from running. */
const watcher = `
const { parentPort } = require("node:worker_threads");
let timer;
parentPort.on("message", ({ test, limit }) => {
  clearTimeout(timer);
  if (limit === 0) return;
  timer = setTimeout(() => {
    require("node:fs").writeSync(2, \`\\nhangs, and gives nothing else a turn: \${test}\\n\`);
    process.kill(process.pid, "SIGKILL");
  }, limit);
});
`;

let watching: Worker | undefined;

/**
 * Ends this process where a test never gives way, as an endless loop or a pattern that backtracks. Mocha's own limit is a
 * timer, whose turn would never come, so that the run would hang without a word.
 */
export function watch(test: Mocha.Runnable): void {
  watching ??= new Worker(watcher, { eval: true });
  watching.unref();
  // A little more than mocha waits, which says more where it can say something.
  watching.postMessage({ test: test.fullTitle(), limit: test.timeout() * 1.5 });
}

/** What comes next may take its time, or is none of a test's. */
export function watchNothing(): void {
  watching?.postMessage({ limit: 0 });
}
