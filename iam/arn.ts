/**
 * Amazon Resource Names, written and read as plain text.
 *
 * Every ARN of this project is a literal: account, partition and region are known before the first resource is
 * declared, so that a policy document can be judged at preview. An ARN made of outputs would be unknown there.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */

/** Where a stack is deployed. */
export interface Target {
  /** Twelve digits. */
  readonly account: string;
  /** Such as `eu-central-1`. */
  readonly region: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
}

/** The six fields of an ARN. `resource` keeps its own colons. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** True for text that is meant as an ARN, well-formed or not. */
export function looksLikeArn(text: string): boolean {
  return /^arn:/i.test(text);
}

/** The fields of an ARN, or undefined where the text is none. Wildcards are allowed, as in a policy document. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...rest] = text.split(":");
  const resource = rest.join(":");
  if (prefix !== "arn" || !partition || !service || resource === "") return undefined;
  if (region === undefined || !/^[a-z0-9*?-]*$/.test(region)) return undefined;
  if (account === undefined || !/^(\d{12}|aws|[0-9*?]*[*?][0-9*?]*)?$/.test(account)) return undefined;
  return { partition, service, region, account, resource };
}

/** The ARN of a resource that belongs to an account and a region. */
export function regionalArn(target: Target, service: string, resource: string): string {
  return `arn:${target.partition}:${service}:${target.region}:${target.account}:${resource}`;
}

/** The ARN of an IAM resource; IAM has no region. */
export function iamArn(target: Target, resource: string): string {
  return `arn:${target.partition}:iam::${target.account}:${resource}`;
}

/** The ARN of a policy that AWS owns; its account field is the word `aws`. */
export function awsManagedPolicyArn(target: Target, name: string): string {
  return `arn:${target.partition}:iam::aws:policy/${name}`;
}

const PARTITION_OF_REGION_PREFIX: readonly (readonly [string, string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["eu-isoe-", "aws-iso-e"],
  ["eusc-", "aws-eusc"],
];

/** The partition that a region belongs to, by the prefix of its name. */
export function partitionOfRegion(region: string): string {
  return PARTITION_OF_REGION_PREFIX.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}
