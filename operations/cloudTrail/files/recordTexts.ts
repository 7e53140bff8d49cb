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

const quote = 0x22;
const backslash = 0x5c;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** How deep an event lies in `{"Records": [{…}]}`. */
const depthOfEvents = 2;

/** Finds where events begin and end. Brackets inside of texts are none. */
class Splitter {
  #depth = 0;
  #inText = false;
  #isEscaped = false;
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
    let [depth, inText, isEscaped] = [this.#depth, this.#inText, this.#isEscaped];
    let start = depth > depthOfEvents ? 0 : -1;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (inText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) inText = false;
      } else if (byte === quote) inText = true;
      else if (byte === openBrace || byte === openBracket) {
        if (depth === depthOfEvents) start = at;
        depth++;
      } else if (byte === closeBrace || byte === closeBracket) {
        depth--;
        if (depth !== depthOfEvents) continue;
        found.push(this.#text(chunk.subarray(start, at + 1)));
        start = -1;
      }
    }
    [this.#depth, this.#inText, this.#isEscaped] = [depth, inText, isEscaped];
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
