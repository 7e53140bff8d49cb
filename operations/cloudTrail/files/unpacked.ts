import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { sentenceOf } from "../../../commandLine/failure.ts";
import { UnreadableFile } from "./recordTexts.ts";

/** Fewer, larger pieces than by default, of which one at a time is held. */
const chunkSize = 1 << 18;

/**
 * The bytes of a file, unpacked where its name ends in `.gz`.
 *
 * @throws UnreadableFile where they cannot be read or unpacked.
 */
export async function* unpacked(name: string, bytes: Readable): AsyncGenerator<Buffer> {
  const stream = /\.gz$/i.test(name)
    ? pipeline(bytes, createGunzip({ chunkSize }), () => {
        // The error reaches whoever reads, below.
      })
    : bytes;
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw new UnreadableFile(reasonOf(error));
  } finally {
    bytes.destroy();
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "Z_BUF_ERROR") return "ends before it is unpacked";
  if (code?.startsWith("Z_") === true) return "is not packed by gzip, or torn";
  if (code === "EACCES" || code === "EPERM") return "may not be read";
  return `cannot be read: ${sentenceOf(error)}`;
}
