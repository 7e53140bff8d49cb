import { placesOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const registry: ResourceField = {
  description: "The registry.",
  noun: "a registry name",
  name: /[\w$#.-]{1,255}/,
  arn: "glue:{region}:{account}:registry/{name}",
  example: "events",
};

const ON = ["{registry}", "{schemas}"];

/**
 * Schemas of a registry of the Glue Schema Registry, as serializers and deserializers use them.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/schema-registry-gs.html
 */
export const schemaRegistry = service({
  description: {
    english:
      "Schemas of a Glue Schema Registry. A version is read by its id alone, which cannot be limited to a registry.",
    korean: "Glue Schema Registry의 스키마. 스키마 버전은 ID로만 읽으므로 레지스트리 단위로 제한할 수 없음",
  },
  resources: { registry },
  levels: {
    read: [
      [["glue:GetRegistry"], "{registry}"],
      [["glue:GetSchema", "glue:GetSchemaByDefinition", "glue:ListSchemaVersions"], ON],
      // Deserializers find the id of the version in each message, and the request names no schema.
      [["glue:GetSchemaVersion"], "*"],
    ],
    register: [
      [["glue:GetSchemaByDefinition", "glue:CreateSchema", "glue:RegisterSchemaVersion"], ON],
      [["glue:PutSchemaVersionMetadata", "glue:QuerySchemaVersionMetadata"], ON],
      // A serializer waits until the new version is available.
      [["glue:GetSchemaVersion"], "*"],
    ],
    readRegister: ["read", "register"],
  },
  derived: ({ registry: names }, target) => ({
    schemas: placesOf(registry, names, target).map(
      ({ partition, region, account, resource }) =>
        `arn:${partition}:glue:${region}:${account}:schema/${resource.slice("registry/".length)}/*`,
    ),
  }),
  examples: [{ registry: "events", level: "read" }],
  neighbouringActions: ["glue:DeleteSchema", "glue:UpdateSchema"],
});
