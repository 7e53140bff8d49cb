import * as http2 from "node:http2";
import { status } from "@grpc/grpc-js";
import {
  bodyOf,
  type ByteCall,
  CallError,
  callErrorOf,
  contentType,
  framed,
  metadataOf,
  ok,
  unframed,
  wide,
} from "./call.ts";

/** Calls a server at a port of this machine. */
export class ByteClient {
  readonly #session: http2.ClientHttp2Session;

  constructor(port: number) {
    this.#session = http2.connect(`http://127.0.0.1:${port}`, wide);
    // Each call that it ends fails for itself.
    this.#session.on("error", () => undefined);
  }

  /** @throws CallError where the call ends with another status than OK */
  async call({ path, message, metadata }: ByteCall): Promise<Buffer> {
    try {
      return await this.#call({ path, message, metadata });
    } catch (error) {
      throw callErrorOf(error, status.UNAVAILABLE);
    }
  }

  async #call({ path, message, metadata }: ByteCall): Promise<Buffer> {
    const stream = this.#session.request({
      ...metadata,
      ":method": "POST",
      ":path": path,
      ...contentType,
      te: "trailers",
    });
    let end: http2.IncomingHttpHeaders = {};
    const keep = (headers: http2.IncomingHttpHeaders) => (end = { ...end, ...headers });
    stream.once("response", keep).once("trailers", keep);
    stream.end(framed(message));
    const body = await bodyOf(stream);
    const { "grpc-status": code, "grpc-message": details, ...rest } = end;
    if (code === undefined) throw new CallError(status.UNAVAILABLE, `${path} ended without a status`);
    if (Number(code) !== ok)
      throw new CallError(Number(code), decoded(String(details ?? "")), metadataOf(rest));
    return unframed(body);
  }
}

/** A message is percent-encoded, unless its sender did not care. */
function decoded(details: string): string {
  try {
    return decodeURIComponent(details);
  } catch {
    return details;
  }
}
