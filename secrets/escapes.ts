const hex = "[0-9A-Fa-f]";
/** All the backslashes in a row. The look-behind keeps the search for them linear. */
const slashes = String.raw`(?<!\\)\\+`;

/**
 * Escapes of JSON, YAML, shells and PowerShell, of addresses and of XML, and the zeros of UTF-16. Escapes of escapes
 * (`\\\\n`, `%2525`) are undone in one step. What is decoded is searched, not run: one step too many does no harm.
 */
const codes: readonly [pattern: RegExp, radix: number][] = [
  [new RegExp(`${slashes}x(${hex}{2})`, "g"), 16],
  [new RegExp(`${slashes}u(${hex}{4})`, "g"), 16],
  [new RegExp(`${slashes}U(${hex}{8})`, "g"), 16],
  [new RegExp(String.raw`${slashes}u\{0*(${hex}{1,4})\}`, "g"), 16],
  [new RegExp(`${slashes}([0-3][0-7]{2})`, "g"), 8],
  [new RegExp(`%(?:25)*(${hex}{2})`, "g"), 16],
  [new RegExp(`&(?:amp;)*#x0*(${hex}{1,4});`, "g"), 16],
  [/&(?:amp;)*#0*(\d{1,5});/g, 10],
];
const literals: readonly [pattern: RegExp, text: string][] = [
  // A backslash at the end of a line joins it with the next one.
  [new RegExp(String.raw`${slashes}\r?\n[ \t]*`, "g"), ""],
  [new RegExp(`${slashes}[abefnrtv0]|\`[nrt0]`, "g"), "\n"],
  [/&(?:amp;)*(?:quot|apos|lt|gt|amp);/g, '"'],
  [/\\+/g, ""],
];

/** The text with its escapes undone. Without this the `n` of a `\n` would look like a letter just before a key. */
export function unescaped(text: string): string {
  const decoded = codes.reduce(
    (rest, [pattern, radix]) => withCodes(rest, pattern, radix),
    text.replace(/\0+/g, ""),
  );
  return literals.reduce((rest, [pattern, literal]) => rest.replace(pattern, literal), decoded);
}

/** The parts of a MIME message in quoted-printable as plain text. */
export function quotedPrintableDecoded(text: string): string {
  if (!/quoted-printable/i.test(text)) return text;
  return withCodes(text.replace(/=[ \t]*\r?\n/g, ""), new RegExp(`=(${hex}{2})`, "g"), 16);
}

function withCodes(text: string, pattern: RegExp, radix: number): string {
  return text.replace(pattern, (_, code: string) => String.fromCharCode(parseInt(code, radix)));
}
