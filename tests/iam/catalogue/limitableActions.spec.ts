import assert from "node:assert/strict";
import type { Pattern } from "../../../iam/document/policyStatement.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { isLimitable, limitableActions } from "../../../iam/catalogue/limitableActions.ts";

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

  it("may be one half of them, or one that writes on a resource which may be left out", async () => {
    // Of lambda:Pass* and kms:Describe* one of two takes a resource, of kms:Create* two of four.
    const half = ["lambda:Pass*", "KMS:describe*", "kms:Create*"];
    const written = ["sns:SetSubscriptionAttributes", "cloudwatch:PutMetricData"];
    const read = ["cloudwatch:GetMetricData", "dynamodb:ListExports", "sts:GetCallerIdentity"];
    const unknown: Pattern[] = [UNKNOWN, "GetObject", "s3:"];
    assert.deepEqual(await limitableActions([...half, ...written, ...read, ...unknown]), [
      ...half,
      ...written,
    ]);
  });

  it("are none whose requests name a terminology or a lexicon only if they want", async () => {
    const used = ["translate:TranslateText", "polly:StartSpeechSynthesisTask"];
    const changed = ["translate:DeleteTerminology", "polly:DeleteLexicon"];
    assert.deepEqual(await limitableActions([...used, ...changed]), changed);
  });

  it("may have the name of one that only uses, in another service", () => {
    const [lexicon, accessLevel] = ["lexicon", "Write"] as const;
    const resourceTypes = [{ name: lexicon, required: false, conditionKeys: [], dependentActions: [] }];
    const limitable = ["polly", "acme"].map((service) =>
      isLimitable(service, { name: "StartSpeechSynthesisTask", resourceTypes, accessLevel }),
    );
    assert.deepEqual(limitable, [false, true]);
  });

  it("are none whose requests name a schema, or only the id of its version as those of deserializers", async () => {
    const actions = ["glue:GetSchemaVersion", "glue:GetSchema"];
    assert.deepEqual(await limitableActions(actions), ["glue:GetSchema"]);
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
