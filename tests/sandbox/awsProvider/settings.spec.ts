import assert from "node:assert/strict";
import { leftOutSentence, takenSettings, unknownIn } from "../../../sandbox/awsProvider/settings.ts";

const secret = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});
const outside = "it leads out of the sandbox";
const ofAnAccount = "without aws:assumeRoles the sandbox is an account of its own";
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

type Values = Readonly<Record<string, unknown>>;

const rows: readonly { name: string; given: Values; values: Values; leftOut?: Values }[] = [
  {
    name: "takes what the bridge takes, and what is no setting of AWS",
    given: { region: "eu-west-1", maxRetries: "3", version: "7.48.0", nothing: "1" },
    values: { region: "eu-west-1", maxRetries: "3", version: "7.48.0", nothing: "1" },
  },
  {
    name: "gives the bridge a list where Pulumi has an object, in JSON as it comes from a stack file",
    given: { defaultTags: '{"tags":{"Team":"shop"}}', ignoreTags: '{"keys":["a"]}' },
    values: { defaultTags: '[{"tags":{"Team":"shop"}}]', ignoreTags: '[{"keys":["a"]}]' },
  },
  {
    name: "the same as a value, as it comes from a program",
    given: { defaultTags: { tags: { Team: "shop" } } },
    values: { defaultTags: [{ tags: { Team: "shop" } }] },
  },
  {
    name: "the same as a secret",
    given: { defaultTags: secret('{"tags":{}}'), ignoreTags: secret({ keys: ["a"] }) },
    values: { defaultTags: secret('[{"tags":{}}]'), ignoreTags: secret([{ keys: ["a"] }]) },
  },
  {
    name: "leaves alone what it has put into a list before, and what is not known yet",
    given: { defaultTags: '[{"tags":{}}]', ignoreTags: unknownValue },
    values: { defaultTags: '[{"tags":{}}]', ignoreTags: unknownValue },
  },
  {
    name: "leaves out what leads outside, a secret too",
    given: { endpoints: '[{"iam":"https://iam.amazonaws.com"}]', accessKey: secret("id") },
    values: {},
    leftOut: { "aws:endpoints": outside, "aws:accessKey": outside },
  },
  {
    name: "says nothing of what says nothing",
    given: { endpoints: "[]", token: "", useFipsEndpoint: "false", useDualstackEndpoint: false },
    values: {},
  },
  {
    name: "leaves out accounts that the sandbox is not",
    given: { allowedAccountIds: '["111111111111"]', assumeRoles: "[]" },
    values: { assumeRoles: "[]" },
    leftOut: { "aws:allowedAccountIds": ofAnAccount },
  },
  {
    name: "takes accounts where a role of one is assumed",
    given: { allowedAccountIds: '["111111111111"]', assumeRoles: '[{"roleArn":"arn"}]' },
    values: { allowedAccountIds: '["111111111111"]', assumeRoles: '[{"roleArn":"arn"}]' },
  },
];

describe("settings of the AWS provider", () => {
  for (const { name, given, values, leftOut = {} } of rows)
    it(name, () => {
      assert.deepEqual(takenSettings(given), { values, leftOut });
    });

  it("are said to be left out in one sentence, by reason", () => {
    assert.deepEqual(
      [
        leftOutSentence({
          "aws:token": outside,
          "aws:allowedAccountIds": ofAnAccount,
          "aws:endpoints": outside,
        }),
        leftOutSentence({}),
      ],
      [
        "the sandbox leaves out aws:token, aws:endpoints (it leads out of the sandbox), aws:allowedAccountIds (without aws:assumeRoles the sandbox is an account of its own)",
        undefined,
      ],
    );
  });

  it("are unknown to an older provider where it says so, and a typing mistake is none of them", () => {
    const said = (key: string) =>
      `has a problem: \`aws:${key}\` is not a valid configuration key for the aws provider.`;
    assert.deepEqual(unknownIn([said("userAgents"), said("nothing"), "region: wrong"]), ["userAgents"]);
  });
});
