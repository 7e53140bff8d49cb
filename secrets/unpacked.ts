import { constants, inflateRawSync } from "node:zlib";
import { gzipHeader } from "./gzipHeader.ts";
import { MAX_UNPACKED_BYTES, type SearchLimits } from "./searchLimits.ts";

/** Noise that happens to look like the start of a stream is nearly always found out within far fewer bytes. */
const probedInput = 8192;
const probedOutput = 65_536;

/** The content of every gzip and zlib stream in some bytes, wherever it starts. */
export function* unpacked(bytes: Buffer, limits: SearchLimits): Generator<Buffer> {
  for (let at = nextStart(bytes, 0); at >= 0; at = nextStart(bytes, at + 1)) {
    if (!limits.mayTryToUnpack()) return;
    const content = contentOf(bytes.subarray(at), limits);
    if (content !== undefined) yield content;
  }
}

/** Where the next stream could start: gzip has `1f 8b 08`; zlib has `78` and one of four levels. */
function nextStart(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length - 2; at++) {
    const next = bytes[at + 1];
    if (bytes[at] === 0x1f && next === 0x8b && bytes[at + 2] === 0x08) return at;
    if (bytes[at] === 0x78 && (next === 0x01 || next === 0x5e || next === 0x9c || next === 0xda)) return at;
  }
  return -1;
}

/** The checksum is not looked at: whatever follows a stream, and a wrong end of it, must not hide the rest. */
function contentOf(archive: Buffer, limits: SearchLimits): Buffer | undefined {
  const gzip = gzipHeader(archive);
  const packed = archive.subarray(gzip?.length ?? 2);
  if (gzip?.isSure !== true) {
    const probe = inflated(packed.subarray(0, probedInput), probedOutput);
    if (probe === undefined || (probe !== "too long" && packed.length <= probedInput)) return probe;
  }
  const content = inflated(packed, Math.max(limits.unpackable, 1));
  if (content instanceof Buffer) {
    limits.unpacked(content.length);
    return content;
  }
  if (content === "too long") {
    limits.unpacked(limits.unpackable);
    limits.giveUp(`text that unpacks to more than ${MAX_UNPACKED_BYTES / 1024 / 1024} MiB`);
  } else if (gzip?.isSure === true) {
    limits.giveUp("a damaged archive");
  }
  limits.failedToUnpack();
  return undefined;
}

function inflated(packed: Buffer, maxOutputLength: number): Buffer | "too long" | undefined {
  try {
    // A sync flush also reads a stream whose end is cut off.
    return inflateRawSync(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too long" : undefined;
  }
}
