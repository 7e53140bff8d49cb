/** Policy documents that several policies are shown. */

export const document = (statement: object): object => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", ...statement }],
});

export const everything = document({ Action: "*", Resource: "*" });
export const narrow = document({ Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" });
export const ec2Trust = document({ Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } });
export const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
export const readOnly = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

/** A template of CloudFormation with a role policy. */
export const templateOf = (PolicyDocument: object): object => ({
  Resources: { Inline: { Type: "AWS::IAM::RolePolicy", Properties: { RoleName: "r", PolicyDocument } } },
});

type Inputs = Readonly<Record<string, unknown>>;

/** Every place of an identity policy document, with the inputs that hold one there. */
export const documentPlaces: readonly (readonly [type: string, inputs: (document: unknown) => Inputs])[] = [
  ["aws:iam/policy:Policy", (policy) => ({ policy })],
  ["aws:iam/rolePolicy:RolePolicy", (policy) => ({ role: "r", policy })],
  ["aws:iam/userPolicy:UserPolicy", (policy) => ({ user: "u", policy })],
  ["aws:iam/groupPolicy:GroupPolicy", (policy) => ({ group: "g", policy })],
  [
    "aws:iam/role:Role",
    (policy) => ({ assumeRolePolicy: JSON.stringify(ec2Trust), inlinePolicies: [{ name: "p", policy }] }),
  ],
  [
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
    (inlinePolicy) => ({ permissionSetArn: "arn:aws:sso:::permissionSet/a/b", inlinePolicy }),
  ],
  ["aws-native:iam:Policy", (policyDocument) => ({ roles: ["r"], policyDocument })],
  ["aws-native:iam:ManagedPolicy", (policyDocument) => ({ policyDocument })],
  ["aws-native:iam:RolePolicy", (policyDocument) => ({ roleName: "r", policyDocument })],
  ["aws-native:iam:UserPolicy", (policyDocument) => ({ userName: "u", policyDocument })],
  ["aws-native:iam:GroupPolicy", (policyDocument) => ({ groupName: "g", policyDocument })],
  ["aws-native:iam:Role", (policyDocument) => ({ policies: [{ policyName: "p", policyDocument }] })],
  ["aws-native:iam:User", (policyDocument) => ({ policies: [{ policyName: "p", policyDocument }] })],
  ["aws-native:iam:Group", (policyDocument) => ({ policies: [{ policyName: "p", policyDocument }] })],
  ["aws-native:sso:PermissionSet", (inlinePolicy) => ({ inlinePolicy })],
];

/** Every place of the ARN of an attached managed policy. */
export const attachmentPlaces: readonly (readonly [type: string, inputs: (arn: unknown) => Inputs])[] = [
  ["aws:iam/role:Role", (arn) => ({ assumeRolePolicy: JSON.stringify(ec2Trust), managedPolicyArns: [arn] })],
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", (policyArn) => ({ role: "r", policyArn })],
  ["aws:iam/userPolicyAttachment:UserPolicyAttachment", (policyArn) => ({ user: "u", policyArn })],
  ["aws:iam/groupPolicyAttachment:GroupPolicyAttachment", (policyArn) => ({ group: "g", policyArn })],
  ["aws:iam/policyAttachment:PolicyAttachment", (policyArn) => ({ roles: ["r"], policyArn })],
  [
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    (arn) => ({ roleName: "r", policyArns: [arn] }),
  ],
  [
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    (arn) => ({ userName: "u", policyArns: [arn] }),
  ],
  [
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    (arn) => ({ groupName: "g", policyArns: [arn] }),
  ],
  ["aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", (arn) => ({ managedPolicyArn: arn })],
  [
    "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
    (arn) => ({ managedPolicyArns: [arn] }),
  ],
  ["aws-native:iam:Role", (arn) => ({ managedPolicyArns: [arn] })],
  ["aws-native:iam:User", (arn) => ({ managedPolicyArns: [arn] })],
  ["aws-native:iam:Group", (arn) => ({ managedPolicyArns: [arn] })],
  ["aws-native:sso:PermissionSet", (arn) => ({ managedPolicies: [arn] })],
];
