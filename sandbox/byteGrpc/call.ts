/**
 * Unary gRPC calls whose messages stay bytes, straight on HTTP/2: for passing calls on. A proxy made of a gRPC server and a
 * gRPC client takes two to three times as long, and the engine waits for each call.
 *
 * @see https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 */
import type * as http2 from "node:http2";
import { status } from "@grpc/grpc-js";

/** Headers or trailers of a call, without those of HTTP/2 itself. */
export type Metadata = Readonly<Record<string, string | string[] | undefined>>;

/** How a call ended that did not end well. */
export class CallError extends Error {
  readonly code: number;
  public details: string;
  readonly metadata: Metadata;

  constructor(
    /** One of gRPC's status codes. */
    code: number,
    details: string,
    /** What else the trailers hold. */
    metadata: Metadata = {},
  ) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = metadata;
  }
}

/** What is none yet ends a call with the code. */
export function callErrorOf(error: unknown, code: number = status.UNKNOWN): CallError {
  if (error instanceof CallError) return error;
  return new CallError(code, error instanceof Error ? error.message : String(error));
}

export interface ByteCall {
  /** As in `/pulumirpc.Analyzer/Analyze`. */
  readonly path: string;
  readonly message: Buffer;
  readonly metadata: Metadata;
}

export const ok: number = status.OK;
/** A resource can be larger than what HTTP/2 lets through without an acknowledgement. */
export const wide = { settings: { initialWindowSize: 1 << 20 } };
export const contentType = { "content-type": "application/grpc" };

/** A message has a flag of one byte (1 for a compressed one, which nobody asks for here) and its length before it. */
export function framed(message: Uint8Array): Buffer {
  const frame = Buffer.alloc(5 + message.length);
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, 5);
  return frame;
}

export function unframed(frame: Buffer): Buffer {
  if (frame.length === 0) return frame;
  if (frame[0] !== 0) throw new CallError(status.UNIMPLEMENTED, "a compressed message");
  return frame.subarray(5, 5 + frame.readUInt32BE(1));
}

export function bodyOf(stream: http2.Http2Stream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .once("end", () => {
        resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
      })
      .once("error", reject)
      .once("close", () => {
        reject(new Error("the connection ended before the message"));
      });
  });
}

/** What may be handed on: HTTP/2's own headers are those of one connection, and an encoding is agreed on by two. */
export function metadataOf(headers: http2.IncomingHttpHeaders): Metadata {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/^(:.*|grpc-(accept-)?encoding|content-(type|length)|te|date)$/.test(name),
    ),
  );
}
