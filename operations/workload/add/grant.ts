import { accessEntry } from "../../../components/access/accessEntry.ts";
import { ACCESS_SERVICES, serviceFacts, type AccessService } from "../../../components/access/index.ts";
import { didYouMean } from "../../../iam/nearest.ts";
import { Failure } from "../../../commandLine/failure.ts";

/** A grant as `--access` has it, such as `s3=orders/incoming/:read`. Whether the name is right the schema says later. */
export type Grant = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the grant of a service names, and the levels that it may have. */
export function fieldsOf(service: AccessService): {
  readonly name: string;
  readonly levels: readonly string[];
} {
  const { fieldNames, levels } = serviceFacts[service];
  const [name = ""] = fieldNames;
  return { name, levels: Object.keys(levels) };
}

export const isService = (word: string): word is AccessService =>
  (ACCESS_SERVICES as readonly string[]).includes(word);

/** Reads grants; a Failure names all that are wrong. */
export function grantsOf(texts: readonly string[]): Grant[] {
  const read = texts.map(grantOf);
  const problems = read.filter((grant) => typeof grant === "string");
  if (problems.length > 0) throw new Failure(problems.join("\n"));
  return read.filter((grant) => typeof grant !== "string");
}

/** A grant, or what is wrong with its text. */
function grantOf(text: string): Grant | string {
  const [, service, resource = "", level] = /^([^=:]+)(?:=(.*))?:([^:]*)$/.exec(text) ?? [];
  if (service === undefined || level === undefined)
    return `--access: got "${text}", want service=resource:level, such as s3=orders/incoming/:read`;
  if (!isService(service))
    return `--access ${text}: got the service "${service}", want one of ${ACCESS_SERVICES.join(", ")}${didYouMean(service, ACCESS_SERVICES)}`;
  const { levels } = fieldsOf(service);
  if (!levels.includes(level))
    return `--access ${text}: got the level "${level}", want one of ${levels.join(", ")}${didYouMean(level, levels)}`;
  return { [service]: { ...named(service, resource, level), level } };
}

/** Of S3 the bucket and, behind a slash, the prefix; CloudWatch's read names nothing. */
function named(service: AccessService, resource: string, level: string): Record<string, string> {
  const slash = service === "s3" ? resource.indexOf("/") : -1;
  const plain = slash >= 0 ? resource.slice(0, slash) : resource;
  if (plain === "") return {};
  const name = fieldNamed(service, plain, level);
  return slash >= 0 && slash < resource.length - 1
    ? { [name]: plain, prefix: resource.slice(slash + 1) }
    : { [name]: plain };
}

/** The first field that the level takes the resource as; where none does, the schema says what is wrong with the first. */
function fieldNamed(service: AccessService, resource: string, level: string): string {
  const { fieldNames } = serviceFacts[service];
  const takes = (name: string) => accessEntry.safeParse({ [service]: { [name]: resource, level } }).success;
  return fieldNames.find(takes) ?? fieldsOf(service).name;
}
