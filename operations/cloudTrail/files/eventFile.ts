import type { Readable } from "node:stream";

/** A file that may hold events, wherever it lies. */
export interface EventFile {
  /** As the user finds it: a path, or an `s3://` address. */
  readonly name: string;
  /** Its bytes, packed where the name ends in `.gz`. */
  readonly open: () => Promise<Readable>;
}

/** Whether a name is one that files of events have. */
export function mayHoldEvents(name: string): boolean {
  return /\.json(?:\.gz)?$/i.test(name);
}
