import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { numberedName } from "../../components/permissions/naming.ts";

/** The five resources of each workload as Terraform configuration, with the same names, documents and settings. */
export function terraformConfig(workloads: readonly CompiledWorkload[], region: string): object {
  const byWorkload = (make: (workload: CompiledWorkload) => object) =>
    Object.fromEntries(workloads.map((workload) => [workload.name, make(workload)]));
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } },
    provider: {
      aws: {
        region,
        skip_credentials_validation: true,
        skip_metadata_api_check: true,
        skip_requesting_account_id: true,
      },
    },
    resource: {
      aws_iam_role: byWorkload(({ physicalName: name, path, assumeRolePolicy, maxSessionSeconds, tags }) => ({
        name,
        path,
        assume_role_policy: assumeRolePolicy,
        max_session_duration: maxSessionSeconds,
        tags,
      })),
      aws_iam_policy: byWorkload(({ physicalName, path, policyDocuments: [policy], tags }) => ({
        name: numberedName(physicalName, 0),
        path,
        policy,
        tags,
      })),
      aws_iam_role_policy_attachment: byWorkload(({ name }) => ({
        role: `\${aws_iam_role.${name}.name}`,
        policy_arn: `\${aws_iam_policy.${name}.arn}`,
      })),
      aws_iam_instance_profile: byWorkload(({ name, physicalName, path, tags }) => ({
        name: physicalName,
        path,
        role: `\${aws_iam_role.${name}.name}`,
        tags,
        depends_on: [`aws_iam_role_policy_attachment.${name}`],
      })),
      aws_launch_template: byWorkload(launchTemplate),
    },
  };
}

function launchTemplate({ name, physicalName, launch, tags }: CompiledWorkload): object {
  return {
    name: physicalName,
    image_id: launch?.imageId,
    instance_type: launch?.instanceType,
    iam_instance_profile: { arn: `\${aws_iam_instance_profile.${name}.arn}` },
    metadata_options: {
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: launch?.httpPutResponseHopLimit,
    },
    block_device_mappings: {
      device_name: launch?.rootVolume.deviceName,
      ebs: { encrypted: true, delete_on_termination: true, volume_type: launch?.rootVolume.volumeType },
    },
    monitoring: { enabled: launch?.monitoring },
    tag_specifications: ["instance", "volume"].map((resource_type) => ({
      resource_type,
      tags: { ...tags, Name: physicalName },
    })),
    update_default_version: true,
    tags,
  };
}
