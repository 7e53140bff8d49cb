import { z } from "zod";
import { IMAGE_ALIASES, imageArchitecture, instanceArchitecture, rootDeviceName } from "../launch/images";
import { parseArn } from "../permissions/arn";
import { flag, listOf, map, oneOf, problem, text, wholeNumber } from "./fields";

/**
 * The most bytes of user data before base64.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export const MAX_USER_DATA_BYTES = 16_384;

const WANT_KEY = "a key id, alias/<name> or an ARN like arn:aws:kms:eu-central-1:111122223333:key/1234abcd-…";

/**
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
const rootVolume = map({
  /** In GiB. @default - the size of the image */
  sizeGiB: wholeNumber(1, 65_536, "GiB").optional(),
  /** @default gp3 */
  type: oneOf(["gp3", "gp2", "io1", "io2"]).optional(),
  /** Operations a second. @default - the baseline of the volume type */
  iops: wholeNumber(100, 256_000).optional(),
  /** In MiB/s; gp3 only. @default - 125 */
  throughput: wholeNumber(125, 2000, "MiB/s").optional(),
  /** The key that encrypts the volume. @default - the account's default key for EBS */
  kmsKey: text(WANT_KEY)
    .refine(
      (value) =>
        value.startsWith("arn:")
          ? parseArn(value)?.service === "kms"
          : /^(alias\/[\w/-]+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(value),
      { error: WANT_KEY },
    )
    .optional(),
  /** The root device of the image. @default - known for the named images; needed for any other */
  deviceName: text("a device name, such as /dev/xvda", /^\/dev\/[a-z0-9]+$/).optional(),
}).superRefine(({ type = "gp3", iops, throughput }, issues) => {
  if (type === "gp2" && iops !== undefined) {
    issues.addIssue(problem("does nothing for gp2; remove it or choose gp3", ["iops"]));
  }
  if (type !== "gp3" && throughput !== undefined) {
    issues.addIssue(problem(`does nothing for ${type}; remove it or choose gp3`, ["throughput"]));
  }
  if (type.startsWith("io") && iops === undefined) {
    issues.addIssue(problem(`missing, want a number of operations a second for ${type}`, ["iops"]));
  }
});

const IMAGE = /^(al2023|al2023-arm64|ubuntu-24\.04|ami-([0-9a-f]{8}|[0-9a-f]{17})|(\/[\w.-]+)+)$/;

const INSTANCE_TYPE = /^[a-z]+[a-z0-9-]*\.(nano|micro|small|medium|large|(\d{1,3})?xlarge|metal(-\d+xl)?)$/;

/** How instances of a workload start. */
export const launch = map({
  image: text(`${IMAGE_ALIASES.join(" | ")} | an AMI id | the path of an SSM parameter`, IMAGE),
  instanceType: text("an instance type, such as t3.micro", INSTANCE_TYPE),
  /** A script or cloud-init text, not base64. @default - none */
  userData: text("text").optional(),
  /** The same in a file of the project folder. @default - none */
  userDataFile: text("the path of a file in the project folder").optional(),
  /** Hops that an answer of the metadata service may travel; a container on a bridge network needs 2. @default 1 */
  hopLimit: wholeNumber(1, 64).optional(),
  /** @default - the default security group of the VPC */
  securityGroupIds: listOf(
    text("a security group id, such as sg-0123456789abcdef0", /^sg-([0-9a-f]{8}|[0-9a-f]{17})$/),
    "a list of security group ids",
  ).optional(),
  /** @default - the size of the image, gp3, encrypted */
  rootVolume: rootVolume.optional(),
  /** Metrics every minute instead of every five. @default false */
  monitoring: flag().optional(),
}).superRefine((given, issues) => {
  if (given.userData !== undefined && given.userDataFile !== undefined) {
    issues.addIssue(problem("userData and userDataFile are both set; keep one"));
  }
  // What follows judges the two together, which makes sense only where each is right.
  if (!IMAGE.test(given.image) || !INSTANCE_TYPE.test(given.instanceType)) return;
  const image = imageArchitecture(given.image);
  const instance = instanceArchitecture(given.instanceType);
  if (image !== undefined && instance !== undefined && image !== instance) {
    issues.addIssue({
      code: "custom",
      path: ["instanceType"],
      message: `an instance type for ${image}, the architecture of the image`,
      params: { shown: given.instanceType },
    });
  }
  // A wrong name would add a second volume and leave the real root volume as the image has it, encrypted or not.
  if (rootDeviceName(given.image) === undefined && given.rootVolume?.deviceName === undefined) {
    const want = `want the root device of the image (RootDeviceName in "aws ec2 describe-images")`;
    issues.addIssue(problem(`missing, ${want}`, ["rootVolume", "deviceName"]));
  }
});

/** The `launch` of a workload as it is written. */
export type LaunchEntry = z.infer<typeof launch>;
