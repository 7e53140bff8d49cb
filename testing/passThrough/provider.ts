/**
 * A provider that makes nothing: it takes every resource type, and the outputs of a resource are its inputs, an id and an
 * ARN, which a preview cannot know. The engine starts it and reads its port from stdout.
 */
import * as grpc from "@grpc/grpc-js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import providerGrpcPb from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { unknownValue } from "@pulumi/pulumi/runtime/rpc.js";
import { listen, noLimit, unary } from "../../sandbox/grpc.ts";
import { watchParent } from "../../commandLine/processes/lifeline.ts";

/** The outputs of a resource. The inputs stay protocol messages, in which secrets and assets are marked. */
function outputsOf(urn: string, inputs: structPb.Struct | undefined, isPreview: boolean): structPb.Struct {
  const outputs = inputs?.clone() ?? new structPb.Struct();
  if (!outputs.getFieldsMap().has("arn")) {
    outputs
      .getFieldsMap()
      .set("arn", new structPb.Value().setStringValue(isPreview ? unknownValue : arnOf(urn)));
  }
  return outputs;
}

function arnOf(urn: string): string {
  const [type = "", name = ""] = urn.split("::").slice(2);
  const [, service = "", kind = ""] = /([\w-]+)\/\w+:(\w+)$/.exec(type) ?? [];
  return `arn:aws:${service}:eu-central-1:111122223333:${kind.toLowerCase()}/${name}`;
}

const check: providerGrpcPb.IResourceProviderServer["check"] = unary((request) =>
  new providerPb.CheckResponse().setInputs(request.getNews()),
);

const service: Partial<providerGrpcPb.IResourceProviderServer> = {
  getPluginInfo: unary(() => new pluginPb.PluginInfo().setVersion("999.0.0")),
  checkConfig: check,
  diffConfig: unary(() =>
    new providerPb.DiffResponse().setChanges(providerPb.DiffResponse.DiffChanges.DIFF_NONE),
  ),
  configure: unary(() =>
    new providerPb.ConfigureResponse()
      .setSupportspreview(true)
      .setAcceptsecrets(true)
      .setAcceptresources(true),
  ),
  check,
  diff: unary((request) => {
    const bytes = [request.getOldInputs(), request.getNews()].map((inputs) =>
      JSON.stringify(inputs?.toJavaScript()),
    );
    const { DIFF_NONE, DIFF_SOME } = providerPb.DiffResponse.DiffChanges;
    return new providerPb.DiffResponse().setChanges(bytes[0] === bytes[1] ? DIFF_NONE : DIFF_SOME);
  }),
  create: unary((request) =>
    new providerPb.CreateResponse()
      .setId(request.getPreview() ? "" : (request.getUrn().split("::").pop() ?? ""))
      .setProperties(outputsOf(request.getUrn(), request.getProperties(), request.getPreview())),
  ),
  update: unary((request) =>
    new providerPb.UpdateResponse().setProperties(
      outputsOf(request.getUrn(), request.getNews(), request.getPreview()),
    ),
  ),
  read: unary((request) =>
    new providerPb.ReadResponse()
      .setId(request.getId())
      .setInputs(request.getInputs())
      .setProperties(request.getProperties()),
  ),
  delete: unary(() => new emptyPb.Empty()),
  cancel: unary(() => new emptyPb.Empty()),
};

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
watchParent(() => process.exit(1));

const server = new grpc.Server(noLimit);
server.addService(providerGrpcPb.ResourceProviderService, service as grpc.UntypedServiceImplementation);
void listen(server).then((port) => {
  process.stdout.write(`${port}\n`);
});
