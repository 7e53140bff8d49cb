import * as grpc from "@grpc/grpc-js";

/** Engine messages hold whole resources and schemas; the default of 4 MB is too small. */
export const noLimit: grpc.ChannelOptions = {
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
};

/** Serves on a free loopback port and returns it. */
export function listen(server: grpc.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

/** An error in the form that gRPC sends: a message without a code of its own is UNKNOWN, as Go servers do. */
export function asServiceError(error: unknown): grpc.ServiceError {
  const { code, details, message, metadata } = error as Partial<grpc.ServiceError>;
  return Object.assign(new Error(message), {
    code: typeof code === "number" ? code : grpc.status.UNKNOWN,
    details: details ?? message ?? "",
    metadata: metadata ?? new grpc.Metadata(),
  });
}

/** A unary gRPC method from an async function. */
export function unary<Q, R>(
  body: (request: Q, metadata: grpc.Metadata) => R | Promise<R>,
): grpc.handleUnaryCall<Q, R> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then((request) => body(request, call.metadata))
      .then(
        (value) => {
          callback(null, value);
        },
        (error: unknown) => {
          callback(asServiceError(error));
        },
      );
  };
}

/** A server-streaming gRPC method from an async function that writes to the call. */
export function streaming<Q, R>(
  body: (call: grpc.ServerWritableStream<Q, R>) => Promise<void>,
): grpc.handleServerStreamingCall<Q, R> {
  return (call) => {
    body(call).then(
      () => {
        call.end();
      },
      (error: unknown) => {
        call.destroy(asServiceError(error));
      },
    );
  };
}

const raw = (bytes: Buffer) => bytes;

/** A service definition whose messages stay bytes: for passing calls on. */
export function withoutDecoding(service: grpc.ServiceDefinition): grpc.ServiceDefinition {
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => [
      name,
      {
        ...method,
        requestSerialize: raw,
        requestDeserialize: raw,
        responseSerialize: raw,
        responseDeserialize: raw,
      },
    ]),
  );
}

/** Calls a unary method with bytes and returns bytes. */
export function passOn(
  client: grpc.Client,
  method: string,
  request: Buffer,
  metadata: grpc.Metadata,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(method, raw, raw, request, metadata, {}, (error, value) => {
      if (error) reject(error);
      else resolve(value ?? Buffer.alloc(0));
    });
  });
}
