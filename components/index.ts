export {
  InstanceProfileAssociation,
  type InstanceProfileAssociationArgs,
} from "./association/instanceProfileAssociation";
export { compileWorkloads, readStackConfig } from "./config";
export { HardenedLaunchTemplate, type HardenedLaunchTemplateArgs } from "./hardenedLaunchTemplate";
export { InstanceRole, type InstanceRoleArgs } from "./instanceRole";
export { Workload, type WorkloadArgs } from "./workload";
