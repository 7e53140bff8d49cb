/** The header of a gzip stream (RFC 1952). */
export interface GzipHeader {
  readonly length: number;
  /** Whether flags, compression level and system are ones that exist: noise has all of them once in 10^12 bytes. */
  readonly isSure: boolean;
}

/** The header that some bytes start with; undefined where they are no gzip stream. */
export function gzipHeader(bytes: Buffer): GzipHeader | undefined {
  const [first, , , flags = 0xff, , , , , level = 0xff, system = 0xfe] = bytes;
  if (first !== 0x1f) return undefined;
  const isSure = flags < 0x20 && [0, 2, 4].includes(level) && (system < 14 || system === 0xff);
  let length = 10;
  if (flags & 4) length += 2 + (bytes[length] ?? 0) + 256 * (bytes[length + 1] ?? 0);
  // The name of the file and a comment end with a zero.
  for (const flag of [8, 16]) if (flags & flag) length = bytes.indexOf(0, length) + 1 || bytes.length;
  if (flags & 2) length += 2;
  return { length, isSure };
}
