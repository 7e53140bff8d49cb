import { nobody } from "../../patterns/openTarget.ts";
import { type Level, nowhere, reference, type WayToMoreRights } from "./way.ts";

const role = `arn:aws:iam::000000000000:role/${nobody}`;
const instance = nowhere("ec2", `instance/i-${nobody}`);
const managed = nowhere("ssm", `managed-instance/mi-${nobody}`);
const task = [nowhere("ecs", `task/${nobody}/${nobody}`), nowhere("ecs", `task/${nobody}`)];
const document = nowhere("ssm", `document/${nobody}`);
const automation = nowhere("ssm", `automation-definition/${nobody}:${nobody}`);
const agent = (kind: string) => nowhere("bedrock-agentcore", `${kind}/${nobody}`);
const ofSageMaker = (kind: string) => nowhere("sagemaker", `${kind}/${nobody}`);

const representatives = new Set(["iam:PassRole", "sts:AssumeRole"]);

/**
 * Actions by which somebody runs code or a session with the rights of another role, which is there already: whoever has
 * to bring the role along needs iam:PassRole, the first of them.
 */
export const actsAsAnother: readonly WayToMoreRights[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  ...through("awsidentityandaccessmanagementiam", [role], ["iam:PassRole"]),
  ...through("awssecuritytokenservice", [role], ["sts:AssumeRole"]),
  ...through(
    "awslambda",
    [nowhere("lambda", `function:${nobody}`), nowhere("lambda", `function:${nobody}:${nobody}`)],
    ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"],
  ),
  ...through("awsglue", [nowhere("glue", `devEndpoint/${nobody}`)], ["glue:UpdateDevEndpoint"]),
  ...through(
    "awsglue",
    [nowhere("glue", `job/${nobody}`)],
    ["glue:UpdateJob", "glue:UpdateJobFromSourceControl"],
  ),
  ...through("awsglue", [nowhere("glue", `session/${nobody}`)], ["glue:RunStatement"]),
  // Many limit only the document of a command, which leaves every instance and its role.
  ...through("awssystemsmanager", [instance, managed], ["ssm:SendCommand"]),
  ...through("awssystemsmanager", [instance, managed, ...task], ["ssm:StartSession"]),
  ...through(
    "awssystemsmanager",
    [instance, managed],
    ["ssm:CreateAssociation", "ssm:CreateAssociationBatch", "ssm:UpdateAssociation"],
  ),
  ...through(
    "awssystemsmanager",
    [document, automation, nowhere("ssm", `automation-definition/${nobody}`)],
    ["ssm:StartAutomationExecution", "ssm:StartChangeRequestExecution"],
  ),
  ...through(
    "awssystemsmanager",
    [nowhere("ssm", `maintenancewindow/mw-${nobody}`)],
    ["ssm:RegisterTaskWithMaintenanceWindow", "ssm:UpdateMaintenanceWindowTask"],
  ),
  ...through("awssystemsmanagerguiconnect", undefined, ["ssm-guiconnect:StartConnection"]),
  ...through(
    "amazonec2instanceconnect",
    [instance],
    ["ec2-instance-connect:SendSSHPublicKey", "ec2-instance-connect:SendSerialConsoleSSHPublicKey"],
  ),
  ...through("amazonelasticcontainerservice", task, ["ecs:ExecuteCommand"]),
  ...through(
    "awscodebuild",
    [nowhere("codebuild", `project/${nobody}`)],
    [
      "codebuild:StartBuild",
      "codebuild:StartBuildBatch",
      "codebuild:StartSandbox",
      "codebuild:UpdateProject",
    ],
  ),
  ...through(
    "awscodebuild",
    [nowhere("codebuild", `sandbox/${nobody}:${nobody}`), nowhere("codebuild", `sandbox/${nobody}`)],
    ["codebuild:StartCommandExecution", "codebuild:StartSandboxConnection"],
  ),
  ...through(
    "awscloudformation",
    [nowhere("cloudformation", `stack/${nobody}/${nobody}`)],
    ["cloudformation:UpdateStack", "cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"],
  ),
  ...through(
    "awscloudformation",
    [nowhere("cloudformation", `stackset/${nobody}:${nobody}`)],
    ["cloudformation:UpdateStackSet"],
  ),
  ...through(
    "awsapprunner",
    [nowhere("apprunner", `service/${nobody}/${nobody}`)],
    ["apprunner:UpdateService"],
  ),
  ...through(
    "amazonsagemaker",
    [ofSageMaker("notebook-instance-lifecycle-config")],
    ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:UpdateNotebookInstanceLifecycleConfig"],
  ),
  ...through("amazonsagemaker", [ofSageMaker("notebook-instance")], ["sagemaker:UpdateNotebookInstance"]),
  ...through("amazonsagemaker", [ofSageMaker("pipeline")], ["sagemaker:UpdatePipeline"]),
  ...through(
    "amazonsagemaker",
    [nowhere("sagemaker", `space/d-${nobody}/${nobody}`)],
    ["sagemaker:StartSession"],
  ),
  ...through(
    "amazonbedrockagentcore",
    [agent("code-interpreter-custom")],
    ["bedrock-agentcore:InvokeCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession"],
  ),
  ...through(
    "amazonbedrockagentcore",
    [agent("runtime"), agent(`runtime/${nobody}/runtime-endpoint`)],
    [
      "bedrock-agentcore:InvokeAgentRuntimeCommand",
      "bedrock-agentcore:InvokeAgentRuntimeCommandShell",
      "bedrock-agentcore:UpdateAgentRuntime",
    ],
  ),
  ...through("amazonbedrockagentcore", [agent("harness")], ["bedrock-agentcore:UpdateHarness"]),
  ...through(
    "awsstepfunctions",
    [nowhere("states", `stateMachine:${nobody}`)],
    ["states:UpdateStateMachine"],
  ),
  ...through(
    "awsdatapipeline",
    [nowhere("datapipeline", `pipeline/df-${nobody}`)],
    ["datapipeline:PutPipelineDefinition"],
  ),
  ...through(
    "amazonelasticmapreduce",
    [nowhere("elasticmapreduce", `cluster/j-${nobody}`)],
    ["elasticmapreduce:AddJobFlowSteps", "elasticmapreduce:StartSession"],
  ),
  // A job names the role that it runs with and needs no iam:PassRole for it.
  // https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/iam-execution-role.html
  ...through(
    "amazonemroneksemrcontainers",
    [nowhere("emr-containers", `/virtualclusters/${nobody}`)],
    ["emr-containers:StartJobRun"],
  ),
  ...through(
    "amazonemrserverless",
    [nowhere("emr-serverless", `/applications/${nobody}`)],
    ["emr-serverless:AccessInteractiveEndpoints"],
  ),
  ...through(
    "amazonec2imagebuilder",
    [nowhere("imagebuilder", `image-pipeline/${nobody}`)],
    ["imagebuilder:UpdateImagePipeline"],
  ),
  ...through(
    "amazonkinesisanalyticsv2",
    [nowhere("kinesisanalytics", `application/${nobody}`)],
    ["kinesisanalytics:UpdateApplication"],
  ),
  ...through(
    "awscloud9",
    [nowhere("cloud9", `environment:${nobody}`)],
    ["cloud9:CreateEnvironmentMembership"],
  ),
  ...through("awsproton", [nowhere("proton", `environment/${nobody}`)], ["proton:UpdateEnvironment"]),
  ...through("awsamplify", [nowhere("amplify", `apps/${nobody}`)], ["amplify:UpdateApp"]),
  ...through("awscodestar", undefined, ["codestar:CreateProject"]),
  ...through("awscodestar", [nowhere("codestar", `project/${nobody}`)], ["codestar:AssociateTeamMember"]),
  ...through(
    "awsiotgreengrass",
    [nowhere("greengrass", `/greengrass/groups/${nobody}`)],
    ["greengrass:CreateDeployment"],
  ),
  // What many programs hold openly for good reasons is advice.
  ...through(
    "amazonec2",
    [instance],
    ["ec2:ModifyInstanceAttribute", "ec2:CreateReplaceRootVolumeTask"],
    "advisory",
  ),
  ...through(
    "amazonec2",
    [nowhere("ec2", `launch-template/lt-${nobody}`)],
    ["ec2:CreateLaunchTemplateVersion"],
    "advisory",
  ),
  ...through(
    "amazonelastickubernetesservice",
    [nowhere("eks", `cluster/${nobody}`)],
    ["eks:CreateAccessEntry"],
    "advisory",
  ),
  ...through(
    "amazonelastickubernetesservice",
    [nowhere("eks", `access-entry/${nobody}/role/000000000000/${nobody}/${nobody}`)],
    ["eks:AssociateAccessPolicy", "eks:UpdateAccessEntry"],
    "advisory",
  ),
  ...through(
    "awsbatch",
    [nowhere("batch", `job-definition/${nobody}`), nowhere("batch", `job-definition/${nobody}:0`)],
    ["batch:SubmitJob"],
    "advisory",
  ),
  ...through(
    "awscodedeploy",
    [nowhere("codedeploy", `deploymentgroup:${nobody}/${nobody}`)],
    ["codedeploy:CreateDeployment"],
    "advisory",
  ),
  ...through("awsglue", [nowhere("glue", `job/${nobody}`)], ["glue:StartJobRun"], "advisory"),
  ...through(
    "amazonathena",
    [nowhere("athena", `workgroup/${nobody}`)],
    ["athena:StartCalculationExecution"],
    "advisory",
  ),
  ...through(
    "awselasticbeanstalk",
    [nowhere("elasticbeanstalk", `environment/${nobody}/${nobody}`)],
    ["elasticbeanstalk:UpdateEnvironment"],
    "advisory",
  ),
  // Read-only policies hold them by `gamelift:Get*`.
  ...through(
    "amazongameliftservers",
    [nowhere("gamelift", `fleet/fleet-${nobody}`)],
    ["gamelift:GetComputeAccess", "gamelift:GetInstanceAccess"],
    "advisory",
  ),
  // These need iam:PassRole beside them, and are asked for alone.
  ...asked("awsidentityandaccessmanagementiam", ["iam:AddRoleToInstanceProfile"]),
  ...asked("amazonec2", ["ec2:AssociateIamInstanceProfile", "ec2:RunInstances"], true),
  ...asked("amazonec2", ["ec2:ReplaceIamInstanceProfileAssociation"]),
];

function through(
  page: string,
  targets: readonly string[] | undefined,
  actions: readonly string[],
  level: Level = "mandatory",
): WayToMoreRights[] {
  return actions.map((action) => ({
    action,
    gain: "acts as another",
    level,
    ...(targets && { targets }),
    source: reference(page),
    ...(representatives.has(action) && { representative: true }),
  }));
}

function asked(page: string, actions: readonly string[], representative = false): WayToMoreRights[] {
  return actions.map((action) => ({
    action,
    gain: "acts as another",
    source: reference(page),
    ...(representative && { representative: true }),
  }));
}
