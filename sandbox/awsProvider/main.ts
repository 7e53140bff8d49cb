/**
 * The AWS provider of the sandbox: a Terraform AWS provider behind Pulumi's dynamic bridge, under the name, the version and
 * the tokens of `@pulumi/aws`. The engine starts it as `pulumi-resource-aws ENGINE` and reads its port from stdout.
 */
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { version } from "@pulumi/aws/package.json";
import { asServiceError, listen, noLimit, unary } from "../grpc";
import { watchParent } from "../../commandLine/processes/lifeline";
import { startBridge, type Bridge } from "./bridge";
import { bridgeToken, bridgeUrn, terraformType } from "./tokens";

/** What requests of the provider protocol have in common: each names a resource by URN, a type or a function. */
interface Request {
  getUrn?(): string;
  setUrn?(urn: string): void;
  getType?(): string;
  setType?(type: string): void;
  getTok?(): string;
  setTok?(token: string): void;
}

/** Methods that the engine calls before the Terraform provider is needed. */
const beforeLoading = new Set(["handshake", "attach", "cancel"]);

/** Translates a request in place and returns the Terraform type it is about, if it is about one. */
function translate(request: Request): string | undefined {
  let token: string | undefined;
  const urn = request.getUrn?.();
  if (urn) {
    request.setUrn?.(bridgeUrn(urn));
    token = bridgeUrn(urn).split("::")[2]?.split("$").pop();
  }
  const type = request.getType?.();
  if (type) request.setType?.((token = bridgeToken(type)));
  const functionToken = request.getTok?.();
  if (functionToken) request.setTok?.((token = bridgeToken(functionToken)));
  return token === undefined ? undefined : terraformType(token);
}

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

type Method = (request: Request, callback: (error: Error | null, value: unknown) => void) => void;

function forward(bridge: Bridge, name: string): grpc.UntypedHandleCall {
  const method = (bridge.client as unknown as Record<string, Method>)[name]?.bind(bridge.client);
  return unary(async (request: Request) => {
    const since = Date.now();
    const type = translate(request);
    try {
      if (!beforeLoading.has(name)) await bridge.parameterized();
      return await new Promise((resolve, reject) => {
        method?.(request, (error, value) => {
          if (error) reject(error);
          else resolve(value);
        });
      });
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
  const handlers: grpc.UntypedServiceImplementation = {};
  for (const [name, method] of Object.entries(ResourceProviderService as unknown as grpc.ServiceDefinition)) {
    if (!method.requestStream && !method.responseStream) handlers[name] = forward(bridge, name);
  }
  handlers.getPluginInfo = unary(() => new PluginInfo().setVersion(version));
  const server = new grpc.Server(noLimit);
  server.addService(ResourceProviderService, handlers);
  process.stdout.write(`${await listen(server)}\n`);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
watchParent(() => process.exit(1));
void main();
