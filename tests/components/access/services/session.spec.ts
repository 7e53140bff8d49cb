import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "shell opens the channels of Session Manager",
    entry: { session: { level: "shell" } },
    gives: [
      allow(["ssm:UpdateInstanceInformation"], [`arn:aws:ec2:${place}:instance/*`]),
      allow(
        [
          ...["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel"],
          ...["ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"],
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "command takes commands of older agents too, and runs documents and packages",
    entry: { session: { level: "command" } },
    gives: [
      allow(["ssm:UpdateInstanceInformation"], [`arn:aws:ec2:${place}:instance/*`]),
      allow(
        [
          ...["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel"],
          ...["ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"],
          ...["ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage"],
          ...["ec2messages:FailMessage", "ec2messages:GetEndpoint"],
          ...["ec2messages:GetMessages", "ec2messages:SendReply", "ssm:GetManifest"],
          ...["ssm:PutConfigurePackageResult"],
        ],
        ["*"],
      ),
      allow(["ssm:DescribeDocument", "ssm:GetDocument"], ["arn:aws:ssm:eu-central-1:*:document/*"]),
    ],
  },
  {
    name: "maintain keeps associations, inventory, patches and compliance, and reads no parameter",
    entry: { session: { level: "maintain" } },
    gives: [
      allow(
        ["ssm:UpdateInstanceInformation", "ssm:ListInstanceAssociations", "ssm:PutComplianceItems"],
        [`arn:aws:ec2:${place}:instance/*`],
      ),
      allow(
        [
          ...["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel"],
          ...["ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"],
          ...["ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage"],
          ...["ec2messages:FailMessage", "ec2messages:GetEndpoint"],
          ...["ec2messages:GetMessages", "ec2messages:SendReply", "ssm:GetManifest"],
          ...["ssm:PutConfigurePackageResult", "ssm:ListAssociations", "ssm:PutInventory"],
          ...["ssm:GetDeployablePatchSnapshotForInstance"],
        ],
        ["*"],
      ),
      allow(["ssm:DescribeDocument", "ssm:GetDocument"], ["arn:aws:ssm:eu-central-1:*:document/*"]),
      allow(
        ["ssm:DescribeAssociation"],
        [
          `arn:aws:ssm:${place}:association/*`,
          `arn:aws:ec2:${place}:instance/*`,
          "arn:aws:ssm:eu-central-1:*:document/*",
        ],
      ),
      allow(
        ["ssm:UpdateAssociationStatus"],
        [`arn:aws:ec2:${place}:instance/*`, "arn:aws:ssm:eu-central-1:*:document/*"],
      ),
      allow(
        ["ssm:UpdateInstanceAssociationStatus"],
        [`arn:aws:ssm:${place}:association/*`, `arn:aws:ec2:${place}:instance/*`],
      ),
    ],
  },
];

testAccess("session", cases);
