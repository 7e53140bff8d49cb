/**
 * The AWS provider of the sandbox: a Terraform AWS provider behind Pulumi's dynamic bridge, under the name, the version and
 * the tokens of `@pulumi/aws`. The engine starts it as `pulumi-resource-aws ENGINE` and reads its port from stdout.
 */
import * as grpc from "@grpc/grpc-js";
import providerGrpcPb from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import aws from "@pulumi/aws/package.json" with { type: "json" };
import { asServiceError, listen, noLimit, passOn, unary, withoutDecoding } from "../grpc.ts";
import { watchParent } from "../../commandLine/processes/lifeline.ts";
import { startBridge, type Bridge } from "./bridge.ts";
import { configurationMethods } from "./configuration.ts";
import { engineLog } from "./engineLog.ts";
import { requestTranslator } from "./requestNames.ts";

/** Methods that the engine calls before the Terraform provider is needed. */
const beforeLoading = new Set(["handshake", "attach", "cancel"]);

async function explain(
  error: unknown,
  bridge: Bridge,
  type: string | undefined,
  since: number,
): Promise<Error> {
  const failure = asServiceError(error);
  if (/^\[pf\/tfbridge\] unknown (resource|datasource) token/.test(failure.details) && type) {
    failure.details = `the sandbox's Terraform AWS provider has no "${type}": ${failure.details}`;
  }
  if (!failure.details.trim() && type) {
    failure.details =
      (await bridge.errors.textOf(type, since)) ?? `${type}: the Terraform provider failed without a message`;
  }
  failure.details = failure.details.trim();
  return failure;
}

/** Passes calls of one method on to the bridge, as the bytes that they are. */
function forward(
  bridge: Bridge,
  say: (sentence: string) => Promise<void>,
  name: string,
  method: grpc.MethodDefinition<unknown, unknown>,
): grpc.UntypedHandleCall {
  const translate = requestTranslator(method);
  const ask = configurationMethods[name];
  return unary(async (request: Buffer, metadata) => {
    const since = Date.now();
    const { bytes, type } = translate(request);
    try {
      if (!beforeLoading.has(name)) await bridge.parameterized();
      const send = (message: Uint8Array) =>
        passOn(bridge.client, method.path, Buffer.from(message), metadata);
      return Buffer.from(await (ask ? ask(bytes, send, say) : send(bytes)));
    } catch (error) {
      throw await explain(error, bridge, type, since);
    }
  });
}

async function main(): Promise<void> {
  const {
    INSTANCE_PROFILES_BRIDGE: executable = "",
    INSTANCE_PROFILES_TERRAFORM_AWS: terraformProvider = "",
  } = process.env;
  const bridge = await startBridge(executable, process.argv.slice(2), terraformProvider);
  const say = engineLog(process.argv.at(-1) ?? "");
  const handlers: grpc.UntypedServiceImplementation = {};
  const service = providerGrpcPb.ResourceProviderService as unknown as grpc.ServiceDefinition;
  for (const [name, method] of Object.entries(service)) {
    if (!method.requestStream && !method.responseStream) handlers[name] = forward(bridge, say, name, method);
  }
  handlers.getPluginInfo = unary(() =>
    Buffer.from(new pluginPb.PluginInfo().setVersion(aws.version).serializeBinary()),
  );
  const server = new grpc.Server(noLimit);
  server.addService(withoutDecoding(service), handlers);
  process.stdout.write(`${await listen(server)}\n`);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
watchParent(() => process.exit(1));
void main();
