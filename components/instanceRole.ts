import * as iam from "@pulumi/aws/iam/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { WorkloadSecrets } from "./config/workloadSecrets.ts";
import { secretIf, secretTags } from "./secretIf.ts";
import { policyNameOf } from "./permissions/managedPolicies.ts";
import { managedPolicyAttachmentName, numberedName, policyAttachmentName } from "./permissions/naming.ts";

/** What a role may do, and what it is called. */
export interface InstanceRoleArgs {
  /** The name of the role, the instance profile and the first policy in AWS. */
  readonly physicalName: string;
  /** The IAM path of the role, the instance profile and the policies, with a slash at both ends. */
  readonly path: string;
  /** What the role is for; a change of it replaces nothing. @default - none */
  readonly description?: string;
  /** The trust policy as JSON. */
  readonly assumeRolePolicy: string;
  /** One managed policy is made of each. Literal JSON, so that a preview can judge it. */
  readonly policyDocuments: readonly string[];
  /** Policies that exist already. */
  readonly managedPolicyArns: readonly string[];
  /** The ARN of a policy that limits the role. @default - no boundary */
  readonly permissionsBoundary?: string;
  /** How long assumed credentials may last, from 3600 to 43200 seconds. */
  readonly maxSessionSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
  /** What stays secret in Pulumi's state. @default - nothing */
  readonly secrets?: WorkloadSecrets;
}

/**
 * One role for EC2 with its policies, and the instance profile that carries it.
 *
 * The profile comes last: whoever waits for it finds a role that can do its work.
 */
export class InstanceRole extends pulumi.ComponentResource {
  public readonly roleName: pulumi.Output<string>;
  public readonly roleArn: pulumi.Output<string>;
  public readonly policyArns: pulumi.Output<string[]>;
  public readonly instanceProfileName: pulumi.Output<string>;
  public readonly instanceProfileArn: pulumi.Output<string>;

  constructor(name: string, args: InstanceRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("instance-profiles:components:InstanceRole", name, {}, opts);
    const { path, physicalName, permissionsBoundary, secrets } = args;
    const { tags, additionalSecretOutputs } = secretTags(args.tags, secrets?.tagKeys);
    const child = { parent: this, hooks: opts?.hooks };
    const tagged = { ...child, additionalSecretOutputs };

    const role = new iam.Role(
      name,
      {
        name: physicalName,
        path,
        description: args.description && secretIf(args.description, secrets?.description ?? false),
        assumeRolePolicy: args.assumeRolePolicy,
        maxSessionDuration: args.maxSessionSeconds,
        permissionsBoundary:
          permissionsBoundary && secretIf(permissionsBoundary, secrets?.permissionsBoundary ?? false),
        tags,
      },
      tagged,
    );

    // A right that moves is given before it is taken: managed policies first, then the last document, into which edits move
    // rights when it is new, and the first one at the end. What goes is removed after all of that.
    const managedAttachments = args.managedPolicyArns.map((arn) =>
      attach(managedPolicyAttachmentName(name, policyNameOf(arn)), role, arn, child),
    );
    const attached: pulumi.Resource[] = [...managedAttachments];
    const policyArns = args.policyDocuments
      .map((policy, index) => ({ policy, index }))
      .reverse()
      .map(({ policy, index }) => {
        // No description: changing one replaces the policy, and with it the attachment of a running role.
        const own = new iam.Policy(
          numberedName(name, index),
          {
            name: numberedName(physicalName, index),
            path,
            policy: secretIf(policy, secrets?.policies ?? false),
            tags,
          },
          { ...tagged, dependsOn: [...attached] },
        );
        attached.push(attach(policyAttachmentName(name, index), role, own.arn, child));
        return own.arn;
      })
      .reverse();

    const profile = new iam.InstanceProfile(
      name,
      { name: physicalName, path, role: role.name, tags },
      { ...tagged, dependsOn: attached },
    );

    this.roleName = role.name;
    this.roleArn = role.arn;
    this.policyArns = pulumi.all(policyArns);
    this.instanceProfileName = profile.name;
    this.instanceProfileArn = profile.arn;
    this.registerOutputs({
      roleName: this.roleName,
      roleArn: this.roleArn,
      policyArns: this.policyArns,
      instanceProfileName: this.instanceProfileName,
      instanceProfileArn: this.instanceProfileArn,
    });
  }
}

function attach(
  name: string,
  role: iam.Role,
  policyArn: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): iam.RolePolicyAttachment {
  return new iam.RolePolicyAttachment(name, { role: role.name, policyArn }, opts);
}
