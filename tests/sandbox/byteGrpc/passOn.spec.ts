import assert from "node:assert/strict";
import * as grpc from "@grpc/grpc-js";
import { CallError, unframed } from "../../../sandbox/byteGrpc/call.ts";
import { ByteClient } from "../../../sandbox/byteGrpc/client.ts";
import { type ByteServer, serveBytes } from "../../../sandbox/byteGrpc/server.ts";
import { listen, noLimit } from "../../../sandbox/grpc.ts";

const bytes = (message: Buffer) => message;
const echo: grpc.ServiceDefinition = {
  say: {
    path: "/test.Echo/Say",
    requestStream: false,
    responseStream: false,
    requestSerialize: bytes,
    requestDeserialize: bytes,
    responseSerialize: bytes,
    responseDeserialize: bytes,
  },
};

/** A gRPC server as others write it: it gives back what it gets, and its own name for "who", and fails when told to. */
async function echoServer(name: string): Promise<{ readonly port: number; readonly server: grpc.Server }> {
  const server = new grpc.Server(noLimit);
  const say: grpc.handleUnaryCall<Buffer, Buffer> = ({ request, metadata }, callback) => {
    const text = request.toString();
    if (text === "who") {
      callback(null, Buffer.from(name));
      return;
    }
    if (text !== "fail") {
      callback(null, request);
      return;
    }
    const trailers = new grpc.Metadata();
    trailers.set("grpc-status-details-bin", Buffer.from([8, 5, 0, 255]));
    trailers.set("asked-by", metadata.get("asked-by")[0] ?? "");
    callback({ code: grpc.status.NOT_FOUND, details: "kein „Gerät“: 100 %\nno device", metadata: trailers });
  };
  server.addService(echo, { say });
  return { port: await listen(server), server };
}

describe("gRPC calls that are passed on as bytes", () => {
  let target: { readonly port: number; readonly server: grpc.Server };
  let successor: typeof target;
  let proxy: ByteServer;
  let caller: grpc.Client;

  const say = (message: Buffer, path = "/test.Echo/Say") =>
    new Promise<Buffer>((resolve, reject) => {
      const metadata = new grpc.Metadata();
      metadata.set("asked-by", "a test");
      caller.makeUnaryRequest(path, bytes, bytes, message, metadata, {}, (error, answer) => {
        if (error) reject(error);
        else resolve(answer ?? Buffer.alloc(0));
      });
    });

  beforeEach(async () => {
    target = await echoServer("target");
    successor = await echoServer("successor");
    const client = new ByteClient(target.port);
    proxy = await serveBytes((call) => {
      if (call.message.toString() === "throw") throw new RangeError("broken");
      return client.call(call);
    });
    caller = new grpc.Client(`127.0.0.1:${proxy.port}`, grpc.credentials.createInsecure(), noLimit);
  });
  afterEach(() => {
    caller.close();
    proxy.stop();
    target.server.forceShutdown();
    successor.server.forceShutdown();
  });

  for (const { name, message } of [
    { name: "nothing", message: Buffer.alloc(0) },
    { name: "a text", message: Buffer.from("text") },
    { name: "twenty megabytes", message: Buffer.alloc(20_000_000, "many bytes ") },
  ])
    it(`arrive and are answered whole with ${name}`, async () => {
      assert.ok((await say(message)).equals(message));
    });

  it("are many at once", async () => {
    const messages = Array.from({ length: 500 }, (_, index) => `message ${index}`);
    const answers = await Promise.all(messages.map((message) => say(Buffer.from(message))));
    assert.deepEqual(answers.map(String), messages);
  });

  it("fail as the other side fails them, with its code, its words and its details", async () => {
    const { code, details, metadata } = (await say(Buffer.from("fail")).catch(
      (error: unknown) => error,
    )) as grpc.ServiceError;
    assert.deepEqual(
      {
        code,
        details,
        "grpc-status-details-bin": metadata.get("grpc-status-details-bin")[0],
        "asked-by": metadata.get("asked-by")[0],
      },
      {
        code: grpc.status.NOT_FOUND,
        details: "kein „Gerät“: 100 %\nno device",
        "grpc-status-details-bin": Buffer.from([8, 5, 0, 255]),
        "asked-by": "a test",
      },
    );
  });

  for (const { name, fail, code, details } of [
    {
      name: "with what an answer throws",
      fail: () => say(Buffer.from("throw")),
      code: grpc.status.UNKNOWN,
      details: /^broken$/,
    },
    {
      name: "where the other side has no such method",
      fail: () => say(Buffer.from("text"), "/test.Echo/Shout"),
      code: grpc.status.UNIMPLEMENTED,
      details: /Shout/,
    },
    {
      name: "where the other side has gone",
      fail: () => {
        target.server.forceShutdown();
        return say(Buffer.from("text"));
      },
      code: grpc.status.UNAVAILABLE,
      details: /./,
    },
  ])
    it(`fail ${name}`, async () => {
      const error = (await fail().catch((error: unknown) => error)) as grpc.ServiceError;
      assert.equal(error.code, code);
      assert.match(error.details, details);
    });

  it("go straight to the server that they were handed over to, and none is lost", async () => {
    assert.equal(String(await say(Buffer.from("who"))), "target");
    const answers = [say(Buffer.from("first"))];
    proxy.handOverTo(successor.port);
    for (const message of ["second", "third"]) answers.push(say(Buffer.from(message)));
    assert.deepEqual((await Promise.all(answers)).map(String), ["first", "second", "third"]);
    assert.equal(String(await say(Buffer.from("who"))), "successor");
  });

  it("are refused where a message is compressed", () => {
    assert.throws(
      () => unframed(Buffer.from([1, 0, 0, 0, 1, 0])),
      new CallError(grpc.status.UNIMPLEMENTED, "a compressed message"),
    );
  });
});
