import { service } from "../service.ts";

/**
 * The CodeDeploy agent. It identifies itself as its instance, and needs rights only for its commands through an endpoint
 * of a VPC, and to be installed and updated from the bucket of AWS in the stack's region. The bucket of the revisions is
 * a grant of `s3`.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/vpc-endpoints.html
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-iam-instance-profile.html
 */
export const codedeployAgent = service({
  description: {
    english: "The CodeDeploy agent. IAM knows no resource for its commands, which are the agent's own.",
    korean: "CodeDeploy 에이전트. 에이전트가 주고받는 명령에는 IAM 리소스가 없습니다",
  },
  levels: {
    takeCommands: [
      [
        [
          "codedeploy-commands-secure:GetDeploymentSpecification",
          "codedeploy-commands-secure:PollHostCommand",
          "codedeploy-commands-secure:PutHostCommandAcknowledgement",
          "codedeploy-commands-secure:PutHostCommandComplete",
        ],
        "*",
      ],
    ],
    install: [[["s3:GetObject"], "arn:{partition}:s3:::aws-codedeploy-{region}/*"]],
  },
  examples: [{ level: "takeCommands" }],
  neighbouringActions: ["s3:PutObject"],
});
