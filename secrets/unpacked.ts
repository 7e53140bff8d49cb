import { gzipHeader } from "./gzipHeader.ts";
import { type Compression, inflated } from "./inflated.ts";
import { MAX_UNPACKED_BYTES, type SearchLimits } from "./searchLimits.ts";
import { zipEntry } from "./zipEntry.ts";

/** Noise that happens to look like the start of a stream is nearly always found out within far fewer bytes. */
const probedInput = 8192;
const probedOutput = 65_536;

/** Gzip, zlib with one of four levels, a file in a zip archive, and zstd: by the bytes that they begin with. */
// eslint-disable-next-line no-control-regex -- Archives begin with such bytes.
const stream = /\x1f\x8b\x08|x[\x01\x5e\x9c\xda]|PK\x03\x04|\x28\xb5\x2f\xfd/g;

/**
 * The content of every stream in some bytes, wherever it starts.
 *
 * @param latin1 The same bytes as text.
 */
export function* unpacked(bytes: Buffer, latin1: string, limits: SearchLimits): Generator<Buffer> {
  for (const { index } of latin1.matchAll(stream)) {
    if (!limits.mayTryToUnpack()) return;
    const packed = packedAt(bytes.subarray(index), limits);
    const content = packed && contentOf(packed, limits);
    if (content !== undefined) yield content;
  }
}

/** A stream behind its head. */
interface Packed {
  readonly data: Buffer;
  readonly as: Compression;
  /** Whether its head is too long to be an accident. */
  readonly isSure: boolean;
}

function packedAt(archive: Buffer, limits: SearchLimits): Packed | undefined {
  if (archive[0] === 0x28) return { data: archive, as: "zstd", isSure: true };
  if (archive[0] === 0x50) return packedInZip(archive, limits);
  const gzip = gzipHeader(archive);
  return { data: archive.subarray(gzip?.length ?? 2), as: "deflate", isSure: gzip?.isSure === true };
}

/** What is only stored in a zip archive is read where it stands. */
function packedInZip(archive: Buffer, limits: SearchLimits): Packed | undefined {
  const entry = zipEntry(archive);
  if (entry === undefined || entry.start >= archive.length) return undefined;
  const data = archive.subarray(entry.start);
  if (entry.isEncrypted) limits.cannotOpen("an encrypted zip archive");
  else if (entry.method === 8) return { data, as: "deflate", isSure: true };
  else if (entry.method === 93) return { data, as: "zstd", isSure: true };
  else if (entry.method !== 0) limits.cannotOpen(`a zip archive packed by method ${entry.method}`);
  return undefined;
}

/** The checksum is not looked at: whatever follows a stream, and a wrong end of it, must not hide the rest. */
function contentOf({ data, as, isSure }: Packed, limits: SearchLimits): Buffer | undefined {
  if (!isSure) {
    const probe = inflated(data.subarray(0, probedInput), as, probedOutput);
    if (probe === undefined || (probe !== "too long" && data.length <= probedInput)) return probe;
  }
  const content = inflated(data, as, Math.max(limits.unpackable, 1));
  if (content instanceof Buffer) {
    limits.unpacked(content.length);
    if (isSure) limits.openedSurely();
    return content;
  }
  if (content === "too long") {
    limits.unpacked(limits.unpackable);
    limits.giveUp(`text that unpacks to more than ${MAX_UNPACKED_BYTES / 1024 / 1024} MiB`);
  } else if (isSure) {
    limits.giveUp("a damaged archive");
  }
  limits.failedToUnpack();
  return undefined;
}
