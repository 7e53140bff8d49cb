import { nobody } from "../../patterns/openTarget.ts";
import { nowhere, reference, type WayToMoreRights } from "./way.ts";

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
  way("amazonemroneksemrcontainers", "emr-containers:GetManagedEndpointSessionCredentials", [
    nowhere("emr-containers", `/virtualclusters/${nobody}/endpoints/${nobody}`),
  ]),
  way("amazonmanagedworkflowsforapacheairflow", "airflow:CreateCliToken", [
    nowhere("airflow", `environment/${nobody}`),
  ]),
  way("amazonmanagedworkflowsforapacheairflow", "airflow:CreateWebLoginToken", [
    nowhere("airflow", `role/${nobody}/${nobody}`),
  ]),
  way("awsdeadlinecloud", "deadline:AssumeQueueRoleForUser", [
    nowhere("deadline", `farm/farm-${nobody}/queue/queue-${nobody}`),
  ]),
  way("awstransferfamily", "transfer:ImportSshPublicKey", [
    nowhere("transfer", `user/s-${nobody}/${nobody}`),
  ]),
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

function way(page: string, action: string, targets?: readonly string[]): WayToMoreRights {
  return {
    action,
    gain: "takes credentials",
    level: "mandatory",
    source: reference(page),
    ...(targets && { targets }),
  };
}
