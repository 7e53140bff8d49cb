import { brotliDecompressSync, constants, inflateRawSync, zstdDecompressSync } from "node:zlib";

export type Compression = "deflate" | "brotli" | "zstd";

/** The content of a compressed stream; undefined where it is none. A deflated stream may be cut off. */
export function inflated(
  packed: Buffer,
  as: Compression,
  maxOutputLength: number,
): Buffer | "too long" | undefined {
  try {
    switch (as) {
      case "deflate":
        // A sync flush also reads a stream whose end is cut off.
        return inflateRawSync(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
      case "brotli":
        return brotliDecompressSync(packed, { maxOutputLength });
      case "zstd":
        return zstdDecompressSync(packed, { maxOutputLength, finishFlush: constants.ZSTD_e_flush });
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too long" : undefined;
  }
}
