/** A line break in front, as Go's YAML knows them, of a text that it writes on several lines. */
const isBroken = (text: string) => /^[\n\u0085\u2028\u2029]/.test(text) && text.includes("\n");

/**
 * The paths of texts and keys that begin with a line break. Pulumi writes the YAML that it read anew and reads that, and on the way
 * such a text loses the break: `"\n*"` in a condition limits something in the file, and nothing when it is deployed.
 *
 * @see https://github.com/pulumi/pulumi/blob/v3.274.1/sdk/go/common/workspace/loaders.go
 */
export function* leadingBreaks(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value === "string" && isBroken(value)) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    if (isBroken(key)) yield [...path, key];
    yield* leadingBreaks(inside, [...path, key]);
  }
}
