import * as http2 from "node:http2";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import {
  bodyOf,
  type ByteCall,
  callErrorOf,
  contentType,
  framed,
  metadataOf,
  ok,
  unframed,
  wide,
} from "./call.ts";

export interface ByteServer {
  readonly port: number;
  /**
   * Leaves all further calls to a server at another port of this machine: the caller is asked to connect anew, and what it
   * sends then goes there as it comes. Calls that are under way end here.
   */
  readonly handOverTo: (port: number) => void;
  readonly stop: () => void;
}

/** Serves on a free loopback port. What an answer throws ends the call: a {@link CallError} as it is, all else as UNKNOWN. */
export function serveBytes(answer: (call: ByteCall) => Promise<Uint8Array>): Promise<ByteServer> {
  const calls = http2.createServer(wide);
  const sessions = new Set<http2.ServerHttp2Session>();
  const sockets = new Set<Socket>();
  let successor: number | undefined;
  calls.on("session", (session) => {
    sessions.add(session.once("close", () => sessions.delete(session)));
  });
  calls.on("stream", (stream, headers) => {
    // A caller that has gone needs no answer.
    stream.on("error", () => undefined);
    bodyOf(stream)
      .then((body) =>
        answer({
          path: headers[":path"] ?? "",
          message: unframed(body),
          metadata: metadataOf(headers),
        }),
      )
      .then(
        (message) => {
          if (stream.destroyed) return;
          stream.respond({ ":status": 200, ...contentType }, { waitForTrailers: true });
          stream.once("wantTrailers", () => {
            stream.sendTrailers({ "grpc-status": String(ok) });
          });
          stream.end(framed(message));
        },
        (error: unknown) => {
          if (stream.destroyed) return;
          const { code, details, metadata } = callErrorOf(error);
          const end = { "grpc-status": String(code), "grpc-message": encodeURI(details) };
          stream.respond({ ...metadata, ":status": 200, ...contentType, ...end }, { endStream: true });
        },
      );
  });
  const server = createServer((socket) => {
    sockets.add(socket.once("close", () => sockets.delete(socket)));
    if (successor === undefined) calls.emit("connection", socket);
    else passOn(socket, successor);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        handOverTo: (port) => {
          successor = port;
          for (const session of sessions) session.close();
        },
        stop: () => {
          server.close();
          for (const socket of sockets) socket.destroy();
        },
      });
    });
  });
}

/** Joins two connections, which end together. */
function passOn(socket: Socket, port: number): void {
  const onward = connect(port, "127.0.0.1");
  for (const [from, to] of [
    [socket, onward],
    [onward, socket],
  ] as const) {
    from.setNoDelay(true);
    from.pipe(to);
    from.once("error", () => to.destroy());
    from.once("close", () => to.destroy());
  }
}
