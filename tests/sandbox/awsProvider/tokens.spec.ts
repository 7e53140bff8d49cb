import assert from "node:assert/strict";
import { bridgeToken, bridgeUrn, terraformType } from "../../../sandbox/awsProvider/tokens.ts";

const names = [
  ["aws:iam/role:Role", "aws:index/iamRole:IamRole", "aws_iam_role"],
  [
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "aws:index/iamRolePolicyAttachmentsExclusive:IamRolePolicyAttachmentsExclusive",
    "aws_iam_role_policy_attachments_exclusive",
  ],
  [
    "aws:iam/instanceProfile:InstanceProfile",
    "aws:index/iamInstanceProfile:IamInstanceProfile",
    "aws_iam_instance_profile",
  ],
  ["aws:iam/sshKey:SshKey", "aws:index/iamUserSshKey:IamUserSshKey", "aws_iam_user_ssh_key"],
  [
    "aws:iam/getPolicyDocument:getPolicyDocument",
    "aws:index/getIamPolicyDocument:getIamPolicyDocument",
    "aws_iam_policy_document",
  ],
  ["aws:ec2/launchTemplate:LaunchTemplate", "aws:index/launchTemplate:LaunchTemplate", "aws_launch_template"],
  ["aws:ec2/instance:Instance", "aws:index/instance:Instance", "aws_instance"],
  ["aws:ec2/getAmi:getAmi", "aws:index/getAmi:getAmi", "aws_ami"],
  [
    "aws:ec2/getVpnConnection:getVpnConnection",
    "aws:index/getEc2VpnConnection:getEc2VpnConnection",
    "aws_ec2_vpn_connection",
  ],
  ["aws:s3/bucket:Bucket", "aws:index/s3Bucket:S3Bucket", "aws_s3_bucket"],
  ["aws:s3/bucketV2:BucketV2", "aws:index/s3Bucket:S3Bucket", "aws_s3_bucket"],
  ["aws:ssm/parameter:Parameter", "aws:index/ssmParameter:SsmParameter", "aws_ssm_parameter"],
  ["aws:ssm/getParameter:getParameter", "aws:index/getSsmParameter:getSsmParameter", "aws_ssm_parameter"],
  ["aws:dynamodb/table:Table", "aws:index/dynamodbTable:DynamodbTable", "aws_dynamodb_table"],
  [
    "aws:index/getCallerIdentity:getCallerIdentity",
    "aws:index/getCallerIdentity:getCallerIdentity",
    "aws_caller_identity",
  ],
  ["aws:index/getPartition:getPartition", "aws:index/getPartition:getPartition", "aws_partition"],
] as const;

const unchanged = [
  "pulumi:pulumi:Stack",
  "pulumi:providers:aws",
  "instance-profiles:components:Workload",
  "random:index/randomId:RandomId",
];

const urns = [
  {
    name: "translates a resource without a parent",
    urn: "urn:pulumi:dev::shop::aws:iam/role:Role::orders",
    becomes: "urn:pulumi:dev::shop::aws:index/iamRole:IamRole::orders",
  },
  {
    name: "keeps the types of the parents",
    urn: "urn:pulumi:dev::shop::shop:a:Workload$shop:a:InstanceRole$aws:iam/role:Role::orders",
    becomes: "urn:pulumi:dev::shop::shop:a:Workload$shop:a:InstanceRole$aws:index/iamRole:IamRole::orders",
  },
  {
    name: "keeps a parent that is a resource of AWS",
    urn: "urn:pulumi:dev::shop::aws:iam/role:Role$aws:iam/policy:Policy::orders",
    becomes: "urn:pulumi:dev::shop::aws:iam/role:Role$aws:index/iamPolicy:IamPolicy::orders",
  },
  {
    name: "keeps a name that holds what separates the parts of a URN",
    urn: "urn:pulumi:dev::shop::aws:iam/role:Role::orders::aws:iam/role:Role$x",
    becomes: "urn:pulumi:dev::shop::aws:index/iamRole:IamRole::orders::aws:iam/role:Role$x",
  },
  {
    name: "keeps the URN of a provider",
    urn: "urn:pulumi:dev::shop::pulumi:providers:aws::default_7_48_0",
    becomes: "urn:pulumi:dev::shop::pulumi:providers:aws::default_7_48_0",
  },
];

describe("tokens of the AWS provider", () => {
  for (const [token, bridge, terraform] of names) {
    it(`takes ${token} for ${terraform}`, () => {
      assert.deepEqual([bridgeToken(token), terraformType(bridgeToken(token))], [bridge, terraform]);
    });
  }

  for (const token of unchanged) {
    it(`leaves ${token} as it is`, () => {
      assert.equal(bridgeToken(token), token);
    });
  }

  for (const { name, urn, becomes } of urns) {
    it(name, () => {
      assert.equal(bridgeUrn(urn), becomes);
    });
  }
});
