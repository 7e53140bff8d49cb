import { z } from "zod";
import { IMAGE_ALIASES, imageArchitecture, instanceArchitecture, rootDeviceName } from "../launch/images.ts";
import { volumeProblems } from "../launch/volumeLimits.ts";
import { flag, listOf, map, nameOrArn, oneOf, problem, text, wholeNumber } from "../fields.ts";

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
  sizeGiB: wholeNumber(1, 65_536, "GiB")
    .meta({ description: "In GiB. The size of the image if left out.", examples: [20] })
    .optional(),
  type: oneOf(["gp3", "gp2", "io1", "io2"])
    .meta({ description: "The type of the EBS volume. gp3 if left out.", examples: ["gp3"] })
    .optional(),
  iops: wholeNumber(100, 256_000)
    .meta({
      description: "Operations a second; not for gp2. The baseline of the volume type if left out.",
      examples: [4000],
    })
    .optional(),
  throughput: wholeNumber(125, 2000, "MiB/s")
    .meta({ description: "In MiB/s; gp3 only. 125 if left out.", examples: [250] })
    .optional(),
  kmsKey: nameOrArn(
    WANT_KEY,
    /alias\/[\w/-]+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
    "kms",
    /[^]+/,
  )
    .meta({
      description: "The key that encrypts the volume. The account's default key for EBS if left out.",
      examples: ["alias/ebs"],
    })
    .optional(),
  deviceName: text("a device name, such as /dev/xvda", /^\/dev\/[a-z0-9]+$/)
    .meta({
      description: "The root device of the image. Known for the named images, needed for any other.",
      examples: ["/dev/xvda"],
    })
    .optional(),
}).superRefine(({ type = "gp3", iops, throughput, sizeGiB }, issues) => {
  for (const { field, want } of volumeProblems({ type, iops, throughput, sizeGiB }))
    issues.addIssue({ code: "custom", message: want, path: [field] });
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
  image: text(`${IMAGE_ALIASES.join(" | ")} | an AMI id | the path of an SSM parameter`, IMAGE).meta({
    description:
      "What instances start from: a named image, an AMI id, or the path of an SSM parameter with one.",
    examples: [...IMAGE_ALIASES, "ami-0123456789abcdef0", "/images/orders/latest"],
  }),
  instanceType: text("an instance type, such as t3.micro", INSTANCE_TYPE).meta({
    description: "The instance type, for the architecture of the image.",
    examples: ["t3.micro", "t4g.small"],
  }),
  userData: text("text")
    .meta({
      description: `A script or cloud-init text, not base64, at most ${MAX_USER_DATA_BYTES} bytes. None if left out.`,
      examples: ["#cloud-config\ntimezone: Europe/Berlin\n"],
    })
    .optional(),
  userDataFile: text("the path of a file in the project folder")
    .meta({
      description: "The user data in a file of the project folder, instead of userData. None if left out.",
      examples: ["workloads/orders-api.sh"],
    })
    .optional(),
  hopLimit: wholeNumber(1, 64)
    .meta({
      description:
        "Hops that an answer of the metadata service may travel; a container on a bridge network needs 2. 1 if left out.",
      examples: [2],
    })
    .optional(),
  securityGroupIds: listOf(
    text("a security group id, such as sg-0123456789abcdef0", /^sg-([0-9a-f]{8}|[0-9a-f]{17})$/),
    "a list of security group ids",
  )
    .meta({
      description: "Security groups of the instances. The default security group of the VPC if left out.",
      examples: [["sg-0123456789abcdef0"]],
    })
    .optional(),
  rootVolume: rootVolume
    .meta({
      description: "The root volume, always encrypted. As large as the image and gp3 if left out.",
      examples: [{ sizeGiB: 20 }],
    })
    .optional(),
  monitoring: flag()
    .meta({
      description: "Metrics every minute instead of every five. False if left out.",
      examples: [true],
    })
    .optional(),
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
