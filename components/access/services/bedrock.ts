import { problem } from "../../fields.ts";
import { arnsOf, placesOf, type ResourceField, type ResourceValue } from "../resourceField.ts";
import { service } from "../service.ts";

const INVOKE = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

const model = {
  description: "The foundation model, or the ARN of a model of your own.",
  noun: "a model id",
  // Foundation models belong to no account; models of one's own end in an id that is part of their ARN.
  name: /[a-z0-9-]+\.[\w.:-]+/,
  arn: "bedrock:{region}::foundation-model/{name}",
  arnResource:
    /foundation-model\/[\w.:-]+|(?:provisioned-model|custom-model-deployment|imported-model)\/[\w-]+/,
  example: "anthropic.claude-3-haiku-20240307-v1:0",
  optional: true,
} as const satisfies ResourceField;

const profile = {
  description:
    "An inference profile, through which alone the model is invoked then. That of AWS, such as eu.<model id>, tells its model; for an application inference profile name the model too.",
  noun: "an inference profile id of AWS",
  name: /(?:[a-z]{2,6}(?:-gov)?)\.[a-z0-9-]+\.[\w.:-]+/,
  arn: "bedrock:{region}:{account}:inference-profile/{name}",
  arnResource: /inference-profile\/[\w.:-]+|application-inference-profile\/[a-z0-9]+/,
  example: "eu.anthropic.claude-3-haiku-20240307-v1:0",
  optional: true,
} as const satisfies ResourceField;

/**
 * The starts of the ids of AWS's inference profiles, which the ids of models do not have.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
const OF_PROFILE = /^(?:us|us-gov|eu|apac|jp|au|ca|global)\./;

const ofApplication = (names: ResourceValue) =>
  [names].flat().some((name) => name.includes(":application-inference-profile/"));

/**
 * Models to invoke, also by the Converse operations. A request through an inference profile needs the right to the
 * profile and to its model in each region to which it may go, so that the model is allowed in all, by the profile alone.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-prereq.html
 */
export const bedrock = service({
  description: {
    english: "Models of Bedrock, by themselves or through an inference profile.",
    korean: "Bedrock 모델 호출(직접 또는 추론 프로필 사용)",
  },
  resources: {
    model,
    profile,
    guardrail: {
      description: "A guardrail that requests name. None if left out.",
      noun: "a guardrail id",
      name: /[a-z0-9]+/,
      arn: "bedrock:{region}:{account}:guardrail/{name}",
      example: "abcdefghij12",
      optional: true,
    },
  },
  names: {
    english: "`model` or `profile` (or both), optional `guardrail`",
    korean: "`model` 또는 `profile`(둘 다 가능), 선택 `guardrail`",
  },
  levels: {
    invoke: [
      [INVOKE, "{direct}"],
      [[...INVOKE, "bedrock:GetInferenceProfile"], "{profile}"],
      [INVOKE, "{behind}", { StringEquals: { "bedrock:InferenceProfileArn": ["{profile}"] } }],
      [["bedrock:ApplyGuardrail"], "{guardrail}"],
    ],
  },
  derived(grant, target) {
    if (grant.profile === undefined)
      return grant.model === undefined ? {} : { direct: arnsOf(model, grant.model, target) };
    const named =
      grant.model === undefined
        ? placesOf(profile, grant.profile, target).map(({ resource }) => resource.replace(/^[^.]*\./, ""))
        : placesOf(model, grant.model, target).map(({ resource }) => resource.replace(/^[^/]*\//, ""));
    return {
      behind: [...new Set(named)].map((id) => `arn:${target.partition}:bedrock:*::foundation-model/${id}`),
    };
  },
  refine(grant, issues) {
    const throughProfile = [grant.model ?? []].flat().find((name) => OF_PROFILE.test(name));
    if (throughProfile !== undefined) {
      const message = "a model; what starts with a region is an inference profile, say it as profile";
      issues.addIssue({ code: "custom", message, path: ["model"], params: { shown: throughProfile } });
    }
    if (grant.model === undefined && grant.profile === undefined)
      issues.addIssue(problem("a model, or an inference profile", ["model"]));
    if (grant.model === undefined && ofApplication(grant.profile ?? []))
      issues.addIssue(problem("the model of the application inference profile", ["model"]));
  },
  examples: [
    { model: "anthropic.claude-3-haiku-20240307-v1:0", level: "invoke" },
    { profile: "eu.anthropic.claude-3-haiku-20240307-v1:0", guardrail: "abcdefghij12", level: "invoke" },
    {
      model: "anthropic.claude-3-haiku-20240307-v1:0",
      profile: "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1b2c3d4e5f6",
      level: "invoke",
    },
  ],
  neighbouringActions: ["bedrock:InvokeAgent", "bedrock:CreateModelInvocationJob"],
});
