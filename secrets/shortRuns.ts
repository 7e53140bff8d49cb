/** Runs below this length are decoded together: hundreds of thousands of them would take seconds one by one. */
export const SHORT_RUN = 1024;

interface Encoding {
  readonly name: "base64" | "hex";
  /** How many characters stand for whole bytes. */
  readonly width: number;
  /** Completes the last bytes, so that what is made up for it is no letter or digit, which could hide a key in front of it. */
  readonly filler: string;
  /** Encoded semicolons, which belong to no key and no encoding. */
  readonly separator: string;
}

export const base64: Encoding = { name: "base64", width: 4, filler: "7", separator: "Ozs7" };
export const hex: Encoding = { name: "hex", width: 2, filler: "", separator: "3b3b" };

/** What many short runs stand for, as one for each alignment. */
export function* decodedTogether(runs: readonly string[], encoding: Encoding): Generator<Buffer> {
  if (runs.length === 0) return;
  const [only = "", another] = runs;
  if (another === undefined) {
    for (let shift = 0; shift < encoding.width; shift++) yield Buffer.from(only.slice(shift), encoding.name);
    return;
  }
  const together = Buffer.from(runs.join(between), "latin1");
  for (let shift = 0; shift < encoding.width; shift++)
    yield Buffer.from(aligned(together, runs.length, shift, encoding), encoding.name);
}

/** No character of a run. */
const between = ";";

/** Every run from its alignment on, completed and separated. They are copied as bytes: as texts they take seconds. */
function aligned(runs: Buffer, count: number, shift: number, { width, filler, separator }: Encoding): string {
  const out = Buffer.allocUnsafe(runs.length + count * (width + separator.length));
  let length = 0;
  for (let start = 0; start < runs.length;) {
    const found = runs.indexOf(between, start);
    const end = found < 0 ? runs.length : found;
    const rest = (end - start - shift) % width;
    // One character alone stands for no whole byte.
    const last = rest === 1 ? end - 1 : end;
    for (let at = start + shift; at < last; at++) out[length++] = runs[at] ?? 0;
    if (rest > 1) length += out.write(filler.repeat(width - rest), length, "latin1");
    length += out.write(separator, length, "latin1");
    start = end + 1;
  }
  return out.toString("latin1", 0, length);
}
