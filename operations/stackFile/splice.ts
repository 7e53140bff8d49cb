/** A part of a text and what takes its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with parts replaced that do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce(
      (before, { start, end, text: instead }) => before.slice(0, start) + instead + before.slice(end),
      text,
    );
}
