/** JSON text as a value, and what is wrong with the text, in words. */
export interface JsonText {
  /** Undefined where the text is no JSON. */
  readonly json: unknown;
  readonly problem: string | undefined;
}

/**
 * Parses JSON text. Of a key that one object holds twice only the last value is read, and nothing says that another
 * reader takes the same, so such a text has a problem.
 */
export function readJson(text: string): JsonText {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { json: undefined, problem: "text that is no JSON" };
  }
  const repeats = keysWritten(text) !== keysRead(json);
  return { json, problem: repeats ? "an object with the same key twice" : undefined };
}

/** How many keys stand in a text that is JSON: strings with a colon behind them. */
function keysWritten(text: string): number {
  let keys = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    const end = endOfString(text, start);
    if (colonFollows(text, end + 1)) keys++;
    start = text.indexOf('"', end + 1);
  }
  return keys;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** An odd number of backslashes stands before an escaped character. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === "\\") before--;
  return (at - before) % 2 === 1;
}

function colonFollows(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text[at] ?? "")) at++;
  return text[at] === ":";
}

/** How many keys a parsed value holds. No recursion: a text may be nested deeper than the stack. */
function keysRead(json: unknown): number {
  let keys = 0;
  const open: object[] = [];
  const visit = (value: unknown) => {
    if (typeof value === "object" && value !== null) open.push(value);
  };
  visit(json);
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    if (Array.isArray(holder)) for (const item of holder) visit(item);
    else {
      // What JSON.parse makes inherits nothing that is enumerable.
      for (const key in holder) {
        keys++;
        visit((holder as Record<string, unknown>)[key]);
      }
    }
  }
  return keys;
}
