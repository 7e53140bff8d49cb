import { imageId, rootDeviceName } from "../launch/images.ts";
import { looksLikeArn, regionalArn, type Target } from "../../iam/arn.ts";
import type { LaunchEntry } from "./launchSchema.ts";

/** The root volume of a launch template; it is always encrypted and goes with its instance. */
export interface CompiledRootVolume {
  readonly deviceName: string;
  readonly volumeType: string;
  /** In GiB. @default - the size of the image */
  readonly sizeGiB?: number;
  /** Operations a second. @default - the baseline of the volume type */
  readonly iops?: number;
  /** In MiB/s. @default - the baseline of the volume type */
  readonly throughput?: number;
  /** An ARN. @default - the account's default key for EBS */
  readonly kmsKeyId?: string;
}

/** How instances of a workload start, with every default filled in. */
export interface CompiledLaunch {
  /** An AMI id, or `resolve:ssm:` and a parameter. */
  readonly imageId: string;
  readonly instanceType: string;
  /** Plain text. @default - none */
  readonly userData?: string;
  /** True where the user marked the user data as a secret. */
  readonly userDataIsSecret: boolean;
  readonly httpPutResponseHopLimit: number;
  /** @default - the default security group of the VPC */
  readonly securityGroupIds?: readonly string[];
  readonly rootVolume: CompiledRootVolume;
  readonly monitoring: boolean;
}

/** Fills in the defaults of `launch` and translates it into AWS's words. */
export function compileLaunch(
  launch: Omit<LaunchEntry, "userDataFile">,
  userDataIsSecret: boolean,
  target: Target,
): CompiledLaunch {
  const { sizeGiB, type, iops, throughput, kmsKey, deviceName } = launch.rootVolume ?? {};
  return {
    imageId: imageId(launch.image),
    instanceType: launch.instanceType,
    ...(launch.userData !== undefined && { userData: launch.userData }),
    userDataIsSecret,
    httpPutResponseHopLimit: launch.hopLimit ?? 1,
    ...(launch.securityGroupIds && { securityGroupIds: launch.securityGroupIds }),
    rootVolume: {
      // The schema asks for the name where the image does not tell it.
      deviceName: deviceName ?? rootDeviceName(launch.image) ?? "/dev/xvda",
      volumeType: type ?? "gp3",
      ...(sizeGiB !== undefined && { sizeGiB }),
      ...(iops !== undefined && { iops }),
      ...(throughput !== undefined && { throughput }),
      ...(kmsKey !== undefined && { kmsKeyId: kmsKeyArn(kmsKey, target) }),
    },
    monitoring: launch.monitoring ?? false,
  };
}

/** The AWS provider takes this key by ARN only, though EC2 would take an id or an alias. */
function kmsKeyArn(key: string, target: Target): string {
  if (looksLikeArn(key)) return key;
  return regionalArn(target, "kms", key.startsWith("alias/") ? key : `key/${key}`);
}
