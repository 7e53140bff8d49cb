import assert from "node:assert/strict";
import type * as grpc from "@grpc/grpc-js";
import providerGrpcPb from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { requestTranslator } from "../../../sandbox/awsProvider/requestNames.ts";

const service = providerGrpcPb.ResourceProviderService as unknown as grpc.ServiceDefinition;
const urn = (type: string) => `urn:pulumi:dev::shop::shop:Workload$${type}::orders`;
const ofAws = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const ofBridge = "aws:index/iamRolePolicyAttachment:IamRolePolicyAttachment";
const terraform = "aws_iam_role_policy_attachment";
const inputs = structPb.Struct.fromJavaScript({
  policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
  urn: urn(ofAws),
});

const rows = [
  {
    name: "a resource that is checked",
    method: "check",
    of: (token: string) =>
      new providerPb.CheckRequest().setUrn(urn(token)).setType(token).setNews(inputs).setName("orders"),
    type: terraform,
  },
  {
    name: "a resource that is created",
    method: "create",
    of: (token: string) =>
      new providerPb.CreateRequest()
        .setUrn(urn(token))
        .setProperties(inputs)
        .setTimeout(1.5)
        .setPreview(true),
    type: terraform,
  },
  {
    name: "a resource that is read",
    method: "read",
    of: (token: string) =>
      new providerPb.ReadRequest().setId("orders").setUrn(urn(token)).setProperties(inputs),
    type: terraform,
  },
  {
    name: "a function",
    method: "invoke",
    of: (token: string) => new providerPb.InvokeRequest().setTok(token).setArgs(inputs),
    type: terraform,
  },
  {
    name: "a configuration, which names nothing",
    method: "configure",
    of: () => new providerPb.ConfigureRequest().setArgs(inputs).setAcceptsecrets(true),
    type: undefined,
  },
];

describe("requests to the AWS provider", () => {
  for (const { name, method: methodName, of, type } of rows) {
    it(`say ${name} in the words of the bridge, and all else as it came`, () => {
      const method = service[methodName] as grpc.MethodDefinition<unknown, unknown>;
      const translated = requestTranslator(method)(Buffer.from(of(ofAws).serializeBinary()));
      assert.deepEqual(
        { request: translated.bytes.toString("hex"), type: translated.type },
        { request: Buffer.from(of(ofBridge).serializeBinary()).toString("hex"), type },
      );
    });
  }

  it("keep fields that this version of the SDK does not know", () => {
    const unknown = Buffer.from([0xfa, 0x7f, 0x03, 0x01, 0x02, 0x03]);
    const method = service["read"] as grpc.MethodDefinition<unknown, unknown>;
    const of = (token: string) =>
      Buffer.from(new providerPb.ReadRequest().setUrn(urn(token)).serializeBinary());
    const { bytes } = requestTranslator(method)(Buffer.concat([of(ofAws), unknown]));
    assert.equal(bytes.toString("hex"), Buffer.concat([of(ofBridge), unknown]).toString("hex"));
  });
});
