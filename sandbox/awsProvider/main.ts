/**
 * The AWS provider of the sandbox: a Terraform AWS provider behind Pulumi's dynamic bridge, under the name, the version and
 * the tokens of `@pulumi/aws`. The engine starts it as `pulumi-resource-aws ENGINE` and reads its port from stdout.
 */
import type * as grpc from "@grpc/grpc-js";
import { status } from "@grpc/grpc-js";
import providerGrpcPb from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import aws from "@pulumi/aws/package.json" with { type: "json" };
import { type ByteCall, CallError, callErrorOf } from "../byteGrpc/call.ts";
import { serveBytes } from "../byteGrpc/server.ts";
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
): Promise<CallError> {
  const failure = callErrorOf(error);
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

type Answer = (call: ByteCall) => Promise<Uint8Array>;

/** Passes calls of one method on to the bridge. */
function forward(
  bridge: Bridge,
  say: (sentence: string) => Promise<void>,
  name: string,
  method: grpc.MethodDefinition<unknown, unknown>,
): Answer {
  const translate = requestTranslator(method);
  const ask = configurationMethods[name];
  return async (call) => {
    const since = Date.now();
    const { bytes, type } = translate(call.message);
    try {
      if (!beforeLoading.has(name)) await bridge.parameterized();
      const send = (message: Uint8Array) => bridge.bytes.call({ ...call, message: Buffer.from(message) });
      return await (ask ? ask(bytes, send, say) : send(bytes));
    } catch (error) {
      throw await explain(error, bridge, type, since);
    }
  };
}

async function main(): Promise<void> {
  const {
    INSTANCE_PROFILES_BRIDGE: executable = "",
    INSTANCE_PROFILES_TERRAFORM_AWS: terraformProvider = "",
  } = process.env;
  const bridge = await startBridge(executable, process.argv.slice(2), terraformProvider);
  const say = engineLog(process.argv.at(-1) ?? "");
  const answers = new Map<string, Answer>();
  const service = providerGrpcPb.ResourceProviderService as unknown as grpc.ServiceDefinition;
  for (const [name, method] of Object.entries(service)) {
    if (!method.requestStream && !method.responseStream)
      answers.set(method.path, forward(bridge, say, name, method));
  }
  const info = new pluginPb.PluginInfo().setVersion(aws.version).serializeBinary();
  answers.set(providerGrpcPb.ResourceProviderService.getPluginInfo.path, () => Promise.resolve(info));
  const { port } = await serveBytes(async (call) => {
    const answer = answers.get(call.path);
    if (!answer) throw new CallError(status.UNIMPLEMENTED, `the sandbox's AWS provider has no ${call.path}`);
    return answer(call);
  });
  process.stdout.write(`${port}\n`);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
watchParent(() => process.exit(1));
void main();
