import * as pulumi from "@pulumi/pulumi";
import { InstanceProfileAssociation } from "./association/instanceProfileAssociation.ts";
import type { CompiledAttachment } from "./config/compileAttachTo.ts";
import type { CompiledLaunch } from "./config/compileLaunch.ts";
import { HardenedLaunchTemplate } from "./hardenedLaunchTemplate.ts";
import { InstanceRole, type InstanceRoleArgs } from "./instanceRole.ts";
import { secretIf } from "./secretIf.ts";
import { associationName } from "./permissions/naming.ts";

/** One workload: its role, and how its instances start. */
export interface WorkloadArgs extends InstanceRoleArgs {
  /** @default - a role and an instance profile, no launch template */
  readonly launch?: CompiledLaunch;
  /** Instances that run already and carry the profile. @default - none */
  readonly associations?: readonly CompiledAttachment[];
}

/**
 * A job on EC2 with a role of its own, so that no two jobs share the union of their permissions.
 *
 * Hooks in its options are those of its roles, policies, profiles and launch templates.
 */
export class Workload extends pulumi.ComponentResource {
  public readonly role: InstanceRole;
  /** Undefined for a workload without `launch`. */
  public readonly launchTemplate: HardenedLaunchTemplate | undefined;
  public readonly associations: readonly InstanceProfileAssociation[];

  constructor(name: string, args: WorkloadArgs, opts?: pulumi.ComponentResourceOptions) {
    super("instance-profiles:components:Workload", name, {}, opts);
    const { launch, associations = [], ...roleArgs } = args;
    const child = { parent: this, hooks: opts?.hooks };
    this.role = new InstanceRole(name, roleArgs, child);
    this.launchTemplate = launch && this.template(name, args, launch, child);
    this.associations = associations.map(
      (association) =>
        new InstanceProfileAssociation(
          associationName(name, association.instanceId),
          { ...association, instanceProfileArn: this.role.instanceProfileArn },
          { parent: this, dependsOn: this.role },
        ),
    );
    this.registerOutputs(this.outputs);
  }

  /** What other programs and people need to know of the workload. */
  get outputs() {
    return {
      roleName: this.role.roleName,
      roleArn: this.role.roleArn,
      instanceProfileName: this.role.instanceProfileName,
      instanceProfileArn: this.role.instanceProfileArn,
      policyArns: this.role.policyArns,
      ...(this.launchTemplate && {
        launchTemplateId: this.launchTemplate.launchTemplateId,
        launchTemplateName: this.launchTemplate.launchTemplateName,
        launchTemplateLatestVersion: this.launchTemplate.launchTemplateLatestVersion,
      }),
    };
  }

  private template(
    name: string,
    args: WorkloadArgs,
    launch: CompiledLaunch,
    opts: pulumi.ComponentResourceOptions,
  ): HardenedLaunchTemplate {
    const { userData, userDataIsSecret, ...rest } = launch;
    return new HardenedLaunchTemplate(
      name,
      {
        ...rest,
        physicalName: args.physicalName,
        instanceProfileArn: this.role.instanceProfileArn,
        ...(userData !== undefined && { userData: secretIf(userData, userDataIsSecret) }),
        tags: args.tags,
        ...(args.secrets && { secretTagKeys: args.secrets.tagKeys }),
      },
      opts,
    );
  }
}
