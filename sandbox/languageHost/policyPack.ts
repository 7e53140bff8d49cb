import type { ChildProcess } from "node:child_process";
import * as grpc from "@grpc/grpc-js";
import analyzerGrpcPb from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { listen, noLimit, passOn, unary, withoutDecoding } from "../grpc.ts";

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
 * it, and passes everything else on as bytes.
 */
export class PolicyPackFront {
  readonly #server = new grpc.Server(noLimit);
  #client: Promise<grpc.Client> | undefined;

  private readonly launch: Launch;
  private readonly onStart: (pack: ChildProcess) => void;

  constructor(launch: Launch, onStart: (pack: ChildProcess) => void) {
    this.launch = launch;
    this.onStart = onStart;
    const handlers: grpc.UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(
      analyzerGrpcPb.AnalyzerService as unknown as grpc.ServiceDefinition,
    )) {
      handlers[name] = unary((request: Buffer, metadata) =>
        this.#answer(name, method.path, request, metadata),
      );
    }
    this.#server.addService(withoutDecoding(analyzerGrpcPb.AnalyzerService), handlers);
  }

  listen(): Promise<number> {
    return listen(this.#server);
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  async #answer(name: string, path: string, request: Buffer, metadata: grpc.Metadata): Promise<Buffer> {
    if (name === "handshake") return Buffer.alloc(0);
    if (name !== "configureStack") return passOn(await this.#started({}), path, request, metadata);
    const client = await this.#started(stackEnvironment(request));
    return passOn(client, path, request, metadata).catch((error: unknown) => {
      if ((error as grpc.ServiceError).code === grpc.status.UNIMPLEMENTED) return Buffer.alloc(0);
      throw error as grpc.ServiceError;
    });
  }

  #started(environment: Record<string, string>): Promise<grpc.Client> {
    this.#client ??= new Promise((resolve, reject) => {
      const pack = this.launch(environment);
      this.onStart(pack);
      let printed = "";
      pack.stdout?.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        const port = /^(\d+)\r?\n/.exec(printed)?.[1];
        if (port) resolve(new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), noLimit));
      });
      pack.once("close", (code) => {
        reject(new Error(`the policy pack ended with exit code ${code ?? "unknown"} before it was ready`));
      });
    });
    return this.#client;
  }
}
