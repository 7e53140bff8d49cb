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
  for (let shift = 0; shift < encoding.width; shift++) {
    if (another === undefined) {
      yield Buffer.from(only.slice(shift), encoding.name);
      continue;
    }
    const aligned = runs.map((run) => alignedRun(run, shift, encoding) + encoding.separator);
    yield Buffer.from(aligned.join(""), encoding.name);
  }
}

function alignedRun(run: string, shift: number, { width, filler }: Encoding): string {
  const rest = (run.length - shift) % width;
  // One character alone stands for no whole byte.
  if (rest <= 1) return run.slice(shift, run.length - rest);
  return run.slice(shift) + filler.repeat(width - rest);
}
