import * as iam from "@pulumi/aws/iam/index.js";
import * as pulumi from "@pulumi/pulumi";
import { numberedName } from "../components/permissions/naming.ts";

/** A role that jobs of a repository take by their GitHub identity. */
export interface GithubRoleArgs {
  /** The name of the role and of its first policy in AWS. */
  readonly physicalName: string;
  /** The IAM path of both, outside of every stack's own. */
  readonly path: string;
  readonly description: string;
  /** The trust policy as JSON. */
  readonly assumeRolePolicy: string;
  /** One managed policy is made of each. */
  readonly policyDocuments: readonly string[];
}

/** A role for workflows with its policies. */
export class GithubRole extends pulumi.ComponentResource {
  public readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: GithubRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("instance-profiles:bootstrap:GithubRole", name, {}, opts);
    const { path, physicalName, description, assumeRolePolicy } = args;
    const child = { parent: this };
    const role = new iam.Role(name, { name: physicalName, path, description, assumeRolePolicy }, child);
    const attachments = args.policyDocuments.map((policy, index) => {
      const own = numberedName(name, index);
      const { arn } = new iam.Policy(own, { name: numberedName(physicalName, index), path, policy }, child);
      return new iam.RolePolicyAttachment(own, { role: role.name, policyArn: arn }, child);
    });
    // Whoever waits for the ARN finds a role with all its rights.
    this.roleArn = pulumi.all([role.arn, ...attachments.map(({ id }) => id)]).apply(([arn]) => arn ?? "");
    this.registerOutputs({ roleArn: this.roleArn });
  }
}
