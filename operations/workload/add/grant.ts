import { ACCESS_SERVICES, serviceFacts, type AccessService } from "../../../components/access/index.ts";
import { didYouMean } from "../../../iam/nearest.ts";
import { Failure } from "../../../commandLine/failure.ts";

/**
 * A grant as `--access` has it, such as `s3=orders/incoming/:read`, or with further fields
 * `ses=example.com,from=orders@example.com:send`. A field that is repeated is a list. Whether names are right the schema
 * says later.
 */
export type Grant = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What the grant of a service names, and the levels that it may have. */
export function fieldsOf(service: AccessService): {
  readonly name: string;
  readonly further: readonly string[];
  readonly levels: readonly string[];
} {
  const { fieldNames, levels } = serviceFacts[service];
  const [name = "", ...further] = fieldNames;
  return { name, further, levels: Object.keys(levels) };
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
  return { [service]: { ...named(service, resource), level } };
}

/** The fields of a grant: of S3 the bucket and, behind a slash, the prefix; else the first, and others by their names. */
function named(service: AccessService, text: string): Record<string, string | readonly string[]> {
  const { name, further } = fieldsOf(service);
  const [first = "", ...rest] = text.split(new RegExp(`,(?=(?:${[name, ...further].join("|")})=)`));
  const [bucket = "", prefix = ""] =
    service === "s3" ? [first.split("/")[0], first.replace(/^[^/]*\/?/, "")] : [first];
  const field = new RegExp(`^(${[name, ...further].join("|")})=(.*)$`);
  const fields: Record<string, string | readonly string[]> = {};
  for (const part of [bucket, ...rest]) {
    const [, key = name, value = part] = field.exec(part) ?? [];
    const before = fields[key];
    if (value !== "") fields[key] = before === undefined ? value : [before, value].flat();
  }
  return { ...fields, ...(prefix !== "" && { prefix }) };
}
