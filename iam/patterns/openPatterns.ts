/**
 * Whether an IAM pattern is open, that is, also covers services nobody thought of when it was written.
 *
 * `*` stands for any characters and `?` for one. IAM compares an ARN part by part; here a `*` may also run over colons,
 * which can only find a pattern more open than IAM does, never less. Patterns are tried on invented names, one of each
 * initial: what matches all of them is open, and patterns that share them out are open together.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */

import type { Pattern } from "../document/policyStatement.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import { readingsOf } from "./arnParts.ts";
import { matches } from "./wildcards.ts";

/** Names that no AWS service, action or resource has, and of which no two share a letter. */
const nameLength = 12;
const sampleNames = "abcdefghijklmnopqrstuvwxyz".split("").map((initial) => initial.repeat(nameLength));

/** Longer parts match no ARN there is, and would only make the judgement slow. */
const longestPart = 256;

/**
 * Matches any action of any service: `*`, `*:*`, `**`, `?*:*`. A pattern with no letter in it was never meant to be
 * narrow, unless it asks for a name of one length: `???:*`.
 */
export function isOpenAction(pattern: string): boolean {
  if (!pattern.includes("*")) return false; // Nearly all.
  const text = pattern.trim();
  return /^[*?:]+$/.test(text) && !/^\?+:|:\?+$/.test(text);
}

/** Matches every action of a service, also future ones: `s3:*`, `S3:**`, `s*:*`, `*`. */
export function coversService(pattern: string, service: string): boolean {
  return coverServices([pattern], [service]);
}

/** Whether patterns together match every action of each service: `a*:*` to `z*:*`, or `*:a*` to `*:z*`. */
export function coverServices(patterns: readonly string[], services: readonly string[]): boolean {
  // An action has one colon, so a pattern with one is compared left and right of it; one with none may reach over it.
  const parted: { service: string; initial: string | undefined }[] = [];
  const unparted: string[] = [];
  for (const pattern of new Set(patterns.map((text) => text.trim().toLowerCase()))) {
    const [service = "", action, ...more] = pattern.split(":");
    if (action === undefined) unparted.push(pattern);
    else if (more.length === 0) {
      // Each name is made of one letter: a pattern with a letter in it matches the name of that one at most.
      const initial = /[^*?]/.exec(action)?.[0];
      if (matches(action, (initial ?? "a").repeat(nameLength))) parted.push({ service, initial });
    }
  }
  return services.every((name) => {
    const service = name.toLowerCase();
    const here = parted.filter((pattern) => matches(pattern.service, service));
    if (here.some(({ initial }) => initial === undefined)) return true;
    const initials = new Set(here.map(({ initial }) => initial));
    if (sampleNames.every(([initial]) => initials.has(initial))) return true;
    return unparted.some((pattern) =>
      sampleNames.every((action) => matches(pattern, `${service}:${action}`)),
    );
  });
}

/**
 * Matches ARNs of any service: `*`, `arn:*`, `arn:aws:*`, `arn:*:*:*:*:*`, and `arn:aws:*:*:111122223333:*`, for naming
 * a partition, region or account is no limit on what can be done there. Judged by trying ARNs of invented services in
 * the partition, region and account that the pattern names.
 */
export function isOpenResource(pattern: string): boolean {
  if (pattern === "*") return true; // Nearly all that are.
  // Two names that share no letter are enough: a pattern that holds any letter where a service stands misses one of them.
  return matchArnsOf(sampleNames.slice(0, 2), [pattern]);
}

/** Whether patterns match ARNs of any service between them: `arn:aws:a*` to `arn:aws:z*`. */
export function areOpenResources(patterns: readonly string[]): boolean {
  return matchArnsOf(sampleNames, patterns);
}

/** Those of some patterns that may match ARNs of several services. */
export function overServices(patterns: readonly Pattern[]): string[] {
  return patterns.filter((pattern) => pattern !== UNKNOWN && !namesService(pattern)) as string[];
}

function matchArnsOf(names: readonly string[], patterns: readonly string[]): boolean {
  const literals = overServices(patterns).map(withoutVariables).flatMap(readingsOf);
  if (literals.length === 0) return false;
  return names.every((name, index) => {
    // Services are of both kinds: with regions and accounts in their ARNs, and without.
    const place = index % 2 === 0 ? ["", ""] : ["xx-none-1", "000000000000"];
    return literals.some((literal) => matchesArnOf(name, place, literal));
  });
}

/** Most patterns name one service in full, such as `arn:aws:s3:::orders/*`: nothing else has to be tried. */
function namesService(pattern: string): boolean {
  return /^[^:*?$]+:[^:*?$]+:[^:*?$]+:/.test(pattern);
}

/**
 * A variable is a literal here, and so is `${*}`, which is how IAM writes a star that is no wildcard. Where a variable
 * has a default, that stands for it, lest a star be hidden there.
 */
export function withoutVariables(pattern: string): string {
  const [start = "", ...rest] = pattern.trim().toLowerCase().split("${");
  const literals = rest.map((text) => {
    const end = text.indexOf("}");
    if (end < 0) return `\${${text}`;
    const [, fallback = "_"] = text.slice(0, end).split("'");
    return fallback + text.slice(end + 1);
  });
  return start + literals.join("");
}

function matchesArnOf(name: string, [inRegion = "", inAccount = ""]: string[], literal: string): boolean {
  const [, partition, service, region, account, ...rest] = literal.split(":");
  const resource = rest.length === 0 ? undefined : rest.join(":");
  const parts = [
    "arn",
    instance(partition, "aws"),
    isOnlyWildcards(service) ? instance(service, name) : name,
    instance(region, inRegion),
    instance(account, inAccount),
    isOnlyWildcards(resource) ? instance(resource, `${name}:${name}/${name}`) : name,
  ];
  return matches(literal, parts.join(":"));
}

function isOnlyWildcards(part: string | undefined): boolean {
  return part === undefined || /^[*?:/]+$/.test(part);
}

/** A text that a part of a pattern matches; `anything` where the part says nothing. */
function instance(part: string | undefined, anything: string): string {
  if (part === undefined || /^\*+$/.test(part)) return anything;
  const text = part.replaceAll("*", "").replaceAll("?", "0");
  return text.length > longestPart ? anything : text;
}
