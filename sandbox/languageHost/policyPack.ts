import type { ChildProcess } from "node:child_process";
import { status } from "@grpc/grpc-js";
import analyzerGrpcPb from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { type ByteCall, CallError } from "../byteGrpc/call.ts";
import { ByteClient } from "../byteGrpc/client.ts";
import { type ByteServer, serveBytes } from "../byteGrpc/server.ts";

const unimplemented: number = status.UNIMPLEMENTED;

interface StartedPack {
  readonly port: number;
  readonly client: ByteClient;
}

type Launch = (environment: Readonly<Record<string, string>>) => ChildProcess;

/** The environment from which the SDK of a policy pack reads the stack's configuration. */
function stackEnvironment(request: Buffer): Record<string, string> {
  const stack = analyzerPb.AnalyzerStackConfigureRequest.deserializeBinary(request);
  return {
    PULUMI_NODEJS_ORGANIZATION: stack.getOrganization(),
    PULUMI_NODEJS_PROJECT: stack.getProject(),
    PULUMI_NODEJS_STACK: stack.getStack(),
    PULUMI_NODEJS_DRY_RUN: String(stack.getDryRun()),
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(stack.getConfigMap().toArray())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(stack.getConfigSecretKeysList()),
  };
}

/**
 * A policy pack reads the stack's configuration from its environment, so it has to be known before the pack starts; the
 * engine sends it over the pack's own service. This serves that service, starts the pack at the first call that needs
 * it, and leaves the engine to the pack once that has the configuration.
 */
export class PolicyPackFront {
  #server: ByteServer | undefined;
  #pack: Promise<StartedPack> | undefined;

  private readonly launch: Launch;
  private readonly onStart: (pack: ChildProcess) => void;

  constructor(launch: Launch, onStart: (pack: ChildProcess) => void) {
    this.launch = launch;
    this.onStart = onStart;
  }

  async listen(): Promise<number> {
    this.#server = await serveBytes((call) => this.#answer(call));
    return this.#server.port;
  }

  stop(): void {
    this.#server?.stop();
  }

  async #answer(call: ByteCall): Promise<Buffer> {
    const { handshake, configureStack } = analyzerGrpcPb.AnalyzerService;
    if (call.path === handshake.path) return Buffer.alloc(0);
    if (call.path !== configureStack.path) return (await this.#started({})).client.call(call);
    const { client, port } = await this.#started(stackEnvironment(call.message));
    const answer = await client.call(call).catch((error: unknown) => {
      if (error instanceof CallError && error.code === unimplemented) return Buffer.alloc(0);
      throw error;
    });
    this.#server?.handOverTo(port);
    return answer;
  }

  #started(environment: Record<string, string>): Promise<StartedPack> {
    this.#pack ??= new Promise((resolve, reject) => {
      const pack = this.launch(environment);
      this.onStart(pack);
      let printed = "";
      pack.stdout?.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        const port = /^(\d+)\r?\n/.exec(printed)?.[1];
        if (port) resolve({ port: Number(port), client: new ByteClient(Number(port)) });
      });
      pack.once("close", (code) => {
        reject(new Error(`the policy pack ended with exit code ${code ?? "unknown"} before it was ready`));
      });
    });
    return this.#pack;
  }
}
