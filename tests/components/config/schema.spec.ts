import assert from "node:assert/strict";
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
});
