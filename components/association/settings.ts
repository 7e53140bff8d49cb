import type { dynamic } from "@pulumi/pulumi";
import { formatError } from "../config/configError.ts";
import { callerOf, environmentCaller, type Caller } from "../credentials/caller.ts";

const CREDENTIALS_ELSEWHERE =
  "a profile, named by aws:profile or AWS_PROFILE, or credentials in the environment";

/**
 * Settings of the AWS provider that lead to other credentials or to another EC2 than the SDK's client finds, and what
 * leads both to the same.
 *
 * @see https://www.pulumi.com/registry/packages/aws/installation-configuration/
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
const WANTED_INSTEAD: Readonly<Record<string, string>> = {
  "aws:accessKey": CREDENTIALS_ELSEWHERE,
  "aws:secretKey": CREDENTIALS_ELSEWHERE,
  "aws:token": CREDENTIALS_ELSEWHERE,
  "aws:assumeRole": "the list aws:assumeRoles",
  "aws:assumeRoleWithWebIdentity": "AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE in the environment",
  "aws:sharedConfigFiles": "AWS_CONFIG_FILE in the environment",
  "aws:sharedCredentialsFiles": "AWS_SHARED_CREDENTIALS_FILE in the environment",
  "aws:endpoints": "AWS_ENDPOINT_URL_EC2 in the environment",
  "aws:useFipsEndpoint": "AWS_USE_FIPS_ENDPOINT in the environment",
  "aws:useDualstackEndpoint": "AWS_USE_DUALSTACK_ENDPOINT in the environment",
};

const SAYS_NOTHING = ["", "false", "[]", "{}"];

/** As whom the associations of a stack call EC2, or why they do not. */
export interface AssociationSettings {
  readonly caller: Caller;
  readonly errors: readonly string[];
}

/** Those of a stack that says nothing. */
export const noSettings: AssociationSettings = { caller: environmentCaller, errors: [] };

/**
 * Reads the AWS settings of a stack that has associations. An association calls EC2 by itself, and must not do so as
 * somebody else than the rest of the stack. Which settings are secret is not told here, so that no value is repeated.
 */
export async function associationSettings(config: dynamic.Config): Promise<AssociationSettings> {
  const refused = Object.entries(WANTED_INSTEAD)
    .filter(([key]) => !SAYS_NOTHING.includes(config.get(key) ?? ""))
    .map(([key, wanted]) => `${key}: attachTo cannot take this setting over; remove it, want ${wanted}`);
  const { value: caller, errors } = await callerOf((key) => config.get(key), { secret: true });
  return { caller, errors: [...refused, ...errors.map(formatError)] };
}
