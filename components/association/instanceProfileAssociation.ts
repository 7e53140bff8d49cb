import * as pulumi from "@pulumi/pulumi";

/** Which profile an instance that runs already has to carry. */
export interface InstanceProfileAssociationArgs {
  /** Another one replaces the association. */
  readonly instanceId: pulumi.Input<string>;
  /** Another one is swapped in place. */
  readonly instanceProfileArn: pulumi.Input<string>;
  /** The region of the instance. */
  readonly region: pulumi.Input<string>;
  /** Whether a profile of somebody else may be taken off the instance. @default false */
  readonly replaceExisting?: pulumi.Input<boolean>;
}

/**
 * The code of the provider, which Pulumi keeps in the state of every such resource.
 *
 * `pulumi.dynamic.Resource` would put the whole provider there as text, the AWS SDK's calls included: long, different
 * after every edit, and read back from the state of a stack by whichever version made it. This text only names the
 * file, so that it never changes and the code that runs is that of the program at hand.
 */
export const PROVIDER_TEXT =
  'exports.handler = () => require(process.cwd() + "/components/association/provider.js").provider;';

/**
 * The profile of an instance that was launched by somebody else: what `aws ec2 associate-iam-instance-profile` does by
 * hand. Its id is the instance id, since the association id changes with every swap.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateIamInstanceProfile.html
 */
export class InstanceProfileAssociation extends pulumi.CustomResource {
  /** Such as `iip-assoc-0123456789abcdef0`. */
  declare public readonly associationId: pulumi.Output<string>;
  /** What the instance carries; differs from the wanted one after somebody changed it by hand. */
  declare public readonly attachedProfileArn: pulumi.Output<string>;

  constructor(name: string, args: InstanceProfileAssociationArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "pulumi-nodejs:dynamic/association:InstanceProfileAssociation",
      name,
      {
        instanceId: args.instanceId,
        instanceProfileArn: args.instanceProfileArn,
        region: args.region,
        replaceExisting: args.replaceExisting ?? false,
        associationId: undefined,
        attachedProfileArn: undefined,
        __provider: PROVIDER_TEXT,
      },
      opts,
    );
  }
}
