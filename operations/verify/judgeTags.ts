import { putBack, type Finding } from "./finding.ts";
import type { WantedTags } from "./tags.ts";

/**
 * Compares the tags of one thing with those that it has to carry. Conditions read them, so that a tag can be a right.
 *
 * @param of whose tags they are, such as `role`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html
 */
export function judgeTags(
  of: string,
  got: Readonly<Record<string, string>>,
  { tags: want, secretKeys, isIgnored }: WantedTags,
): Finding[] {
  const keys = [...new Set([...Object.keys(want), ...Object.keys(got)])].filter((key) => !isIgnored(key));
  return keys
    .filter((key) => got[key] !== want[key])
    .map((key) => {
      const shown = (value: string | undefined, secret: string) =>
        value === undefined ? "none" : secretKeys.includes(key) ? secret : JSON.stringify(value);
      return {
        at: `${of} tag ${key}`,
        got: shown(got[key], "another value"),
        want: shown(want[key], "the declared one, which is secret"),
        fix: putBack,
      };
    });
}
