import { exitCodes } from "./exitCodes.ts";
import { wantsColors } from "./output/colors.ts";
import { terminalText } from "./output/visibleText.ts";
import { Progress } from "./progress.ts";

/** What a command has to say once its work is done. */
export interface Result {
  /** For stdout. */
  readonly text: string;
  /** What else there is to know, for stderr, a line each. */
  readonly notes?: readonly string[];
  /** What is wrong, for stderr as it is. */
  readonly complaint?: string;
  /** Whether it found something to look at. @default false */
  readonly found?: boolean;
}

/** Whether what goes to stdout may be painted. */
export const paintsStdout = (): boolean => wantsColors(process.stdout);

/** Writes a part of a result, where the user has to see it before the work goes on. */
export function print(text: string): void {
  process.stdout.write(terminalText(text, paintsStdout()));
}

/** The action of a command: does the work, prints its result and sets the exit code. */
export function printed<Args extends unknown[]>(
  work: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    const { text, notes = [], complaint = "", found = false } = await work(...args);
    print(text);
    const progress = new Progress();
    for (const note of notes) progress.note(note);
    process.stderr.write(terminalText(complaint, wantsColors(process.stderr)));
    process.exitCode = found ? exitCodes.found : exitCodes.done;
  };
}
