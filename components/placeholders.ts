/**
 * Words in braces that stand for where a stack is deployed and what it is called, such as `{environment}-orders`. IAM's
 * own variables, such as `${aws:username}`, are none.
 */
import { nearest } from "../iam/nearest.ts";
import type { Target } from "../iam/arn.ts";

/** What each placeholder stands for. */
export interface PlaceholderValues extends Target {
  readonly environment: string;
  /** The name of the stack. */
  readonly stack: string;
}

type Placeholder = keyof PlaceholderValues;

const NAMES = ["account", "region", "partition", "environment", "stack"] as const satisfies Placeholder[];

const KNOWN = NAMES.map((name) => `{${name}}`).join(", ");

/** Of the form that the values have, for what is judged before the target is known. */
const SAMPLES: PlaceholderValues = {
  account: "111122223333",
  region: "eu-central-1",
  partition: "aws",
  environment: "dev",
  stack: "dev",
};

const ofNames = (names: readonly string[]) => new RegExp(String.raw`(?<!\$)\{(${names.join("|")})\}`, "g");

const ANY = ofNames(NAMES);

/** A value with the placeholders in its texts filled, at any depth; keys of maps have none. */
export function withPlaceholders<Value>(value: Value, values: PlaceholderValues): Value {
  const filled = (part: unknown): unknown => {
    if (typeof part === "string") return part.replace(ANY, (_, name: Placeholder) => values[name]);
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(filled);
    return Object.fromEntries(Object.entries(part).map(([key, inside]) => [key, filled(inside)]));
  };
  // What takes the place of a text is a text again, so that the type stays.
  return filled(value) as Value;
}

/** A value as it may look when it is deployed. */
export function withSamples<Value>(value: Value): Value {
  return withPlaceholders(value, SAMPLES);
}

/** Whether a text holds a placeholder, or one of these. */
export function hasPlaceholder(text: string, names: readonly Placeholder[] = NAMES): boolean {
  return ofNames(names).test(text);
}

/** A text changed around its placeholders, which stay. */
export function aroundPlaceholders(text: string, change: (part: string) => string): string {
  // Of a split by a pattern with a group, every other part is what the group matched.
  return text
    .split(ANY)
    .map((part, index) => (index % 2 === 0 ? change(part) : `{${part}}`))
    .join("");
}

/** The issue of a word in braces that is no placeholder, or undefined where there is none. */
export function placeholderIssue(text: string, path: PropertyKey[] = []) {
  const unknown = unknownPlaceholder(text);
  if (unknown === undefined) return undefined;
  const message = `only the placeholders ${KNOWN}`;
  return { code: "custom" as const, path, message, params: { unlessSecret: unknown } };
}

const LONGEST_SHOWN = 16;

function unknownPlaceholder(text: string): string | undefined {
  for (const [braces, word = ""] of text.matchAll(/(?<!\$)\{\s*(\w+)\s*\}/g)) {
    if ((NAMES as readonly string[]).includes(word) && braces === `{${word}}`) continue;
    const meant = nearest(word, NAMES);
    // A longer word may be an access key that somebody put there.
    const shown = word.length < LONGEST_SHOWN ? ` ${braces}` : "";
    return `unknown placeholder${shown}${meant === undefined ? `, want one of ${KNOWN}` : `; did you mean "{${meant}}"?`}`;
  }
  return undefined;
}

/** The placeholder that YAML has made a map of, for want of quotes; undefined for anything else. */
export function unquotedPlaceholder(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const [[name, inside] = [], ...others] = Object.entries(value) as [string, unknown][];
  const isOne = (NAMES as readonly (string | undefined)[]).includes(name) && inside === null;
  return isOne && others.length === 0 ? `{${String(name)}}` : undefined;
}

/** A pattern of a JSON schema that also takes what has a placeholder, of which only the program can tell more. */
export function orPlaceholder(pattern: string): string {
  return String.raw`(^|[^$])\{(${NAMES.join("|")})\}|${pattern}`;
}
