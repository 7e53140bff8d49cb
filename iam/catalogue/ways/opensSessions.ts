import { through } from "./through.ts";
import { nobody } from "../../patterns/openTarget.ts";
import { nowhere, type WayToMoreRights } from "./way.ts";

const instance = nowhere("ec2", `instance/i-${nobody}`);
const managed = nowhere("ssm", `managed-instance/mi-${nobody}`);
const task = [nowhere("ecs", `task/${nobody}/${nobody}`), nowhere("ecs", `task/${nobody}`)];
const agent = (kind: string) => nowhere("bedrock-agentcore", `${kind}/${nobody}`);

/** Actions by which somebody enters what runs already with a role: a command, a shell, a statement in a session. */
export const opensSessions: readonly WayToMoreRights[] = [
  ...through("awsglue", [nowhere("glue", `devEndpoint/${nobody}`)], ["glue:UpdateDevEndpoint"]),
  ...through("awsglue", [nowhere("glue", `session/${nobody}`)], ["glue:RunStatement"]),
  // Many limit only the document of a command, which leaves every instance and its role.
  ...through("awssystemsmanager", [instance, managed], ["ssm:SendCommand"]),
  ...through("awssystemsmanager", [instance, managed, ...task], ["ssm:StartSession"]),
  // One's own sessions begin with one's own name.
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
  ...through("awssystemsmanager", [nowhere("ssm", `session/${nobody}`)], ["ssm:ResumeSession"]),
  ...through(
    "awssystemsmanager",
    [instance, managed],
    ["ssm:CreateAssociation", "ssm:CreateAssociationBatch", "ssm:UpdateAssociation"],
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
    [nowhere("codebuild", `sandbox/${nobody}:${nobody}`), nowhere("codebuild", `sandbox/${nobody}`)],
    ["codebuild:StartCommandExecution", "codebuild:StartSandboxConnection"],
  ),
  // A shell in a MicroVM has its execution role.
  // https://docs.aws.amazon.com/lambda/latest/dg/microvms-security.html
  ...through(
    "awslambda",
    [nowhere("lambda", `microvm-image:${nobody}`)],
    ["lambda:CreateMicrovmShellAuthToken"],
  ),
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
  // The browser of AWS itself has no role; connecting to a session names no browser, but has to start one.
  ...through("amazonbedrockagentcore", [agent("browser-custom")], ["bedrock-agentcore:StartBrowserSession"]),
  ...through(
    "amazonbedrockagentcore",
    [agent("runtime"), agent(`runtime/${nobody}/runtime-endpoint`)],
    ["bedrock-agentcore:InvokeAgentRuntimeCommand", "bedrock-agentcore:InvokeAgentRuntimeCommandShell"],
  ),
  ...through(
    "amazonelasticmapreduce",
    [nowhere("elasticmapreduce", `cluster/j-${nobody}`)],
    ["elasticmapreduce:AddJobFlowSteps", "elasticmapreduce:StartSession"],
  ),
  ...through(
    "amazonemrserverless",
    [nowhere("emr-serverless", `/applications/${nobody}`)],
    ["emr-serverless:AccessInteractiveEndpoints"],
  ),
  ...through(
    "awscloud9",
    [nowhere("cloud9", `environment:${nobody}`)],
    ["cloud9:CreateEnvironmentMembership", "cloud9:UpdateEnvironmentMembership"],
  ),
  // https://docs.aws.amazon.com/gameliftstreams/latest/developerguide/session-credentials.html
  ...through(
    "amazongameliftstreams",
    [nowhere("gameliftstreams", `streamgroup/${nobody}`)],
    ["gameliftstreams:CreateStreamSessionAdminShell"],
  ),
  ...through(
    "amazonathena",
    [nowhere("athena", `workgroup/${nobody}`)],
    [
      "athena:CreatePresignedNotebookUrl",
      "athena:GetSessionEndpoint",
      "athena:StartCalculationExecution",
      "athena:StartSession",
    ],
    "advisory",
  ),
  // Read-only policies hold them by `gamelift:Get*`.
  ...through(
    "amazongameliftservers",
    [nowhere("gamelift", `fleet/fleet-${nobody}`)],
    ["gamelift:GetComputeAccess", "gamelift:GetInstanceAccess"],
    "advisory",
  ),
];
