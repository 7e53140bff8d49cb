import { output, type TableResource } from "../../testing/tableResources.ts";
import type { GraphedWorkload } from "./graph.ts";

/** The resources of a workload as the engine registers them, each name behind that of the workload. */
export function tableResources(workload: GraphedWorkload): TableResource[] {
  const { name, physicalName, path, tags } = workload;
  const role = `${name}-role`;
  const [policies, arns] = [workload.policies, workload.managedPolicyArns];
  const attached = [...policies.map((_, index) => output(`${name}-policy-${index}`, "arn")), ...arns];
  return [
    {
      type: "aws:iam/role:Role",
      name: role,
      inputs: {
        name: physicalName,
        path,
        assumeRolePolicy: JSON.stringify(workload.assumeRolePolicy),
        maxSessionDuration: workload.maxSessionSeconds,
        permissionsBoundary: workload.permissionsBoundary,
        tags,
      },
    },
    ...policies.map((document, index) => ({
      type: "aws:iam/policy:Policy",
      name: `${name}-policy-${index}`,
      inputs: { name: `${physicalName}-${index}`, path, policy: JSON.stringify(document), tags },
    })),
    ...attached.map((policyArn, index) => ({
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      name: `${name}-attachment-${index}`,
      inputs: { role: physicalName, policyArn },
      dependsOn: [role],
    })),
    {
      type: "aws:iam/instanceProfile:InstanceProfile",
      name: `${name}-profile`,
      inputs: { name: physicalName, path, role: physicalName, tags },
      dependsOn: [role],
    },
    ...workload.templates.map(({ deviceName, ebs, monitoring, ...template }, index) => ({
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      name: `${name}-template-${index}`,
      inputs: {
        ...template,
        name: `${physicalName}-${index}`,
        iamInstanceProfile: { arn: output(`${name}-profile`, "arn") },
        blockDeviceMappings: [{ deviceName, ebs }],
        monitoring: { enabled: monitoring },
        tags,
      },
    })),
    ...workload.others.map(({ type, inputs }, index) => ({ type, name: `${name}-other-${index}`, inputs })),
  ];
}
