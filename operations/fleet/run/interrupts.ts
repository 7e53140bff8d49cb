import type { ChildProcess } from "node:child_process";
import { setMaxListeners } from "node:events";
import { constants } from "node:os";
import { isTerminal } from "../../../commandLine/output/colors.ts";
import { handSignalsTo } from "../../../commandLine/processes/signals.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** npm passes on the Ctrl-C that a terminal has sent already: what comes this soon is the same one. */
const sameSignalMilliseconds = 500;

/** What signals to this process mean for a run, until they are given back. */
export interface Interrupts {
  /** Aborted by the first signal: nothing more is begun. */
  readonly stop: AbortSignal;
  /** Aborted with it where Pulumi has not got the signal from the terminal itself; a second one would make it break off. */
  readonly tellPulumi: AbortSignal;
  /** As a shell reports the first signal. @default - there was none */
  exitCode(): number | undefined;
  giveBack(): void;
}

/**
 * Takes the say about signals: the first one lets what runs come to a clean end, the second ends this process at once, and
 * Pulumi with it.
 *
 * @param interrupted called at the first signal
 */
export function takeInterrupts(interrupted: () => void): Interrupts {
  const [stop, tellPulumi] = [new AbortController(), new AbortController()];
  for (const { signal } of [stop, tellPulumi]) setMaxListeners(0, signal);
  let first: { readonly at: number; readonly code: number } | undefined;
  const handlers = signals.map((signal) => {
    const handler = () => {
      if (first !== undefined) {
        if (Date.now() - first.at > sameSignalMilliseconds) process.exit(first.code);
        return;
      }
      first = { at: Date.now(), code: 128 + constants.signals[signal] };
      interrupted();
      stop.abort();
      if (signal !== "SIGINT" || !isTerminal(process.stdin)) tellPulumi.abort();
    };
    process.on(signal, handler);
    return [signal, handler] as const;
  });
  // The children are those of the Automation API, which hands none of them out.
  const takeBack = handSignalsTo({ kill: () => true } as unknown as ChildProcess);
  return {
    stop: stop.signal,
    tellPulumi: tellPulumi.signal,
    exitCode: () => first?.code,
    giveBack: () => {
      takeBack();
      for (const [signal, handler] of handlers) process.off(signal, handler);
    },
  };
}
