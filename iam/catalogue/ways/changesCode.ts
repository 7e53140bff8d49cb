import { through } from "./through.ts";
import { nobody } from "../../patterns/openTarget.ts";
import { nowhere, type WayToMoreRights } from "./way.ts";

const instance = nowhere("ec2", `instance/i-${nobody}`);
const document = nowhere("ssm", `document/${nobody}`);
const automation = nowhere("ssm", `automation-definition/${nobody}:${nobody}`);
const ofSageMaker = (kind: string) => nowhere("sagemaker", `${kind}/${nobody}`);
const ofAgentCore = (kind: string) => nowhere("bedrock-agentcore", `${kind}/${nobody}`);

/** Actions by which somebody says what runs with a role that something has: its code, its command or its definition. */
export const changesCode: readonly WayToMoreRights[] = [
  ...through(
    "awslambda",
    [
      nowhere("lambda", `function:${nobody}`),
      nowhere("lambda", `function:${nobody}:${nobody}`),
      nowhere("lambda", `function:${nobody}:$LATEST`),
    ],
    ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"],
  ),
  ...through("awslambda", [nowhere("lambda", `microvm-image:${nobody}`)], ["lambda:UpdateMicrovmImage"]),
  ...through(
    "awsglue",
    [nowhere("glue", `job/${nobody}`)],
    ["glue:UpdateJob", "glue:UpdateJobFromSourceControl"],
  ),
  ...through(
    "awssystemsmanager",
    [document, automation, nowhere("ssm", `automation-definition/${nobody}`)],
    ["ssm:StartAutomationExecution", "ssm:StartChangeRequestExecution"],
  ),
  // An association runs the default version of its document, or the latest, on its instances.
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateAssociation.html
  ...through("awssystemsmanager", [document], ["ssm:UpdateDocument"]),
  ...through(
    "awssystemsmanager",
    [nowhere("ssm", `maintenancewindow/mw-${nobody}`)],
    ["ssm:RegisterTaskWithMaintenanceWindow", "ssm:UpdateMaintenanceWindowTask"],
  ),
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
  // A life-cycle configuration of Studio runs in the applications of others once their profile or domain names it.
  // https://docs.aws.amazon.com/sagemaker/latest/dg/studio-lifecycle-configurations.html
  ...through(
    "amazonsagemaker",
    [ofSageMaker("studio-lifecycle-config")],
    ["sagemaker:CreateStudioLifecycleConfig"],
  ),
  ...through("amazonsagemaker", [ofSageMaker("domain")], ["sagemaker:UpdateDomain"]),
  ...through(
    "amazonsagemaker",
    [nowhere("sagemaker", `user-profile/d-${nobody}/${nobody}`)],
    ["sagemaker:UpdateUserProfile"],
  ),
  ...through("amazonsagemaker", [ofSageMaker("pipeline")], ["sagemaker:UpdatePipeline"]),
  ...through(
    "amazonbedrockagentcore",
    [ofAgentCore("runtime"), ofAgentCore(`runtime/${nobody}/runtime-endpoint`)],
    ["bedrock-agentcore:UpdateAgentRuntime"],
  ),
  ...through("amazonbedrockagentcore", [ofAgentCore("harness")], ["bedrock-agentcore:UpdateHarness"]),
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
  // A job or an endpoint names the role that it runs with and needs no iam:PassRole for it.
  // https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/iam-execution-role.html
  ...through(
    "amazonemroneksemrcontainers",
    [nowhere("emr-containers", `/virtualclusters/${nobody}`)],
    ["emr-containers:CreateManagedEndpoint", "emr-containers:StartJobRun"],
  ),
  // An image is built with the instance profile of an infrastructure configuration that is there.
  // https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html
  ...through(
    "amazonec2imagebuilder",
    [nowhere("imagebuilder", `image-pipeline/${nobody}`)],
    ["imagebuilder:CreateImagePipeline", "imagebuilder:UpdateImagePipeline"],
  ),
  ...through(
    "amazonec2imagebuilder",
    [nowhere("imagebuilder", `image/${nobody}/${nobody}/${nobody}`)],
    ["imagebuilder:CreateImage"],
  ),
  ...through(
    "amazonkinesisanalyticsv2",
    [nowhere("kinesisanalytics", `application/${nobody}`)],
    ["kinesisanalytics:UpdateApplication"],
  ),
  // The bucket of its workflows and its start-up script can be another's.
  // https://docs.aws.amazon.com/mwaa/latest/API/API_UpdateEnvironment.html
  ...through(
    "amazonmanagedworkflowsforapacheairflow",
    [nowhere("airflow", `environment/${nobody}`)],
    ["airflow:UpdateEnvironment"],
  ),
  ...through("awsproton", [nowhere("proton", `environment/${nobody}`)], ["proton:UpdateEnvironment"]),
  ...through("awsamplify", [nowhere("amplify", `apps/${nobody}`)], ["amplify:UpdateApp"]),
  ...through(
    "awsamplify",
    [nowhere("amplify", `apps/${nobody}/branches/${nobody}`)],
    ["amplify:CreateBranch", "amplify:UpdateBranch"],
  ),
  ...through("awscodestar", undefined, ["codestar:CreateProject"]),
  ...through(
    "awscodestar",
    [nowhere("codestar", `project/${nobody}`)],
    ["codestar:AssociateTeamMember", "codestar:UpdateTeamMember"],
  ),
  ...through(
    "awsiotgreengrass",
    [nowhere("greengrass", `/greengrass/groups/${nobody}`)],
    ["greengrass:CreateDeployment"],
  ),
  // A product is launched with the role of its constraint, whatever the template of its version says.
  // https://docs.aws.amazon.com/servicecatalog/latest/adminguide/constraints-launch.html
  ...through(
    "awsservicecatalog",
    [nowhere("catalog", `product/${nobody}`)],
    ["servicecatalog:CreateProvisioningArtifact"],
  ),
  // An experiment sends commands to instances with the role of its template.
  // https://docs.aws.amazon.com/fis/latest/userguide/getting-started-iam-service-role.html
  ...through(
    "awsfaultinjectionservice",
    [nowhere("fis", `experiment-template/${nobody}`)],
    ["fis:UpdateExperimentTemplate"],
  ),
  // Whoever submits a job may override its command; whoever deploys brings the scripts that run as root.
  // https://docs.aws.amazon.com/batch/latest/APIReference/API_SubmitJob.html
  // https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
  ...through(
    "awsbatch",
    [nowhere("batch", `job-definition/${nobody}`), nowhere("batch", `job-definition/${nobody}:0`)],
    ["batch:SubmitJob"],
  ),
  ...through(
    "awscodedeploy",
    [nowhere("codedeploy", `deploymentgroup:${nobody}/${nobody}`)],
    ["codedeploy:CreateDeployment"],
  ),
  // https://docs.aws.amazon.com/devicefarm/latest/developerguide/custom-test-environments-iam-roles.html
  ...through("awsdevicefarm", [nowhere("devicefarm", `project:${nobody}`)], ["devicefarm:ScheduleRun"]),
  // https://docs.aws.amazon.com/gameliftservers/latest/realtimeguide/realtime-script-uploading-update.html
  ...through(
    "amazongameliftservers",
    [nowhere("gamelift", `script/script-${nobody}`)],
    ["gamelift:UpdateScript"],
  ),
  // https://docs.aws.amazon.com/gamelift/latest/apireference/API_UpdateContainerFleet.html
  ...through(
    "amazongameliftservers",
    [nowhere("gamelift", `containerfleet/containerfleet-${nobody}`)],
    ["gamelift:UpdateContainerFleet"],
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
  ...through("awsglue", [nowhere("glue", `job/${nobody}`)], ["glue:StartJobRun"], "advisory"),
  ...through(
    "awselasticbeanstalk",
    [nowhere("elasticbeanstalk", `environment/${nobody}/${nobody}`)],
    ["elasticbeanstalk:UpdateEnvironment"],
    "advisory",
  ),
];
