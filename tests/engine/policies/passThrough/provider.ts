/**
 * A provider that makes nothing: it takes every resource type, and the outputs of a resource are its inputs, an id and an
 * ARN, which a preview cannot know. The engine starts it and reads its port from stdout.
 */
import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService, type IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  CheckResponse,
  ConfigureResponse,
  CreateResponse,
  DiffResponse,
  ReadResponse,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { unknownText } from "../../../policypack/violations";
import { listen, noLimit, unary } from "../../../../sandbox/grpc";
import { watchParent } from "../../../../commandLine/processes/lifeline";

/** The outputs of a resource. The inputs stay protocol messages, in which secrets and assets are marked. */
function outputsOf(urn: string, inputs: Struct | undefined, isPreview: boolean): Struct {
  const outputs = inputs?.clone() ?? new Struct();
  if (!outputs.getFieldsMap().has("arn")) {
    outputs.getFieldsMap().set("arn", new Value().setStringValue(isPreview ? unknownText : arnOf(urn)));
  }
  return outputs;
}

function arnOf(urn: string): string {
  const [type = "", name = ""] = urn.split("::").slice(2);
  const [, service = "", kind = ""] = /([\w-]+)\/\w+:(\w+)$/.exec(type) ?? [];
  return `arn:aws:${service}:eu-central-1:111122223333:${kind.toLowerCase()}/${name}`;
}

const check: IResourceProviderServer["check"] = unary((request) =>
  new CheckResponse().setInputs(request.getNews()),
);

const service: Partial<IResourceProviderServer> = {
  getPluginInfo: unary(() => new PluginInfo().setVersion("999.0.0")),
  checkConfig: check,
  diffConfig: unary(() => new DiffResponse().setChanges(DiffResponse.DiffChanges.DIFF_NONE)),
  configure: unary(() =>
    new ConfigureResponse().setSupportspreview(true).setAcceptsecrets(true).setAcceptresources(true),
  ),
  check,
  diff: unary((request) => {
    const bytes = [request.getOldInputs(), request.getNews()].map((inputs) =>
      JSON.stringify(inputs?.toJavaScript()),
    );
    const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
    return new DiffResponse().setChanges(bytes[0] === bytes[1] ? DIFF_NONE : DIFF_SOME);
  }),
  create: unary((request) =>
    new CreateResponse()
      .setId(request.getPreview() ? "" : (request.getUrn().split("::").pop() ?? ""))
      .setProperties(outputsOf(request.getUrn(), request.getProperties(), request.getPreview())),
  ),
  update: unary((request) =>
    new UpdateResponse().setProperties(outputsOf(request.getUrn(), request.getNews(), request.getPreview())),
  ),
  read: unary((request) =>
    new ReadResponse()
      .setId(request.getId())
      .setInputs(request.getInputs())
      .setProperties(request.getProperties()),
  ),
  delete: unary(() => new Empty()),
  cancel: unary(() => new Empty()),
};

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
watchParent(() => process.exit(1));

const server = new grpc.Server(noLimit);
server.addService(ResourceProviderService, service as grpc.UntypedServiceImplementation);
void listen(server).then((port) => {
  process.stdout.write(`${port}\n`);
});
