import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import { z } from "zod";
import { stackConfig } from "../../../components/config/schema.ts";

describe("the schema", () => {
  it("can be written as a JSON schema, from which editors complete", () => {
    const json = z.toJSONSchema(stackConfig, { io: "input" });
    assert.deepEqual(
      [json.type, json.additionalProperties, Object.keys(json.properties ?? {}), json.required],
      [
        "object",
        false,
        ["environment", "permissionsBoundary", "tags", "workloads"],
        ["environment", "workloads"],
      ],
    );
  });

  it("takes placeholders in the patterns of access and of resources", () => {
    const json = JSON.stringify(z.toJSONSchema(stackConfig, { io: "input" }));
    const { properties } = JSON.parse(json) as {
      properties: { workloads: { additionalProperties: unknown } };
    };
    const workload = new Ajv2020({ strict: false }).compile(
      properties.workloads.additionalProperties as object,
    );
    const takes = (bucket: string, stream: unknown, resource: string) =>
      workload({
        access: [{ s3: { bucket, level: "read" } }, { kinesis: { stream, level: "read" } }],
        statements: [{ actions: ["s3:GetObject"], resources: [resource] }],
      });
    assert.deepEqual(
      [
        takes("{environment}-orders", ["orders-{account}"], "arn:{partition}:s3:::x-{account}/*"),
        takes("orders", "orders", "*"),
        takes("{enviroment}-orders", "orders", "*"),
        takes("${account}-orders", "orders", "*"),
        takes("orders", "orders", "orders"),
      ],
      [true, true, false, false, false],
    );
  });
});
