import assert from "node:assert/strict";
import { limitableActions } from "../../../iam/catalogue/limitableActions.ts";

describe("limitable actions", () => {
  it("are those of which at least half take a resource", async () => {
    const patterns = [
      "s3:GetObject",
      "ec2:Describe*",
      "EC2:*Instances",
      "sqs:Send*",
      "s3:*",
      "*",
      "acme:Get",
    ];
    assert.deepEqual(await limitableActions(patterns), ["s3:GetObject", "EC2:*Instances", "sqs:Send*"]);
  });

  it("are looked up once, however long a document repeats them", async () => {
    const started = performance.now();
    for (let statement = 0; statement < 2000; statement++) {
      assert.deepEqual(await limitableActions(["ec2:Describe*"]), []);
    }
    assert.ok(performance.now() - started < 1000);
  });
});
