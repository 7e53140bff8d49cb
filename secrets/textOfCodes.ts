/** A text of the codes of its characters. */
export function textOfCodes(codes: Uint16Array): string {
  let bits = 0;
  for (let at = 0; at < codes.length; at++) bits |= codes[at] ?? 0;
  // Text of one byte a character is searched in half the time.
  if (bits < 256) return Buffer.from(new Uint8Array(codes).buffer).toString("latin1");
  return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString("utf16le");
}

/** The value of a hexadecimal digit by its code; undefined for any other character. */
export function hexDigit(code: number): number | undefined {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 6 ? letter + 10 : undefined;
}
