import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const registry = `arn:aws:glue:${place}:registry/events`;
const both = [registry, `arn:aws:glue:${place}:schema/events/*`];

const cases: AccessCase[] = [
  {
    name: "read finds schemas in the registry, and versions by their ids",
    entry: { schemaRegistry: { registry: "events", level: "read" } },
    gives: [
      allow(["glue:GetRegistry"], [registry]),
      allow(["glue:GetSchema", "glue:GetSchemaByDefinition", "glue:ListSchemaVersions"], both),
      allow(["glue:GetSchemaVersion"], ["*"]),
    ],
  },
  {
    name: "register creates schemas and versions, and looks whether they are there",
    entry: { schemaRegistry: { registry: "events", level: "register" } },
    gives: [
      allow(
        [
          ...["glue:GetSchemaByDefinition", "glue:CreateSchema", "glue:RegisterSchemaVersion"],
          ...["glue:PutSchemaVersionMetadata", "glue:QuerySchemaVersionMetadata"],
        ],
        both,
      ),
      allow(["glue:GetSchemaVersion"], ["*"]),
    ],
  },
  {
    name: "readRegister on a registry of another account is on the schemas of that account",
    entry: {
      schemaRegistry: {
        registry: "arn:aws:glue:eu-west-1:444455556666:registry/events",
        level: "readRegister",
      },
    },
    gives: [
      allow(["glue:GetRegistry"], ["arn:aws:glue:eu-west-1:444455556666:registry/events"]),
      allow(
        [
          ...["glue:GetSchema", "glue:GetSchemaByDefinition", "glue:ListSchemaVersions"],
          ...["glue:CreateSchema", "glue:RegisterSchemaVersion"],
          ...["glue:PutSchemaVersionMetadata", "glue:QuerySchemaVersionMetadata"],
        ],
        [
          "arn:aws:glue:eu-west-1:444455556666:registry/events",
          "arn:aws:glue:eu-west-1:444455556666:schema/events/*",
        ],
      ),
      allow(["glue:GetSchemaVersion"], ["*"]),
    ],
  },
];

testAccess("schemaRegistry", cases);
