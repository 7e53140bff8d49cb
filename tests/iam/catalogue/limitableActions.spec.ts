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

  it("are the same when they are asked about again, however they are written", async () => {
    for (let statement = 0; statement < 3; statement++) {
      assert.deepEqual(await limitableActions(["ec2:Describe*", "s3:GETOBJECT", "S3:getobject"]), [
        "s3:GETOBJECT",
        "S3:getobject",
      ]);
    }
  });
});
