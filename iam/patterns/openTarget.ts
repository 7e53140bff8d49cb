import { UNKNOWN } from "../document/unknownValue.ts";
import type { Pattern } from "../document/policyStatement.ts";
import { arnParts, readingsOf } from "./arnParts.ts";
import { withoutVariables } from "./openPatterns.ts";
import { matches } from "./wildcards.ts";

/** A name that nobody gives to anything. */
export const nobody = "zzqxj";

/** A resource pattern read for comparing it with many targets. */
export interface ReadPattern {
  /** As the document writes it. */
  readonly written: string;
  /** In lower case, with the defaults of variables in place of them. */
  readonly text: string;
  /** The six parts of an ARN; fewer where a star reaches over colons. */
  readonly parts: readonly string[];
}

/** Resources ready to be compared, in all their readings; what is unknown at preview names nothing yet. */
export function readResources(patterns: readonly Pattern[]): ReadPattern[] {
  return patterns
    .filter((pattern) => pattern !== UNKNOWN)
    .flatMap((written) => readingsOf(withoutVariables(written)).map((text) => read(written, text)));
}

export function readPattern(written: string): ReadPattern {
  return read(written, withoutVariables(written));
}

function read(written: string, text: string): ReadPattern {
  return { written, text, parts: arnParts(text) };
}

/** Targets are few and asked for again and again. */
const partsOf = new Map<string, string[]>();

function targetParts(target: string): string[] {
  const known = partsOf.get(target);
  if (known) return known;
  const parts = arnParts(target.toLowerCase());
  partsOf.set(target, parts);
  return parts;
}

const partition = 1;
const service = 2;
const region = 3;
const account = 4;
const resource = 5;

/** The longest name of a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const longestName = 64;

/**
 * Whether a pattern covers every target of a kind, in whichever partition, region and account it names: these are places
 * and no names. Judged by the ARN of a target that nobody has.
 */
export function coversEvery({ text, parts }: ReadPattern, target: string): boolean {
  const wanted = targetParts(target);
  if (parts.length < 6) return matches(text, wanted.join(":"));
  if (!matches(parts[service] ?? "", wanted[service] ?? "")) return false;
  const name = parts[resource] ?? "";
  const named = (target: string) => (name.includes("?") ? target.replaceAll(nobody, nameFor(name)) : target);
  // Nearly all names end here. A star in front may have taken a part of the target that holds a colon.
  if (!matches(`*${name}`, named(wanted[resource] ?? ""))) return false;
  const example = wanted.map((part, position) =>
    position === partition || position === region || position === account
      ? placeIn(parts[position], part)
      : part,
  );
  return matches(text, named(example.join(":")));
}

/** A name as long as a pattern asks for: `role/??????*` is every role whose name has six characters and more. */
function nameFor(pattern: string): string {
  const lengths = (pattern.match(/[*?]+/g) ?? []).map((wildcards) => wildcards.replaceAll("*", "").length);
  return nobody.padEnd(Math.min(longestName, Math.max(0, ...lengths)), nobody.slice(-1));
}

/** A place that the pattern matches: the one it names, or any where it names none. */
function placeIn(given: string | undefined, part: string): string {
  if (given === undefined || /^\*+$/.test(given)) return part;
  return given.replaceAll("*", "").replaceAll("?", "0");
}

/** Whether a pattern can be about anything of a service: `arn:aws:s3:::orders/*` is nothing of IAM. */
export function mayName({ text, parts }: ReadPattern, wanted: string): boolean {
  if (parts.length >= 6) return matches(parts[service] ?? "", wanted);
  // With fewer parts a star reaches over colons, and only what stands before it is sure.
  const sure = (/^[^*?]*/.exec(text)?.[0] ?? "").replace(/^arn:[^:]+:/, "arn:aws:");
  const start = `arn:aws:${wanted}:`;
  return sure.startsWith(start) || start.startsWith(sure);
}

/** Whether a text says nothing but "anything": `*`, `?*`, `arn:*:*`, and as many question marks as you like. */
export function isOnlyWildcards(text: string): boolean {
  return /^(?:arn)?[*?:/]+$/.test(withoutVariables(text));
}
