import { hash } from "node:crypto";

/**
 * Most bytes unpacked from one text. EC2 user data is at most 16 KiB and gzip expands at most about 1032 to 1, so
 * everything that an instance can be given is read to its end; a larger bomb is not.
 */
export const MAX_UNPACKED_BYTES = 20 * 1024 * 1024;

/** A text encoded more often than this is not opened to its end. */
export const MAX_ENCODINGS = 10;

/** Unpacking is the only decoding that makes a text longer. The others read an honest text a dozen times over at most. */
const maxReadings = 32;

/** Most characters of all layers together, which keeps the search of any text below a second. */
const maxRead = 40 * 1024 * 1024;

const maxFailures = 20;

/** User data has room for no more runs that hold a packed key. */
const maxGuesses = 400;

/** Keeps the search of one text from taking without end, and remembers where it had to give up. */
export class SearchLimits {
  /** What the text is where it could not be searched to its end. */
  unsearched: string | undefined;
  /** What could not be opened at all: `an xz archive`. */
  readonly closed = new Set<string>();
  #unpacked = 0;
  #read = 0;
  #attempts = 0;
  #failures = 0;
  #guesses = 0;
  readonly #seen = new Set<string>();

  private readonly length: number;

  constructor(length: number) {
    this.length = length;
  }

  /** Whether a text is to be searched, or to be decoded as a run: it was not before, and the search may go on. */
  admits(text: string, as: "text" | "run" = "text"): boolean {
    // The digests stand for the texts, which would fill the memory.
    const digest = as + (text.length < 64 ? text : hash("sha1", text, "base64"));
    if (this.#seen.has(digest)) return false;
    this.#seen.add(digest);
    this.#read += text.length;
    const room = this.#read <= Math.min(maxRead, maxReadings * (this.length + this.#unpacked) + 4096);
    if (!room) this.giveUp("text that is encoded in too many ways");
    return room;
  }

  /** Bytes that may still be unpacked. */
  get unpackable(): number {
    return MAX_UNPACKED_BYTES - this.#unpacked;
  }

  unpacked(bytes: number): void {
    this.#unpacked += bytes;
  }

  /** Whether one more place may be tried as the start of an archive. Random bytes look like one once in 16 KiB. */
  mayTryToUnpack(): boolean {
    this.#attempts += 1;
    const few = this.unpackable > 0 && this.#attempts <= 200 + (this.length + this.#unpacked) / 2048;
    if (!few) this.giveUp("text with too many archives in it");
    return few;
  }

  /** What begins like an archive and is one was no accident. */
  openedSurely(): void {
    this.#attempts -= 1;
  }

  /** Whether one more run may be tried as a stream that begins with no mark. */
  mayGuess(): boolean {
    this.#guesses += 1;
    return this.#guesses <= maxGuesses;
  }

  /** An unpacking that failed after its first bytes took up to the time of the longest. */
  failedToUnpack(): void {
    this.#failures += 1;
    if (this.#failures > maxFailures) this.#unpacked = MAX_UNPACKED_BYTES;
  }

  cannotOpen(what: string): void {
    this.closed.add(what);
  }

  giveUp(what: string): void {
    this.unsearched ??= `${what} and could not be searched to its end`;
  }
}
