import { dataWords } from "./words/data.ts";
import { machineWords } from "./words/machine.ts";
import { messageWords } from "./words/messages.ts";
import { platformWords } from "./words/platform.ts";
import { telemetryWords } from "./words/telemetry.ts";
import { workWords } from "./words/work.ts";
import type { WordCalls } from "./wordCalls.ts";

/** The words of `access` that the embedded AWS judges by real calls. */
export const realWords: readonly WordCalls[] = [
  ...machineWords,
  ...dataWords,
  ...messageWords,
  ...platformWords,
  ...telemetryWords,
  ...workWords,
];
