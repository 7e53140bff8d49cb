import type { FromTemporaryCredentialsOptions } from "@aws-sdk/credential-providers";
import { z } from "zod";
import { listOf, map, text } from "../fields.ts";

/** What AssumeRole is asked for. */
export type AssumeRoleInput = FromTemporaryCredentialsOptions["params"];

const SECONDS_IN: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

const SHORTEST_SECONDS = 900;
const LONGEST_SECONDS = 43_200;
const WANT_DURATION = "a duration from 15m to 12h, such as 1h or 1h30m";

/** The whole seconds of a duration as Go writes it, such as `1h30m`. Not a number where the text is none. */
function secondsOf(duration: string): number {
  if (!/^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$/.test(duration)) return NaN;
  const parts = duration.matchAll(/([\d.]+)([^\d.]+)/g);
  return Math.floor(
    [...parts].reduce((sum, [, count, unit = ""]) => sum + Number(count) * (SECONDS_IN[unit] ?? 0), 0),
  );
}

const isSessionLength = (duration: string) => {
  const seconds = secondsOf(duration);
  return seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS;
};

const assumeRole = map({
  roleArn: text(
    "the ARN of a role, such as arn:aws:iam::111122223333:role/deploy",
    /^arn:[\w-]+:iam::\d{12}:role\/.+$/,
  ),
  duration: text(WANT_DURATION).refine(isSessionLength, { error: WANT_DURATION }).optional(),
  externalId: text("text").optional(),
  policy: text("a policy document as JSON").optional(),
  policyArns: listOf(text("the ARN of a managed policy"), "a list of ARNs of managed policies").optional(),
  sessionName: text("text").optional(),
  sourceIdentity: text("text").optional(),
  tags: z.record(z.string(), text("text"), { error: "a map of texts" }).optional(),
  transitiveTagKeys: listOf(text("a key of tags"), "a list of keys of tags").optional(),
});

/**
 * `aws:assumeRoles` as the AWS provider takes it: roles that are assumed one after the other. AWS judges the texts itself.
 *
 * @see https://www.pulumi.com/registry/packages/aws/installation-configuration/
 */
export const assumeRoles = listOf(
  assumeRole,
  "a list of roles, such as - roleArn: arn:aws:iam::111122223333:role/deploy",
);

/**
 * One role of `aws:assumeRoles` in the words of AssumeRole. What is left out there is left to AWS, which takes one hour for
 * the session.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function assumeRoleInput(role: z.infer<typeof assumeRole>): AssumeRoleInput {
  return {
    RoleArn: role.roleArn,
    DurationSeconds: role.duration === undefined ? undefined : secondsOf(role.duration),
    ExternalId: role.externalId,
    Policy: role.policy,
    PolicyArns: role.policyArns?.map((arn) => ({ arn })),
    RoleSessionName: role.sessionName,
    SourceIdentity: role.sourceIdentity,
    Tags: role.tags && Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
    TransitiveTagKeys: role.transitiveTagKeys,
  };
}
