import type { ChildProcess } from "node:child_process";

/** Exit codes of a process that ends by a signal, as shells report them. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

type EndSignal = keyof typeof exitCodes;

const signals = Object.keys(exitCodes) as EndSignal[];

/** How many child processes have the say about signals now. */
let handedOver = 0;

let sentence = "sandbox: interrupted; the same command goes on where this one stopped";

function exitInterrupted(signal: EndSignal): never {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(exitCodes[signal]);
}

/** Ends this process in one sentence when it is interrupted, unless a child has the say. */
export function endWhenInterrupted(inWords = sentence): void {
  sentence = inWords;
  for (const signal of signals) {
    process.on(signal, () => {
      if (handedOver === 0) exitInterrupted(signal);
    });
  }
}

/**
 * Hands signals over to a child until the returned function is called. A terminal sends Ctrl-C to the whole foreground
 * group, so the child has it already; a second one would make Pulumi drop what it is doing.
 */
export function handSignalsTo(child: ChildProcess): () => EndSignal | undefined {
  handedOver++;
  let received: EndSignal | undefined;
  const handlers = signals.map((signal) => {
    const handler = () => {
      received = signal;
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handler);
    return [signal, handler] as const;
  });
  return () => {
    handedOver--;
    for (const [signal, handler] of handlers) process.off(signal, handler);
    return received;
  };
}

/** Ends this process if a signal was received while a child had the say. */
export function exitIfInterrupted(received: EndSignal | undefined): void {
  if (received) exitInterrupted(received);
}
