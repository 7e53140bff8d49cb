import { looksLikeArn, parseArn, type Arn, type Target } from "../../iam/arn.ts";
import { oneOrSeveral, text } from "../fields.ts";

/** A resource that a grant names: by its name in the stack's account and region, by its ARN, or a list of these. */
export interface ResourceField {
  readonly description: string;
  /** Such as `a bucket name`, for messages. */
  readonly noun: string;
  /** Of the whole name. Wildcards only where a page of the service shows them. */
  readonly name: RegExp;
  /** What follows the partition in its ARN, such as `kinesis:{region}:{account}:stream/{name}`. */
  readonly arn: string;
  /** Of what follows the account in an ARN that is given. @default - that of {@link arn}, with any name */
  readonly arnResource?: RegExp;
  /** Of the service in an ARN that is given. @default - that of {@link arn} */
  readonly arnService?: RegExp;
  /** A name. */
  readonly example: string;
  /** Whether a grant may leave it out. @default - it may not */
  readonly optional?: true;
}

/** How a grant names a resource. */
export type ResourceValue = string | readonly string[];

/** The ARNs of what a grant names. */
export function arnsOf(field: ResourceField, value: ResourceValue, target: Target): string[] {
  return [value].flat().map((name) => (looksLikeArn(name) ? name : arnOf(field, name, target)));
}

/** The same, read: for what lies in the same account and region, or has a part of its name. */
export function placesOf(field: ResourceField, value: ResourceValue, target: Target): Arn[] {
  return arnsOf(field, value, target).flatMap((arn) => parseArn(arn) ?? []);
}

/** The ARN of a name in an account and region. */
export function arnOf({ arn }: ResourceField, name: string, { partition, region, account }: Target): string {
  const filled = arn.replace("{region}", region).replace("{account}", account);
  return `arn:${partition}:${filled.replace("{name}", () => name)}`;
}

/** An ARN in the account of AWS's own examples. */
export function exampleArn(field: ResourceField): string {
  return arnOf(field, field.example, { partition: "aws", region: "eu-central-1", account: "111122223333" });
}

/** Checks what a grant names, one or several. */
export function someResources(field: ResourceField) {
  return oneOrSeveral(nameOrArnOf(field), wanted(field)).meta({
    description: field.description,
    examples: [field.example, exampleArn(field)],
  });
}

function nameOrArnOf(field: ResourceField) {
  return text(wanted(field), new RegExp(`^(?:${field.name.source}|${givenArn(field)})$`));
}

const wanted = (field: ResourceField) => `${field.noun} or an ARN like ${exampleArn(field)}`;

/**
 * The pattern of an ARN that a grant gives. Its region and account are there where the form of the resource has them, and
 * never several by a wildcard: a grant means what it names.
 */
function givenArn({ arn, arnService, arnResource, name }: ResourceField): string {
  const [service = "", region = "", account = "", ...rest] = arn.split(":");
  const [before = "", after = ""] = rest.join(":").split("{name}").map(escaped);
  const ofRegion = arnService ? "[a-z0-9-]*" : region === "" ? "" : "[a-z0-9-]+";
  const ofAccount = arnResource ? "(?:\\d{12}|aws)?" : account === "" ? "" : "\\d{12}";
  const resource = arnResource?.source ?? `${before}(?:${name.source})${after}`;
  return `arn:[a-z-]+:${arnService?.source ?? service}:${ofRegion}:${ofAccount}:(?:${resource})`;
}

function escaped(literal: string): string {
  return literal.replace(/[.+^$()|[\]\\*?]/g, "\\$&");
}
