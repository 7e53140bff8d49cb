import type { CompiledLaunch } from "../../components/config/compileLaunch.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { policyNameOf } from "../../components/permissions/managedPolicies.ts";
import {
  managedPolicyAttachmentName,
  numberedName,
  policyAttachmentName,
} from "../../components/permissions/naming.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";
import type { StackResource } from "../../policypack/crossguard/resource.ts";

/** Type tokens, as they stand in URNs. */
export const typeTokens = {
  stack: "pulumi:pulumi:Stack",
  role: "aws:iam/role:Role",
  policy: "aws:iam/policy:Policy",
  attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  profile: "aws:iam/instanceProfile:InstanceProfile",
  template: "aws:ec2/launchTemplate:LaunchTemplate",
} as const;

const workloadType = "instance-profiles:components:Workload";
const roleParent = `${workloadType}$instance-profiles:components:InstanceRole`;
const templateParent = `${workloadType}$instance-profiles:components:HardenedLaunchTemplate`;

const checkedTypes = new Set([
  ...[typeTokens.role, typeTokens.policy, typeTokens.attachment, typeTokens.profile].map(
    (type) => `${roleParent}$${type}`,
  ),
  `${templateParent}$${typeTokens.template}`,
]);

/** Whether a URN is that of a resource as {@link declaredResources} makes them, also of one that no workload declares any more. */
export const isOfWorkload = (urn: string): boolean => checkedTypes.has(urn.split("::")[2] ?? "");

/** The name of a stack and of its project, which are parts of every URN. */
export interface StackNames {
  readonly name: string;
  readonly project: string;
}

/** The stack itself, for findings about no single resource. */
export function stackResource({ name, project }: StackNames): StackResource {
  const own = `${project}-${name}`;
  const urn = `urn:pulumi:${name}::${project}::${typeTokens.stack}::${own}`;
  return { type: typeTokens.stack, urn, name: own, inputs: {}, dependencies: {} };
}

/**
 * The resources of a workload as its first preview shows them to the policy pack: with the inputs that the components give them, and
 * with what the provider will answer unknown. What runs on instances that run already has no rights of its own and is left out.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/resources/names/#urns
 */
export function declaredResources(stack: StackNames, workload: CompiledWorkload): StackResource[] {
  const { name, physicalName, path, tags, launch } = workload;
  const urnOf = (type: string, own: string, parent = roleParent) =>
    `urn:pulumi:${stack.name}::${stack.project}::${parent}$${type}::${own}`;
  const parentUrn = (type: string) => `urn:pulumi:${stack.name}::${stack.project}::${type}::${name}`;
  const resource = (
    type: string,
    own: string,
    inputs: object,
    dependencies: StackResource["dependencies"] = {},
  ): StackResource => ({
    type,
    urn: urnOf(type, own),
    name: own,
    inputs: inputs as StackResource["inputs"],
    parent: parentUrn(roleParent),
    dependencies,
  });
  const role = { role: [urnOf(typeTokens.role, name)] };
  const policies = workload.policyDocuments.map((policy, index) =>
    resource(typeTokens.policy, numberedName(name, index), {
      name: numberedName(physicalName, index),
      path,
      policy,
      tags,
    }),
  );
  return [
    resource(typeTokens.role, name, {
      name: physicalName,
      path,
      assumeRolePolicy: workload.assumeRolePolicy,
      maxSessionDuration: workload.maxSessionSeconds,
      ...(workload.permissionsBoundary !== undefined && {
        permissionsBoundary: workload.permissionsBoundary,
      }),
      tags,
    }),
    ...policies,
    ...policies.map(({ urn }, index) =>
      resource(
        typeTokens.attachment,
        policyAttachmentName(name, index),
        { role: physicalName, policyArn: UNKNOWN },
        { ...role, policyArn: [urn] },
      ),
    ),
    ...workload.managedPolicyArns.map((policyArn) =>
      resource(
        typeTokens.attachment,
        managedPolicyAttachmentName(name, policyNameOf(policyArn)),
        { role: physicalName, policyArn },
        role,
      ),
    ),
    resource(typeTokens.profile, name, { name: physicalName, path, role: physicalName, tags }, role),
    ...(launch
      ? [
          {
            ...resource(typeTokens.template, name, templateInputs(workload, launch), {
              iamInstanceProfile: [urnOf(typeTokens.profile, name)],
            }),
            urn: urnOf(typeTokens.template, name, templateParent),
            parent: parentUrn(templateParent),
          },
        ]
      : []),
  ];
}

/** The inputs that `HardenedLaunchTemplate` gives its template, as far as a rule may read them. */
function templateInputs({ physicalName, tags }: CompiledWorkload, launch: CompiledLaunch): object {
  const { rootVolume, userData, securityGroupIds } = launch;
  return {
    name: physicalName,
    imageId: launch.imageId,
    instanceType: launch.instanceType,
    iamInstanceProfile: { arn: UNKNOWN },
    metadataOptions: {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: launch.httpPutResponseHopLimit,
    },
    blockDeviceMappings: [
      { deviceName: rootVolume.deviceName, ebs: { encrypted: "true", ...rootVolume, deviceName: undefined } },
    ],
    ...(userData !== undefined && { userData: Buffer.from(userData, "utf8").toString("base64") }),
    ...(securityGroupIds && { vpcSecurityGroupIds: securityGroupIds }),
    monitoring: { enabled: launch.monitoring },
    updateDefaultVersion: true,
    tags,
  };
}
