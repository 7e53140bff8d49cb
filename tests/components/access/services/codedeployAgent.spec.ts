import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "takes commands through an endpoint",
    entry: { codedeployAgent: { level: "takeCommands" } },
    gives: [
      allow(
        [
          ...["codedeploy-commands-secure:GetDeploymentSpecification"],
          ...["codedeploy-commands-secure:PollHostCommand"],
          ...["codedeploy-commands-secure:PutHostCommandAcknowledgement"],
          ...["codedeploy-commands-secure:PutHostCommandComplete"],
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "is installed from the bucket of the region",
    entry: { codedeployAgent: { level: "install" } },
    gives: [allow(["s3:GetObject"], ["arn:aws:s3:::aws-codedeploy-eu-central-1/*"])],
  },
];

testAccess("codedeployAgent", cases);
