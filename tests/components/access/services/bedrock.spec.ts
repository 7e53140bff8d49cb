import assert from "node:assert/strict";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const invoke = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];
const haiku = "anthropic.claude-3-haiku-20240307-v1:0";
const application = "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1b2c3d4e5f6";

const cases: AccessCase[] = [
  {
    name: "invokes a foundation model, which belongs to no account, and one of its own",
    entry: {
      bedrock: {
        model: [haiku, "arn:aws:bedrock:eu-central-1:111122223333:imported-model/abc123"],
        level: "invoke",
      },
    },
    gives: [
      allow(invoke, [
        `arn:aws:bedrock:eu-central-1::foundation-model/${haiku}`,
        "arn:aws:bedrock:eu-central-1:111122223333:imported-model/abc123",
      ]),
    ],
  },
  {
    name: "invokes the model of an inference profile in each region, through the profile alone",
    entry: { bedrock: { profile: `eu.${haiku}`, guardrail: "abcdefghij12", level: "invoke" } },
    gives: [
      allow(
        [...invoke, "bedrock:GetInferenceProfile"],
        [`arn:aws:bedrock:${place}:inference-profile/eu.${haiku}`],
      ),
      allow(invoke, [`arn:aws:bedrock:*::foundation-model/${haiku}`], {
        StringEquals: {
          "bedrock:InferenceProfileArn": [`arn:aws:bedrock:${place}:inference-profile/eu.${haiku}`],
        },
      }),
      allow(["bedrock:ApplyGuardrail"], [`arn:aws:bedrock:${place}:guardrail/abcdefghij12`]),
    ],
  },
  {
    name: "invokes the model that an application inference profile is named with",
    entry: { bedrock: { model: haiku, profile: application, level: "invoke" } },
    gives: [
      allow([...invoke, "bedrock:GetInferenceProfile"], [application]),
      allow(invoke, [`arn:aws:bedrock:*::foundation-model/${haiku}`], {
        StringEquals: { "bedrock:InferenceProfileArn": [application] },
      }),
    ],
  },
];

testAccess("bedrock", cases);

describe("the models of a grant of bedrock", () => {
  const messages = (grant: object) =>
    accessEntry.safeParse({ bedrock: grant }).error?.issues.map(({ message }) => message) ?? [];

  it("are named, or told by an inference profile of AWS", () => {
    assert.deepEqual(messages({ level: "invoke" }), ["a model, or an inference profile"]);
    assert.deepEqual(messages({ profile: `eu.${haiku}`, level: "invoke" }), []);
  });

  it("are named where the profile does not tell them", () => {
    assert.deepEqual(messages({ profile: application, level: "invoke" }), [
      "the model of the application inference profile",
    ]);
  });
});
