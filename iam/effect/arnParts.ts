import { arnParts } from "../patterns/arnParts.ts";

/** The parts of an ARN pattern that say what it is an ARN of. */
export interface ArnParts {
  readonly service: string;
  /** Empty for what is in no region, or in no account. */
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/**
 * The parts of an ARN pattern; undefined where it has not all of the six parts, so that nobody can say
 * which of them a star stands for. A colon in a variable parts nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function arnPartsOf(pattern: string): ArnParts | undefined {
  const [prefix, partition, service, region, account, resource] = arnParts(pattern);
  if (prefix?.toLowerCase() !== "arn" || !partition || !service || region === undefined) return undefined;
  if (account === undefined || resource === undefined) return undefined;
  return { service, region, account, resource };
}

/** The type of resource that a resource part begins with, in lower case: `table` of `table/orders`. */
export function typeOf(resource: string): string | undefined {
  return /^\/?([a-z][\w-]*)[/:]/i.exec(resource)?.[1]?.toLowerCase();
}
