import { ACCESS_SERVICES, serviceFacts, type AccessService } from "../../../components/access/index.ts";
import { outlineLines, unknownService } from "../../../components/access/unknownService.ts";
import { didYouMean } from "../../../iam/nearest.ts";
import { Failure } from "../../../commandLine/failure.ts";
import { fieldsAt } from "./fieldsAt.ts";

/**
 * A grant as `--access` has it, such as `s3=orders/incoming/:read`, or with further fields
 * `ses=example.com,from=orders@example.com:send`. A field that is repeated is a list. Whether names are right the schema
 * says later.
 */
export type Grant = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export const isService = (word: string): word is AccessService =>
  (ACCESS_SERVICES as readonly string[]).includes(word);

/** What was read of some texts; a Failure names all that are wrong. */
export function allRight<Read extends object>(read: readonly (Read | string)[]): Read[] {
  const problems = read.filter((one) => typeof one === "string");
  if (problems.length > 0) throw new Failure(problems.join("\n"));
  return read.filter((one) => typeof one !== "string");
}

/** A grant, or what is wrong with its text. */
export async function grantOf(text: string): Promise<Grant | string> {
  const [, service, resource = "", level] = /^([^=:]+)(?:=(.*))?:([^:]*)$/.exec(text) ?? [];
  if (service === undefined || level === undefined)
    return `--access: got "${text}", want service=resource:level, such as s3=orders/incoming/:read`;
  if (!isService(service)) return `--access ${text}: ${await unknownServiceProblem(service)}`;
  const levels = Object.keys(serviceFacts[service].levels);
  if (!levels.includes(level))
    return `--access ${text}: got the level "${level}", want one of ${levels.join(", ")}${didYouMean(level, levels)}`;
  return { [service]: { ...named(service, resource, level), level } };
}

async function unknownServiceProblem(word: string): Promise<string> {
  const { says, outline } = await unknownService(word);
  const head = `got the service "${word}"; ${says}`;
  if (outline === undefined) return head;
  const { action, resource } = outline.example;
  const more = [`--statement '${action} on ${resource}'`, ...outlineLines(outline)];
  return [`${head}, such as`, ...more.map((line) => `  ${line}`)].join("\n");
}

/** The fields of a grant: the first that its level takes, of S3 with the prefix behind a slash, and others by their names. */
function named(
  service: AccessService,
  text: string,
  level: string,
): Record<string, string | readonly string[]> {
  const { fieldNames, takesKey } = serviceFacts[service];
  const known = [...fieldNames, ...(takesKey ? ["key"] : [])].join("|");
  const [first = "", ...rest] = text.split(new RegExp(`,(?=(?:${known})=)`));
  const [plain = "", prefix = ""] = service === "s3" ? bucketAndPrefix(first) : [first];
  const name = fieldsAt(service, level)[0] ?? fieldNames[0] ?? "";
  const field = new RegExp(`^(${known})=(.*)$`);
  const fields: Record<string, string | readonly string[]> = {};
  for (const part of [plain, ...rest]) {
    const [, key = name, value = part] = field.exec(part) ?? [];
    const before = fields[key];
    if (value !== "") fields[key] = before === undefined ? value : [before, value].flat();
  }
  const prefixes = [prefix, fields["prefix"] ?? []].flat().filter((one) => one !== "");
  const [only, another] = prefixes;
  return { ...fields, ...(only !== undefined && { prefix: another === undefined ? only : prefixes }) };
}

/** The ARNs of access points and of directory buckets have a slash of their own. */
function bucketAndPrefix(text: string): string[] {
  const [, bucket = "", prefix = ""] =
    /^(arn:[^/]*:(?:accesspoint|bucket)\/[^/]*|[^/]*)\/?(.*)$/.exec(text) ?? [];
  return [bucket, prefix];
}
