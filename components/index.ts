export {
  InstanceProfileAssociation,
  type InstanceProfileAssociationArgs,
} from "./association/instanceProfileAssociation";
export { compileWorkloads, readStackConfig, type ReadStack } from "./config";
export type { CompiledAttachment } from "./config/compileAttachTo";
export type { CompiledLaunch, CompiledRootVolume } from "./config/compileLaunch";
export type { CompiledGrant, CompiledWorkload } from "./config/compileStack";
export type { IsSecret } from "./config/secretValues";
export type { WorkloadSecrets } from "./config/workloadSecrets";
export { HardenedLaunchTemplate, type HardenedLaunchTemplateArgs } from "./hardenedLaunchTemplate";
export { InstanceRole, type InstanceRoleArgs } from "./instanceRole";
export { Workload, type WorkloadArgs } from "./workload";
export type { Target } from "./permissions/arn";
export type { Statement } from "./permissions/statement";
