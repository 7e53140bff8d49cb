import { service } from "../service.ts";

const INSTANCES = "arn:{partition}:ec2:{region}:{account}:instance/*";

const ASSOCIATIONS = "arn:{partition}:ssm:{region}:{account}:association/*";

/** Documents of AWS are in no account, and another account may share its own. */
const DOCUMENTS = "arn:{partition}:ssm:{region}:*:document/*";

/**
 * What the SSM agent does on an instance: all of AmazonSSMManagedInstanceCore but the right to every parameter, which is
 * a grant of `ssm`. `shell` is Session Manager. Its channels carry Run Command of current agents too; `command` adds the
 * messages of older ones and what runs documents and packages. `maintain` adds State Manager, inventory, patches and
 * compliance. A key that encrypts sessions, and a bucket or a log group that keeps them, are grants of their own.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
 */
export const session = service({
  description: {
    english:
      "The agent of Systems Manager. IAM knows no resource for its messages, which are the agent's own.",
    korean: "Systems Manager 에이전트. 에이전트가 주고받는 메시지에는 IAM 리소스가 없습니다",
  },
  levels: {
    shell: [
      [["ssm:UpdateInstanceInformation"], INSTANCES],
      [
        [
          ...["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel"],
          ...["ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"],
        ],
        "*",
      ],
    ],
    command: [
      "shell",
      [
        [
          ...["ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage", "ec2messages:FailMessage"],
          ...["ec2messages:GetEndpoint", "ec2messages:GetMessages", "ec2messages:SendReply"],
          ...["ssm:GetManifest", "ssm:PutConfigurePackageResult"],
        ],
        "*",
      ],
      [["ssm:DescribeDocument", "ssm:GetDocument"], DOCUMENTS],
    ],
    maintain: [
      "shell",
      "command",
      [["ssm:ListAssociations", "ssm:PutInventory", "ssm:GetDeployablePatchSnapshotForInstance"], "*"],
      [["ssm:ListInstanceAssociations", "ssm:PutComplianceItems"], INSTANCES],
      [["ssm:DescribeAssociation"], [ASSOCIATIONS, INSTANCES, DOCUMENTS]],
      [["ssm:UpdateAssociationStatus"], [INSTANCES, DOCUMENTS]],
      [["ssm:UpdateInstanceAssociationStatus"], [ASSOCIATIONS, INSTANCES]],
    ],
  },
  examples: [{ level: "shell" }],
  neighbouringActions: ["ssm:SendCommand", "ssm:StartSession"],
});
