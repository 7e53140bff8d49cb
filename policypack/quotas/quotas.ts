/**
 * What IAM and EC2 take, by resource type. Quotas that AWS raises on request are settings of the policy instead.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */

/** Most characters of a document in a managed policy, white space not counted. */
export const managedPolicyCharacters = 6_144;

/** Most characters of all inline documents of one identity together, white space not counted. */
export const inlineCharacters: Readonly<Record<string, number>> = {
  "aws:iam/rolePolicy:RolePolicy": 10_240,
  "aws:iam/groupPolicy:GroupPolicy": 5_120,
  "aws:iam/userPolicy:UserPolicy": 2_048,
};

/** Most characters of a name. Pulumi's own suffix and the provider's for a prefix count too. */
export const nameCharacters: Readonly<Record<string, number>> = {
  "aws:iam/role:Role": 64,
  "aws:iam/user:User": 64,
  "aws:iam/group:Group": 128,
  "aws:iam/policy:Policy": 128,
  "aws:iam/instanceProfile:InstanceProfile": 128,
};

/** The provider appends this many characters to a name prefix. */
export const prefixSuffixCharacters = 26;

/**
 * Most bytes of user data before it is encoded.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
 */
export const userDataBytes = 16_384;

/** Where each type holds user data, and whether as base64. */
export const userDataProperties: Readonly<
  Record<string, readonly (readonly [property: string, base64: boolean])[]>
> = {
  "aws:ec2/launchTemplate:LaunchTemplate": [["userData", true]],
  "aws:ec2/instance:Instance": [
    ["userData", false],
    ["userDataBase64", true],
  ],
  "aws:ec2/launchConfiguration:LaunchConfiguration": [
    ["userData", false],
    ["userDataBase64", true],
  ],
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": [
    ["userData", false],
    ["userDataBase64", true],
  ],
};
