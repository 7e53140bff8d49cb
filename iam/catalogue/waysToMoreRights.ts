/** What somebody gains by an action beside what it says. */
export type Gain =
  /** Rights of one's own: whoever may write permissions has all of them, so a resource is no limit. */
  | "changes permissions"
  /** The credentials of somebody else; one's own are harmless. */
  | "takes credentials"
  /** What another role may do, through something that runs with it or by taking it. */
  | "acts as another"
  /** No more rights, but nobody who sees what is done with them. */
  | "ends a guard"
  /** What others keep, wherever it lies. */
  | "reads at large";

/** An action that no workload should hold by accident. */
export interface WayToMoreRights {
  /** As IAM writes it: `iam:PassRole`. */
  readonly action: string;
  readonly gain: Gain;
  /** Whether the policy pack refuses a grant of it. What it does not refuse is still asked of every role. @default false */
  readonly refused?: true;
  /** Condition keys that keep it within what somebody allowed, the plainest first. @default - none does */
  readonly limitedBy?: readonly string[];
  /** The ARN of a target that nobody has: a pattern that matches it names no target. @default - any target is too many */
  readonly target?: string;
  /** Whether it is one of the few that stand for the rest, where asking for all would take long. @default false */
  readonly representative?: true;
}

const refused = true;
const representative = true;
const boundary = "iam:PermissionsBoundary";
const role = "arn:aws:iam::000000000000:role/zzqxj";
const lambda = "arn:aws:lambda:xx-none-1:000000000000:function:zzqxj";
const endpoint = "arn:aws:glue:xx-none-1:000000000000:devendpoint/zzqxj";

/**
 * Every action that is judged, asked for or shown as a way to more rights than were given. Of several that a pattern
 * matches, messages name the one that stands first here.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const waysToMoreRights: readonly WayToMoreRights[] = [
  ...all("changes permissions", [
    { action: "iam:AddUserToGroup", refused },
    { action: "iam:AttachGroupPolicy", refused, limitedBy: ["iam:PolicyARN"] },
    { action: "iam:AttachRolePolicy", refused, limitedBy: [boundary, "iam:PolicyARN"], representative },
    { action: "iam:AttachUserPolicy", refused, limitedBy: [boundary, "iam:PolicyARN"] },
    { action: "iam:CreatePolicyVersion", refused, representative },
    { action: "iam:CreateUser", representative },
    { action: "iam:DeleteRolePermissionsBoundary", refused },
    { action: "iam:DeleteUserPermissionsBoundary", refused },
    { action: "iam:PutGroupPolicy", refused },
    { action: "iam:PutRolePermissionsBoundary", refused, limitedBy: [boundary] },
    { action: "iam:PutRolePolicy", refused, limitedBy: [boundary], representative },
    { action: "iam:PutUserPermissionsBoundary", refused, limitedBy: [boundary] },
    { action: "iam:PutUserPolicy", refused, limitedBy: [boundary] },
    { action: "iam:SetDefaultPolicyVersion", refused },
    { action: "iam:UpdateAssumeRolePolicy", refused },
  ]),
  ...all("takes credentials", [
    { action: "iam:CreateAccessKey", refused, representative },
    { action: "iam:CreateLoginProfile", refused },
    { action: "iam:UpdateLoginProfile", refused },
    { action: "ec2:ModifyInstanceMetadataOptions", representative },
  ]),
  ...all("acts as another", [
    { action: "iam:PassRole", refused, target: role, representative },
    { action: "sts:AssumeRole", refused, target: role, representative },
    { action: "lambda:UpdateFunctionCode", refused, target: lambda },
    { action: "glue:UpdateDevEndpoint", refused, target: endpoint },
    { action: "iam:AddRoleToInstanceProfile" },
    { action: "ec2:AssociateIamInstanceProfile", representative },
    { action: "ec2:ReplaceIamInstanceProfileAssociation" },
    { action: "ec2:RunInstances", representative },
    { action: "ssm:SendCommand" },
  ]),
  ...all("ends a guard", [
    { action: "cloudtrail:DeleteTrail" },
    { action: "cloudtrail:StopLogging", representative },
    { action: "organizations:LeaveOrganization" },
  ]),
  ...all("reads at large", [
    { action: "kms:Decrypt", representative },
    { action: "s3:ListAllMyBuckets", representative },
    { action: "secretsmanager:GetSecretValue", representative },
  ]),
];

function all(gain: Gain, ways: readonly Omit<WayToMoreRights, "gain">[]): WayToMoreRights[] {
  return ways.map((way) => ({ ...way, gain }));
}
