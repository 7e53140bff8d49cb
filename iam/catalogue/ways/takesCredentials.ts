import { nobody } from "../../patterns/openTarget.ts";
import { type Level, nowhere, reference, type WayToMoreRights } from "./way.ts";

const iam = reference("awsidentityandaccessmanagementiam");

/**
 * Actions that answer with credentials of somebody else, or set them. Those without a target of their own are about IAM
 * users, of whom the holder is one, or name no resource at all.
 */
export const takesCredentials: readonly WayToMoreRights[] = [
  { ...user("iam:CreateAccessKey"), representative: true },
  user("iam:CreateLoginProfile"),
  user("iam:UpdateLoginProfile"),
  user("iam:CreateServiceSpecificCredential"),
  user("iam:ResetServiceSpecificCredential"),
  user("iam:UploadSSHPublicKey"),
  user("iam:UploadSigningCertificate"),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
  way("awssecuritytokenservice", "sts:AssumeRoot", ["arn:aws:iam::000000000000:root"]),
  way("awsiamidentitycenterdirectory", "sso-directory:UpdatePassword"),
  way("amazondatazone", "datazone:GetDomainExecutionRoleCredentials"),
  way("amazondatazone", "datazone:GetEnvironmentCredentials"),
  way("amazonsagemaker", "sagemaker:CreatePresignedNotebookInstanceUrl", [
    nowhere("sagemaker", `notebook-instance/${nobody}`),
  ]),
  way("amazonsagemaker", "sagemaker:CreatePresignedDomainUrl", [
    nowhere("sagemaker", `user-profile/d-${nobody}/${nobody}`),
  ]),
  way("amazonelasticmapreduce", "elasticmapreduce:GetClusterSessionCredentials", [
    nowhere("elasticmapreduce", `cluster/j-${nobody}`),
  ]),
  way("amazonelasticmapreduce", "elasticmapreduce:GetSessionEndpoint", [
    nowhere("elasticmapreduce", `cluster/j-${nobody}/session/${nobody}`),
  ]),
  way("amazonemrserverless", "emr-serverless:GetSessionEndpoint", [
    nowhere("emr-serverless", `/applications/${nobody}/sessions/${nobody}`),
  ]),
  way("amazonemroneksemrcontainers", "emr-containers:GetManagedEndpointSessionCredentials", [
    nowhere("emr-containers", `/virtualclusters/${nobody}/endpoints/${nobody}`),
  ]),
  way("amazonmanagedworkflowsforapacheairflow", "airflow:CreateCliToken", [
    nowhere("airflow", `environment/${nobody}`),
  ]),
  way("amazonmanagedworkflowsforapacheairflow", "airflow:CreateWebLoginToken", [
    nowhere("airflow", `role/${nobody}/${nobody}`),
  ]),
  way("amazonmanagedworkflowsforapacheairflow", "airflow:InvokeRestApi", [
    nowhere("airflow", `role/${nobody}/${nobody}`),
  ]),
  // The address of a Studio notebook of Flink, whose paragraphs run with the role of its application.
  // https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_CreateApplicationPresignedUrl.html
  way("amazonkinesisanalyticsv2", "kinesisanalytics:CreateApplicationPresignedUrl", [
    nowhere("kinesisanalytics", `application/${nobody}`),
  ]),
  // A streaming instance keeps the credentials of its role in a profile that whoever sits there can use.
  // https://docs.aws.amazon.com/appstream2/latest/developerguide/how-to-use-iam-role-with-streaming-instances.html
  way("amazonappstream20", "appstream:CreateStreamingURL", [nowhere("appstream", `stack/${nobody}`)]),
  way("amazonappstream20", "appstream:CreateImageBuilderStreamingURL", [
    nowhere("appstream", `image-builder/${nobody}`),
  ]),
  way("amazonappstream20", "appstream:CreateAppBlockBuilderStreamingURL", [
    nowhere("appstream", `app-block-builder/${nobody}`),
  ]),
  // Whoever names the identity providers of a pool signs in with its roles.
  // https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html
  way("amazoncognitoidentity", "cognito-identity:UpdateIdentityPool", [
    nowhere("cognito-identity", `identitypool/${nobody}`),
  ]),
  way("awsdeadlinecloud", "deadline:AssumeQueueRoleForUser", [
    nowhere("deadline", `farm/farm-${nobody}/queue/queue-${nobody}`),
  ]),
  way("awstransferfamily", "transfer:ImportSshPublicKey", [
    nowhere("transfer", `user/s-${nobody}/${nobody}`),
  ]),
  // What back ends, workers, and controllers of certificates hold openly for good reasons, is advice.
  way(
    "amazoncognitoidentity",
    "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
    [nowhere("cognito-identity", `identitypool/${nobody}`)],
    "advisory",
  ),
  ...["deadline:AssumeFleetRoleForWorker", "deadline:AssumeQueueRoleForWorker"].map((action) =>
    way(
      "awsdeadlinecloud",
      action,
      [nowhere("deadline", `farm/farm-${nobody}/fleet/fleet-${nobody}/worker/worker-${nobody}`)],
      "advisory",
    ),
  ),
  // A certificate of an authority that a trust anchor names takes the roles that trust it.
  // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
  way(
    "awsprivatecertificateauthority",
    "acm-pca:IssueCertificate",
    [nowhere("acm-pca", `certificate-authority/${nobody}`)],
    "advisory",
  ),
  // A device takes the roles of the role aliases that the policies of its certificate name.
  // https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html
  way(
    "awsiot",
    "iot:AttachPolicy",
    [nowhere("iot", `cert/${nobody}`), nowhere("iot", `thinggroup/${nobody}`)],
    "advisory",
  ),
  way("awsiot", "iot:AttachPrincipalPolicy", [nowhere("iot", `cert/${nobody}`)], "advisory"),
  way("awsiot", "iot:CreatePolicyVersion", [nowhere("iot", `policy/${nobody}`)], "advisory"),
  way("awsiot", "iot:SetDefaultPolicyVersion", [nowhere("iot", `policy/${nobody}`)], "advisory"),
  {
    action: "ec2:ModifyInstanceMetadataOptions",
    gain: "takes credentials",
    source: reference("amazonec2"),
    representative: true,
  },
];

function user(action: string): WayToMoreRights {
  return { action, gain: "takes credentials", level: "mandatory", source: iam };
}

function way(
  page: string,
  action: string,
  targets?: readonly string[],
  level: Level = "mandatory",
): WayToMoreRights {
  return {
    action,
    gain: "takes credentials",
    level,
    source: reference(page),
    ...(targets && { targets }),
  };
}
