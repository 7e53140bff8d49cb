import { visibleText } from "../../../commandLine/output/visibleText.ts";

/** Shows what one lane is at; every call replaces what the lane showed before. */
export type Show = (text: string) => void;

/** Where a run is shown while it lasts. */
export interface View {
  /** Runs work in some lanes at once, each with a line of its own. */
  lanes(count: number, work: (show: Show) => Promise<void>): Promise<void>;
  /** Says how far all of it is. */
  progress(text: string): void;
  /** Says what happened to a stack. */
  line(text: string): void;
  /** Says what holds for all that is still to come. */
  notice(text: string): void;
}

/** A line for each thing that happens, as a log wants it. */
export function plainView(stream: NodeJS.WritableStream): View {
  const line = (text: string) => {
    stream.write(`${visibleText(text)}\n`);
  };
  return {
    lanes: async (count, work) => {
      await Promise.all(Array.from({ length: count }, () => work(() => undefined)));
    },
    progress: () => undefined,
    line,
    notice: line,
  };
}
