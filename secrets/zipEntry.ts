/** The head of one file in a zip archive. */
export interface ZipEntry {
  /** Where the content begins, in bytes from the start of the head. */
  readonly start: number;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated, 93 zstd; the others are methods that Node cannot undo. */
  readonly method: number;
}

/**
 * The head that some bytes start with; undefined where they are cut off.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT section 4.3.7
 */
export function zipEntry(bytes: Buffer): ZipEntry | undefined {
  if (bytes.length < 30) return undefined;
  return {
    start: 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28),
    isEncrypted: (bytes.readUInt16LE(6) & 1) === 1,
    method: bytes.readUInt16LE(8),
  };
}
