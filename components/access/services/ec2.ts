import { oneOrSeveral, text } from "../../fields.ts";
import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

const INSTANCES = "arn:{partition}:ec2:{region}:{account}:instance/*";

const OF_ITSELF = {
  ArnLike: { "ec2:SourceInstanceARN": ["arn:{partition}:ec2:{region}:{account}:instance/${ec2:InstanceID}"] },
};

/**
 * What a program asks EC2, the tags of the instance that it runs on, and the end of that. Describing takes no resource:
 * what is described is that of all of the account. `tagSelf` and `terminateSelf` compare the instance of the request with
 * the one that the credentials were given to, as AWS's own policy for snapshots does. The keys of the tags are named, for
 * tags may also decide who may do what. Nothing starts, stops or changes another instance.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policies-for-amazon-ec2.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSEC2VssSnapshotPolicy.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
export const ec2 = service({
  description: {
    english:
      "What EC2 tells of instances, which IAM cannot limit to some, and tags and the end of the instance itself.",
    korean: "EC2 조회, 자기 인스턴스의 태그 지정과 종료. 조회는 IAM에서 일부 인스턴스로 제한할 수 없습니다",
  },
  fields: {
    tags: oneOrSeveral(
      text("a tag key such as Role, or several by *", /^(?!aws:)[\w .:/=+@*-]{1,128}$/),
      "a list of tag keys",
    )
      .meta({ description: "The keys of the tags that it may set.", examples: [["Role"]] })
      .optional(),
  },
  names: { english: "`tags` for `tagSelf`", korean: "`tagSelf`에는 `tags`" },
  levels: {
    describe: [[["ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeTags"], "*"]],
    describeVolumes: [[["ec2:DescribeVolumes", "ec2:DescribeVolumeStatus", "ec2:DescribeSnapshots"], "*"]],
    describeNetwork: [
      [
        [
          ...["ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups"],
          ...["ec2:DescribeNetworkInterfaces", "ec2:DescribeAvailabilityZones", "ec2:DescribeRegions"],
        ],
        "*",
      ],
    ],
    tagSelf: [
      [
        ["ec2:CreateTags"],
        INSTANCES,
        {
          ...OF_ITSELF,
          "ForAllValues:StringLike": { "aws:TagKeys": ["{tags}"] },
          // A request without tags would pass the test of all of them.
          Null: { "aws:TagKeys": ["false"] },
        },
      ],
    ],
    terminateSelf: [[["ec2:TerminateInstances"], INSTANCES, OF_ITSELF]],
  },
  refine: fieldsByLevel({ tagSelf: ["tags"] }),
  examples: [{ level: "describe" }, { tags: "Role", level: "tagSelf" }],
  neighbouringActions: ["ec2:DeleteTags", "ec2:RunInstances", "ec2:StopInstances"],
});
