import { actsAsAnother } from "./ways/actsAsAnother.ts";
import { changesPermissions } from "./ways/changesPermissions.ts";
import { takesCredentials } from "./ways/takesCredentials.ts";
import { type Gain, reference, type WayToMoreRights } from "./ways/way.ts";

const representative = true;

/**
 * Every action that is judged, asked for or shown as a way to more rights than were given. Of several that a pattern
 * matches, messages name the one that stands first here.
 */
export const waysToMoreRights: readonly WayToMoreRights[] = [
  ...changesPermissions,
  ...takesCredentials,
  ...actsAsAnother,
  ...all("ends a guard", [
    { action: "cloudtrail:DeleteTrail", source: reference("awscloudtrail") },
    { action: "cloudtrail:StopLogging", source: reference("awscloudtrail"), representative },
    { action: "organizations:LeaveOrganization", source: reference("awsorganizations") },
  ]),
  ...all("reads at large", [
    { action: "kms:Decrypt", source: reference("awskeymanagementservice"), representative },
    { action: "s3:ListAllMyBuckets", source: reference("amazons3"), representative },
    { action: "secretsmanager:GetSecretValue", source: reference("awssecretsmanager"), representative },
  ]),
];

function all(gain: Gain, ways: readonly Omit<WayToMoreRights, "gain">[]): WayToMoreRights[] {
  return ways.map((way) => ({ ...way, gain }));
}
