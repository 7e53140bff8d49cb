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
  const { name, levels } = fieldsOf(service);
  if (!levels.includes(level))
    return `--access ${text}: got the level "${level}", want one of ${levels.join(", ")}${didYouMean(level, levels)}`;
  return { [service]: { ...named(service, name, resource), level } };
}

/** Of S3 the bucket and, behind a slash, the prefix; CloudWatch's read names nothing. */
function named(service: AccessService, name: string, resource: string): Record<string, string> {
  const slash = service === "s3" ? resource.indexOf("/") : -1;
  if (slash >= 0 && slash < resource.length - 1)
    return { [name]: resource.slice(0, slash), prefix: resource.slice(slash + 1) };
  const plain = slash >= 0 ? resource.slice(0, slash) : resource;
  return plain === "" ? {} : { [name]: plain };
}
