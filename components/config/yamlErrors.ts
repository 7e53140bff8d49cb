import { unquotedPlaceholder } from "../placeholders.ts";
import type { ConfigError } from "./configError.ts";

/**
 * What Go's YAML, with which Pulumi reads a stack file, makes of a date or a key that is not in quotes: the text
 * `2027-03-31 00:00:00 +0000 UTC`, and the key `<nil>` for `Null`, `null` and `~`. Our own reader calls that key "".
 * https://github.com/pulumi/pulumi/issues/8776
 */
export function yamlErrors(value: unknown, path: readonly PropertyKey[]): ConfigError[] {
  const date =
    typeof value === "string"
      ? /^(\d{4}-\d\d-\d\d) \d\d:\d\d:\d\d(?:\.\d+)? [+-]\d{4} \S+$/.exec(value)
      : null;
  if (date !== null) {
    const want = "it put in quotes: YAML takes it for a date and makes another text of it";
    return [{ path, problem: `got a date without quotes, want ${want}` }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const want = `it put in quotes, as "Null": YAML takes Null, null and ~ for nothing`;
    return [
      ...(isNullKey(key) ? [{ path, problem: `got a key without quotes, want ${want}` }] : []),
      ...yamlErrors(item, at),
    ];
  });
}

/** Whether a key is what is left of an unquoted `Null`. */
export function isNullKey(key: string): boolean {
  return key === "<nil>" || key === "";
}

/** What an unquoted value has become, for a message about a field that takes text; undefined for what is text. */
export function wantQuotes(value: unknown): string | undefined {
  const placeholder = unquotedPlaceholder(value);
  if (placeholder !== undefined) return `put it in quotes, or YAML makes a map of ${placeholder}`;
  if (typeof value !== "number" && typeof value !== "boolean") return undefined;
  const lost = typeof value === "number" ? ", without zeros at its ends" : "";
  return `put it in quotes, or YAML makes ${typeof value === "number" ? "a number" : "true or false"} of it${lost}`;
}
