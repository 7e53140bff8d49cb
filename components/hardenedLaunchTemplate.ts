import * as ec2 from "@pulumi/aws/ec2/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { CompiledRootVolume } from "./config/compileLaunch.ts";
import { secretTags } from "./secretIf.ts";

/** How instances start. */
export interface HardenedLaunchTemplateArgs {
  /** The name of the launch template in AWS, and the Name tag of its instances and volumes. */
  readonly physicalName: string;
  /** By ARN: a template that names its profile by name lost it in past provider versions. */
  readonly instanceProfileArn: pulumi.Input<string>;
  /** An AMI id, or `resolve:ssm:` and a parameter. */
  readonly imageId: string;
  readonly instanceType: string;
  /** Plain text, at most 16,384 bytes; the template holds it as base64. @default - none */
  readonly userData?: pulumi.Input<string>;
  /** From 1 to 64. */
  readonly httpPutResponseHopLimit: number;
  /** @default - the default security group of the VPC */
  readonly securityGroupIds?: readonly string[];
  readonly rootVolume: CompiledRootVolume;
  /** Metrics every minute instead of every five. */
  readonly monitoring: boolean;
  readonly tags: Readonly<Record<string, string>>;
  /** Keys of tags whose values stay secret in Pulumi's state. @default - none */
  readonly secretTagKeys?: readonly string[];
}

/**
 * A launch template that cannot start an instance without IMDSv2 and an encrypted root volume.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
 */
export class HardenedLaunchTemplate extends pulumi.ComponentResource {
  public readonly launchTemplateId: pulumi.Output<string>;
  public readonly launchTemplateName: pulumi.Output<string>;
  /** The number of the newest version, which is also the default one. */
  public readonly launchTemplateLatestVersion: pulumi.Output<number>;

  constructor(name: string, args: HardenedLaunchTemplateArgs, opts?: pulumi.ComponentResourceOptions) {
    super("instance-profiles:components:HardenedLaunchTemplate", name, {}, opts);
    const { tags, additionalSecretOutputs } = secretTags(args.tags, args.secretTagKeys);
    const namedTags = { ...tags, Name: args.physicalName };

    const template = new ec2.LaunchTemplate(
      name,
      {
        name: args.physicalName,
        imageId: args.imageId,
        instanceType: args.instanceType,
        iamInstanceProfile: { arn: args.instanceProfileArn },
        metadataOptions: {
          httpEndpoint: "enabled",
          httpTokens: "required",
          httpPutResponseHopLimit: args.httpPutResponseHopLimit,
        },
        blockDeviceMappings: [rootDevice(args.rootVolume)],
        userData: args.userData === undefined ? undefined : base64(args.userData),
        vpcSecurityGroupIds: args.securityGroupIds && [...args.securityGroupIds],
        monitoring: { enabled: args.monitoring },
        tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags: namedTags })),
        // The default version stays at 1 otherwise, and launches that name no version never see a change.
        updateDefaultVersion: true,
        tags,
      },
      { parent: this, hooks: opts?.hooks, additionalSecretOutputs },
    );

    this.launchTemplateId = template.id;
    this.launchTemplateName = template.name;
    this.launchTemplateLatestVersion = template.latestVersion;
    this.registerOutputs({
      launchTemplateId: this.launchTemplateId,
      launchTemplateName: this.launchTemplateName,
      launchTemplateLatestVersion: this.launchTemplateLatestVersion,
    });
  }
}

/**
 * The provider keeps the last value of a size or a rate that is no longer given, and a change would change nothing. Zero
 * is how its state says "none": it sends no value to EC2 for it. The throughput takes no zero.
 */
function rootDevice(volume: CompiledRootVolume) {
  return {
    deviceName: volume.deviceName,
    ebs: {
      encrypted: "true",
      deleteOnTermination: "true",
      volumeType: volume.volumeType,
      volumeSize: volume.sizeGiB ?? 0,
      iops: volume.iops ?? 0,
      throughput: volume.throughput,
      kmsKeyId: volume.kmsKeyId,
    },
  };
}

/** Plain text stays a literal, which a preview can judge; an output stays one and keeps its secrecy. */
function base64(text: pulumi.Input<string>): pulumi.Input<string> {
  const encode = (plain: string) => Buffer.from(plain, "utf8").toString("base64");
  return typeof text === "string" ? encode(text) : pulumi.output(text).apply(encode);
}
