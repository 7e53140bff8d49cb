/** The images that have a name of their own here. */
export const IMAGE_ALIASES = ["al2023", "al2023-arm64", "ubuntu-24.04"] as const;

/** A name of {@link IMAGE_ALIASES}. */
export type ImageAlias = (typeof IMAGE_ALIASES)[number];

/** The processor architectures that an image or an instance type can have. */
export type Architecture = "x86_64" | "arm64";

/**
 * Public parameters that always hold the newest image.
 *
 * @see https://docs.aws.amazon.com/linux/al2023/ug/ec2.html
 * @see https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/
 */
const ALIAS_PARAMETERS: Readonly<Record<ImageAlias, string>> = {
  al2023: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
  "al2023-arm64": "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
  "ubuntu-24.04": "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id",
};

/** What an `image` of the config stands for: an AMI id, or the path of a parameter that holds one. */
function parameterOrAmi(image: string): string {
  return (ALIAS_PARAMETERS as Record<string, string>)[image] ?? image;
}

/**
 * The `imageId` of a launch template. EC2 resolves a parameter at each launch, so no look-up runs at preview and a new
 * image needs no deployment.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-launch-template.html#use-an-ssm-parameter-instead-of-an-ami-id
 */
export function imageId(image: string): string {
  const found = parameterOrAmi(image);
  return found.startsWith("/") ? `resolve:ssm:${found}` : found;
}

/**
 * The root device of an image, or undefined where it cannot be known from the text.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
export function rootDeviceName(image: string): string | undefined {
  const found = parameterOrAmi(image);
  if (found.startsWith("/aws/service/ami-amazon-linux-latest/")) return "/dev/xvda";
  if (found.startsWith("/aws/service/canonical/ubuntu/")) return "/dev/sda1";
  return undefined;
}

/** The architecture of an image, or undefined where it cannot be known from the text. */
export function imageArchitecture(image: string): Architecture | undefined {
  const found = parameterOrAmi(image);
  if (/(^|[-/])arm64([-/]|$)/.test(found)) return "arm64";
  if (/(^|[-/])(x86_64|amd64)([-/]|$)/.test(found)) return "x86_64";
  return undefined;
}

/**
 * The architecture of an instance type: Graviton families are `a1` and those with a `g` behind the generation, such as
 * `t4g` and `c7gn`. Undefined for Mac instances, which have images of their own.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function instanceArchitecture(instanceType: string): Architecture | undefined {
  if (instanceType.startsWith("mac")) return undefined;
  const options = /^[a-z]+\d+([a-z0-9-]*)\./.exec(instanceType)?.[1] ?? "";
  return instanceType.startsWith("a1.") || options.includes("g") ? "arm64" : "x86_64";
}
