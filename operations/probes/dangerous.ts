/** What no workload of an instance should do unless it says so: change rights, take over, cover tracks, read at large. */
export const dangerous = [
  "iam:CreateUser",
  "iam:CreateAccessKey",
  "iam:PassRole",
  "iam:PutRolePolicy",
  "iam:AttachRolePolicy",
  "iam:CreatePolicyVersion",
  "sts:AssumeRole",
  "ec2:RunInstances",
  "ec2:AssociateIamInstanceProfile",
  "ec2:ModifyInstanceMetadataOptions",
  "cloudtrail:StopLogging",
  "s3:ListAllMyBuckets",
  "secretsmanager:GetSecretValue",
  "kms:Decrypt",
];

/**
 * Further ways to more rights, and to an end of the account's own guards.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const takeover = [
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:AttachUserPolicy",
  "iam:PutUserPolicy",
  "iam:AddUserToGroup",
  "iam:CreateLoginProfile",
  "iam:DeleteRolePermissionsBoundary",
  "iam:AddRoleToInstanceProfile",
  "ec2:ReplaceIamInstanceProfileAssociation",
  "lambda:UpdateFunctionCode",
  "ssm:SendCommand",
  "cloudtrail:DeleteTrail",
  "organizations:LeaveOrganization",
];
