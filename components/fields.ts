import { z } from "zod";

/**
 * Leaves of the schema. The message of each says what is wanted; `schemaErrors` puts the value that was given before
 * it, so that every message reads `got …, want …`.
 */

/** Text, in the form of a pattern where one is given. */
export function text(want: string, pattern?: RegExp) {
  const string = z.string({ error: want });
  return pattern ? string.regex(pattern, { error: want }) : string;
}

/**
 * A resource by its name in the account and region of the stack, or by its ARN. Both patterns are of the whole text: of
 * a name, and of what follows the account in an ARN.
 */
export function nameOrArn(want: string, name: RegExp, service: string, resource: RegExp) {
  return text(want, new RegExp(`^(${name.source}|${arnPattern(service, resource.source)})$`));
}

/** The pattern of an ARN as `parseArn` reads it, so that editors know it too. */
export function arnPattern(service: string, resource: string): string {
  return String.raw`arn:[^:]+:${service}:[a-z0-9*?-]*:(\d{12}|aws|[0-9*?]*[*?][0-9*?]*)?:(${resource})`;
}

/** A whole number in a closed range. */
export function wholeNumber(from: number, to: number, unit = "") {
  const want = `a whole number from ${from} to ${to}${unit && ` ${unit}`}`;
  return z.int({ error: want }).min(from, { error: want }).max(to, { error: want });
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: words.join(" | ") });
}

/** True or false. */
export function flag() {
  return z.boolean({ error: "true | false" });
}

/** A list. */
export function listOf<Item extends z.ZodType>(item: Item, want: string) {
  return z.array(item, { error: want });
}

/** A list with at least one entry. */
export function filledListOf<Item extends z.ZodType>(item: Item, want: string) {
  return listOf(item, want).min(1, { error: want });
}

/** One, or a list with at least one. */
export function oneOrSeveral<Item extends z.ZodType>(item: Item, want: string) {
  return z.union([item, filledListOf(item, want)], { error: want });
}

/** A map with fixed keys; any other key is an error. */
export function map<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const want = `a map of ${Object.keys(shape).join(", ")}`;
  // Unknown keys keep their own issue, which names them one by one.
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? undefined : want),
  });
}

/**
 * An issue whose message is the whole problem, for what cannot be said as `got …, want …`.
 */
export function problem(message: string, path: PropertyKey[] = []) {
  return { code: "custom" as const, message, path, params: { wholeProblem: true } };
}
