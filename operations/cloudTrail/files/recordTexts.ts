/** Why the rest of a file was not read. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

/**
 * The texts of the events in the bytes of a file, some at a time. A file is never held as a whole, so that its size takes
 * no memory, and what stands before a tear is read.
 *
 * @throws UnreadableFile where it is no file of CloudTrail, or where it is torn.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html
 */
export async function* recordTexts(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const splitter = new Splitter();
  let head: string | undefined = "";
  for await (const chunk of chunks) {
    if (head !== undefined) {
      head += chunk.toString("latin1", 0, 256);
      if (holdsRecords(head)) head = undefined;
    }
    yield splitter.take(chunk);
  }
  if (head !== undefined) throw new UnreadableFile(notCloudTrail);
  if (!splitter.isBetweenEvents) throw new UnreadableFile("ends in the middle of an event");
  if (!splitter.isAtEnd) throw new UnreadableFile("ends before its list of events does");
}

const notCloudTrail = 'does not begin with {"Records": and is none of CloudTrail\'s files';

/** Whether a file begins as CloudTrail's do; false while that is still open. */
function holdsRecords(head: string): boolean {
  if (/^\s*\{\s*"Records"\s*:\s*\[/.test(head)) return true;
  if (head.replace(/\s/g, "").length < '{"Records":['.length && head.length < 256) return false;
  throw new UnreadableFile(notCloudTrail);
}

/** Far above any event that CloudTrail writes: a text that goes on longer is no event, and must not fill the memory. */
const mostBytes = 1 << 24;

/** What bytes mean; those that mean nothing are most of them, and told by one look. */
const kinds = new Uint8Array(256);
const [quote, backslash, opening, closing] = [1, 2, 3, 4] as const;
kinds['"'.charCodeAt(0)] = quote;
kinds["\\".charCodeAt(0)] = backslash;
for (const bracket of "{[") kinds[bracket.charCodeAt(0)] = opening;
for (const bracket of "}]") kinds[bracket.charCodeAt(0)] = closing;

/** How deep an event lies in `{"Records": [{…}]}`. */
const depthOfEvents = 2;

/** Finds where events begin and end. Brackets inside of texts are none. */
class Splitter {
  #depth = 0;
  #inText = false;
  /** How many of the next bytes mean nothing. */
  #skipped = 0;
  /** The event that the last bytes have begun. */
  #begun: Buffer[] = [];
  #bytes = 0;

  get isBetweenEvents(): boolean {
    return this.#depth <= depthOfEvents && !this.#inText;
  }

  get isAtEnd(): boolean {
    return this.#depth === 0;
  }

  /** The events that end in further bytes. */
  take(chunk: Buffer): string[] {
    const found: string[] = [];
    // Fields are slow to reach for every byte.
    let [depth, inText] = [this.#depth, this.#inText];
    let start = depth > depthOfEvents ? 0 : -1;
    let at = this.#skipped;
    const { length } = chunk;
    for (; at < length; at++) {
      const kind = kinds[chunk[at] as number];
      if (kind === 0) continue;
      if (kind === quote) inText = !inText;
      else if (inText) {
        // Whatever a backslash stands before means nothing.
        if (kind === backslash) at++;
      } else if (kind === opening) {
        if (depth === depthOfEvents) start = at;
        depth++;
      } else if (kind === closing) {
        depth--;
        if (depth !== depthOfEvents) continue;
        found.push(this.#text(chunk.subarray(start, at + 1)));
        start = -1;
      }
    }
    [this.#depth, this.#inText, this.#skipped] = [depth, inText, at - chunk.length];
    if (start >= 0) this.#keep(chunk.subarray(start));
    return found;
  }

  #text(end: Buffer): string {
    if (this.#begun.length === 0) return end.toString("utf8");
    const text = Buffer.concat([...this.#begun, end]).toString("utf8");
    this.#begun = [];
    this.#bytes = 0;
    return text;
  }

  #keep(begun: Buffer): void {
    this.#begun.push(begun);
    this.#bytes += begun.length;
    if (this.#bytes > mostBytes) throw new UnreadableFile("holds an event without an end");
  }
}
