import { noRiskyGrants } from "../../../policypack/policies/noRiskyGrants.ts";
import { allow, documentOf, itJudgesResources } from "../cases.ts";

const type = "aws:iam/policy:Policy";
const advice = "want the ARNs that the workload needs; list them one by one, or by a prefix of their names";
const message = (statement: number, got: string): string =>
  `subject policy.Statement[${statement}]: got Allow ${got}; ${advice}`;
const passRole = (service: string | string[], operator = "StringEquals") =>
  allow("iam:PassRole", "*", { Condition: { [operator]: { "iam:PassedToService": service } } });

describe("no-risky-grants", () => {
  itJudgesResources(noRiskyGrants, [
    {
      name: "advises against what leads to other roles by any instance, launch template or cluster",
      type,
      props: {
        policy: documentOf(
          allow("ec2:ModifyInstanceAttribute", "*"),
          allow("ec2:CreateLaunchTemplateVersion", "arn:aws:ec2:*:*:launch-template/*"),
          allow("eks:*AccessEntry", "arn:aws:eks:eu-central-1:111122223333:cluster/*"),
        ),
      },
      reports: [
        message(0, '"ec2:ModifyInstanceAttribute" on "*"'),
        message(1, '"ec2:CreateLaunchTemplateVersion" on "arn:aws:ec2:*:*:launch-template/*"'),
        message(
          2,
          '"eks:*AccessEntry" that matches eks:CreateAccessEntry on "arn:aws:eks:eu-central-1:111122223333:cluster/*"',
        ),
      ],
    },
    {
      name: "advises against passing any role to services that run no code",
      type,
      props: {
        policy: documentOf(
          passRole("eks.amazonaws.com"),
          passRole(["monitoring.rds.amazonaws.com", "eks.amazonaws.com"]),
        ),
      },
      reports: [message(0, '"iam:PassRole" on "*"'), message(1, '"iam:PassRole" on "*"')],
    },
    {
      name: "advises against taking policies away from any role, since a policy may deny something",
      type,
      props: {
        policy: documentOf(
          allow("iam:DetachRolePolicy", "arn:aws:iam::111122223333:role/*"),
          allow("iam:DeleteGroupPolicy", "*"),
          allow("iam:DetachRolePolicy", "arn:aws:iam::111122223333:role/orders/*"),
          allow("iam:DetachRolePolicy", "*", {
            Condition: { ArnEquals: { "iam:PolicyARN": "arn:aws:iam::111122223333:policy/orders/*" } },
          }),
        ),
      },
      reports: [
        'subject policy.Statement[0]: got Allow "iam:DetachRolePolicy" on "arn:aws:iam::111122223333:role/*"; want no right to change permissions; remove it, or name the targets one by one, or limit it by a Condition on iam:PermissionsBoundary',
        'subject policy.Statement[1]: got Allow "iam:DeleteGroupPolicy" on "*"; want no right to change permissions; remove it, or name the targets one by one',
      ],
    },
    {
      name: "leaves to no-privilege-escalation what that refuses",
      type,
      props: {
        policy: documentOf(
          passRole("ec2.amazonaws.com"),
          passRole("eks.amazonaws.com", "StringEqualsIfExists"),
          allow("iam:PutRolePolicy", "*"),
        ),
      },
      reports: [],
    },
    {
      name: "passes named targets, and those with a tag",
      type,
      props: {
        policy: documentOf(
          allow("ec2:ModifyInstanceAttribute", "arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789"),
          allow("ec2:CreateLaunchTemplateVersion", "*", {
            Condition: { StringEquals: { "aws:ResourceTag/team": "orders" } },
          }),
        ),
      },
      reports: [],
    },
    {
      name: "advises against AWS-managed policies that do so",
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      props: { policyArn: "arn:aws:iam::aws:policy/AmazonEC2FullAccess" },
      reports: [
        'subject policyArn: got "arn:aws:iam::aws:policy/AmazonEC2FullAccess"; want a policy that names what may be changed; attach a policy that lists the actions and the resources',
      ],
    },
    {
      name: "passes other AWS-managed policies",
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      props: { policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
      reports: [],
    },
  ]);
});
