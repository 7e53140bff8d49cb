import { parseArn, type Target } from "../../iam/arn.ts";
import { arnOf, type ResourceField } from "../../components/access/resourceField.ts";
import type { Call } from "./call.ts";

/** By which values a grant may name a resource that a call is about: names in the stack's own account, and ARNs. */
export function namesOf(field: ResourceField, { resource, context }: Call, target: Target): string[] {
  const arn = parseArn(resource);
  const inContext = textsOf(context);
  if (arn === undefined) return inContext;
  const [given, name] = inverted(field, resource, target.partition) ?? [];
  const place = parseArn(given ?? "");
  if (given !== undefined && name !== undefined && place !== undefined) {
    const named = isOwn(place, target) ? name : given;
    // Some actions are judged on a path and are about all below it, as ssm:GetParametersByPath is.
    return [named, `${named}/*`];
  }
  // Below another type of ARN, as executions are of a state machine, the name is one part of it or several.
  const parts = [...partsOf(arn.resource), ...inContext];
  const start = resource.slice(0, -arn.resource.length);
  const whole = partsOf(arn.resource).filter((part) => arn.resource.startsWith(part));
  const elsewhere = { ...target, region: arn.region, account: arn.account };
  const names = isOwn(arn, target) ? parts : parts.map((part) => arnOf(field, part, elsewhere));
  return [...names, ...whole.map((part) => start + part)];
}

/** What a field that is no resource may say of a call: a part of the ARN, or a value of a condition key. */
export function textsIn({ resource, context }: Call): string[] {
  const arn = parseArn(resource);
  const prefixes = textsOf(context).flatMap((text) => [text, `${text}*`, text.replace(/\..*$/, "")]);
  return [...new Set([...(arn ? partsOf(arn.resource) : []), ...prefixes])];
}

const isOwn = (place: { readonly region: string; readonly account: string }, target: Target) =>
  (place.region === "" || place.region === target.region) &&
  (place.account === "" || place.account === target.account);

function textsOf(context: Call["context"] = {}): string[] {
  return Object.values(context)
    .flat()
    .filter((value) => value !== "");
}

/** The start of an ARN that the template of a resource stands for, and the name in it. */
function inverted({ arn, name }: ResourceField, given: string, partition: string): string[] | undefined {
  const [before = "", after = ""] = arn.split("{name}").map(pattern);
  const form = new RegExp(`^arn:${partition}:${before}(?<name>${name.source})${after}(?=$|[:/])`);
  const match = form.exec(given);
  const found = match?.groups?.["name"];
  return match && found !== undefined ? [match[0], found] : undefined;
}

function pattern(template: string): string {
  return template
    .split(/(\{region\}|\{account\}|\?|\*)/)
    .map((part, index) => (index % 2 === 0 ? part.replace(/[.+^$()|[\]\\{}]/g, "\\$&") : stands[part]))
    .join("");
}

const stands: Readonly<Record<string, string>> = {
  "{region}": "[^:]*",
  "{account}": "[^:]*",
  "?": "[^/:]",
  "*": "[^/:]*",
};

const mostParts = 8;

/** Neighbouring parts of what follows the account in an ARN, the longest first; one may end with its slash. */
function partsOf(resource: string): string[] {
  const pieces = resource.split(/(?<=[/:])/);
  const starts = [...pieces.keys()].slice(0, mostParts);
  const texts = starts.flatMap((start) =>
    [...pieces.keys()]
      .filter((end) => end >= start)
      .map((end) => pieces.slice(start, end + 1).join(""))
      .flatMap((text) => [text, text.replace(/[/:]$/, "")]),
  );
  return [...new Set(texts)].filter(Boolean).sort((one, other) => other.length - one.length);
}
