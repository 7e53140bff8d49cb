/** A line that says something. */
interface Line {
  readonly indent: number;
  /** What stands behind the indent, without spaces at its end. */
  readonly text: string;
}

/** Thrown inside where a text is more than this reader knows. */
class NotPlain extends Error {}

/** `key:` and perhaps a value behind it. */
const ENTRY = /^([A-Za-z][\w./-]*(?::[\w./-]+)*):(?: +(\S.*))?$/;

/** A scalar without quotes that can be taken for nothing else, in printable ASCII. */
const PLAIN = /^[\w./](?:[\w./@=+*$,:?{}() -]*[\w./@=+*$?{}()-])?$/;

const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;

/**
 * Reads the YAML of which most stack files are made: blocks of maps and lists, keys and values on one line, in printable ASCII.
 * Where a text has anything else – anchors, flow style, tags, scalars of several lines, comments behind values – it is left to the
 * parser for all of YAML, which takes twenty times as long.
 *
 * @param scalarOf What a scalar without quotes stands for; undefined where it takes the whole parser to say so.
 * @returns undefined where the text is not of this kind.
 */
export function readPlainYaml(
  text: string,
  scalarOf: (text: string) => { readonly value: unknown } | undefined,
): { readonly value: unknown } | undefined {
  if (/[^\n\u0020-\u007e]/.test(text)) return undefined;
  const lines = text.split("\n").flatMap((line): Line[] => {
    const content = line.trim();
    return content === "" || content.startsWith("#")
      ? []
      : [{ indent: line.length - line.trimStart().length, text: content }];
  });
  try {
    return lines.length === 0 ? undefined : { value: new Blocks(lines, scalarOf).whole() };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class Blocks {
  readonly #lines: Line[];
  readonly #scalarOf: (text: string) => { readonly value: unknown } | undefined;
  #at = 0;

  constructor(lines: Line[], scalarOf: (text: string) => { readonly value: unknown } | undefined) {
    this.#lines = lines;
    this.#scalarOf = scalarOf;
  }

  whole(): unknown {
    const value = this.#map(0);
    if (this.#at < this.#lines.length) throw new NotPlain();
    return value;
  }

  #map(indent: number): unknown {
    const entries = new Map<string, unknown>();
    for (let line = this.#next(indent); line && !isItem(line); line = this.#next(indent)) {
      const [, key = "", written] = ENTRY.exec(line.text) ?? [];
      if (entries.has(key) || this.#scalar(key) !== key) throw new NotPlain();
      this.#at++;
      entries.set(key, written === undefined ? this.#below(indent) : this.#onLine(written, indent));
    }
    return Object.fromEntries(entries);
  }

  /** What stands below a key: a block further in, a list at the same indent, or nothing. */
  #below(indent: number): unknown {
    const line = this.#lines[this.#at];
    if (line === undefined || line.indent < indent) return null;
    if (line.indent === indent) return isItem(line) ? this.#list(indent) : null;
    return isItem(line) ? this.#list(line.indent) : this.#map(line.indent);
  }

  #list(indent: number): unknown {
    const items: unknown[] = [];
    for (let line = this.#next(indent); line && isItem(line); line = this.#next(indent)) {
      const content = line.text.slice(1).trimStart();
      if (ENTRY.test(content)) {
        // The first entry of a map stands as far in as the others below it.
        const inside = indent + line.text.length - content.length;
        this.#lines[this.#at] = { indent: inside, text: content };
        items.push(this.#map(inside));
      } else {
        this.#at++;
        items.push(this.#onLine(content, indent));
      }
    }
    return items;
  }

  /** The line at the cursor if it belongs to a block of this indent; undefined where that has ended. */
  #next(indent: number): Line | undefined {
    const line = this.#lines[this.#at];
    if (line !== undefined && line.indent > indent) throw new NotPlain();
    return line?.indent === indent ? line : undefined;
  }

  /** A value that ends with its line: what is further in below it would go on with it. */
  #onLine(text: string, indent: number): unknown {
    if ((this.#lines[this.#at]?.indent ?? 0) > indent) throw new NotPlain();
    const quoted = QUOTED.exec(text);
    return quoted ? (quoted[1] ?? quoted[2]) : this.#scalar(text);
  }

  #scalar(text: string): unknown {
    const scalar = PLAIN.test(text) && !text.includes(": ") ? this.#scalarOf(text) : undefined;
    if (scalar === undefined) throw new NotPlain();
    return scalar.value;
  }
}

const isItem = ({ text }: Line) => text.startsWith("- ");
