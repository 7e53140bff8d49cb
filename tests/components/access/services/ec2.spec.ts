import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "describes instances and tags",
    entry: { ec2: { level: "describe" } },
    gives: [allow(["ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeTags"], ["*"])],
  },
  {
    name: "describes volumes and snapshots",
    entry: { ec2: { level: "describeVolumes" } },
    gives: [allow(["ec2:DescribeVolumes", "ec2:DescribeVolumeStatus", "ec2:DescribeSnapshots"], ["*"])],
  },
  {
    name: "describes the network",
    entry: { ec2: { level: "describeNetwork" } },
    gives: [
      allow(
        [
          ...["ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups"],
          ...["ec2:DescribeNetworkInterfaces", "ec2:DescribeAvailabilityZones"],
          ...["ec2:DescribeRegions"],
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "sets tags of these keys on the instance that it runs on",
    entry: { ec2: { tags: ["Role", "jenkins:*"], level: "tagSelf" } },
    gives: [
      allow(["ec2:CreateTags"], [`arn:aws:ec2:${place}:instance/*`], {
        ArnLike: { "ec2:SourceInstanceARN": [`arn:aws:ec2:${place}:instance/\${ec2:InstanceID}`] },
        "ForAllValues:StringLike": { "aws:TagKeys": ["Role", "jenkins:*"] },
        Null: { "aws:TagKeys": ["false"] },
      }),
    ],
  },
  {
    name: "ends the instance that it runs on",
    entry: { ec2: { level: "terminateSelf" } },
    gives: [
      allow(["ec2:TerminateInstances"], [`arn:aws:ec2:${place}:instance/*`], {
        ArnLike: { "ec2:SourceInstanceARN": [`arn:aws:ec2:${place}:instance/\${ec2:InstanceID}`] },
      }),
    ],
  },
];

testAccess("ec2", cases);
