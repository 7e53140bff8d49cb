export {
  InstanceProfileAssociation,
  type InstanceProfileAssociationArgs,
} from "./association/instanceProfileAssociation.ts";
export { compileWorkloads, readStackConfig, type ReadStack } from "./config/readStackConfig.ts";
export type { CompiledAttachment } from "./config/compileAttachTo.ts";
export type { CompiledLaunch, CompiledRootVolume } from "./config/compileLaunch.ts";
export type { CompiledGrant, CompiledWorkload } from "./config/compiledWorkload.ts";
export type { IsSecret } from "./config/secretValues.ts";
export type { WorkloadSecrets } from "./config/workloadSecrets.ts";
export { HardenedLaunchTemplate, type HardenedLaunchTemplateArgs } from "./hardenedLaunchTemplate.ts";
export { InstanceRole, type InstanceRoleArgs } from "./instanceRole.ts";
export { Workload, type WorkloadArgs } from "./workload.ts";
export type { Target } from "../iam/arn.ts";
export type { Statement } from "../iam/statement.ts";
