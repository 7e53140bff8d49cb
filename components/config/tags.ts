/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules */
export const MAX_TAGS = 50;

export const MAX_TAG_CHARACTERS = 256;

/** The characters that both IAM and EC2 take. */
export const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** What a tag key must be instead, or undefined where it is right. */
export function wantedTagKey(key: string): string | undefined {
  if (/^aws:/i.test(key)) return "a key that does not start with aws:, which AWS keeps for itself";
  if (key.length < 1 || key.length > 128) return "a key of 1 to 128 characters";
  return TAG_TEXT.test(key) ? undefined : "a key of letters, digits, spaces and _ . : / = + - @";
}

/** What a tag value must be instead, or undefined where it is right. */
export function wantedTagValue(value: string): string | undefined {
  if (value.length > MAX_TAG_CHARACTERS) return `at most ${MAX_TAG_CHARACTERS} characters`;
  return TAG_TEXT.test(value) ? undefined : "letters, digits, spaces and _ . : / = + - @";
}

/** What the program knows of a workload and writes on everything it makes. */
export interface OwnTags {
  readonly project: string;
  readonly stack: string;
  readonly environment: string;
  readonly workload: string;
  /** @default - no Description tag */
  readonly description?: string | undefined;
}

/** The tags of a workload's resources: the program's own, then the stack's, then the workload's, which win. */
export function workloadTags(
  own: OwnTags,
  stackTags: Readonly<Record<string, string>>,
  tags: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    Project: own.project,
    Stack: own.stack,
    Environment: own.environment,
    Workload: own.workload,
    ...(own.description !== undefined && { Description: own.description }),
    ...stackTags,
    ...tags,
  };
}

/** The keys of {@link workloadTags} that the program writes itself, and `Name`, which launch templates add. */
const OWN_TAG_KEYS = ["Project", "Stack", "Environment", "Workload", "Description", "Name"];

/** The program's own key that a key would take the place of, or undefined. IAM ignores the case of tag keys. */
export function ownTagKey(key: string): string | undefined {
  return OWN_TAG_KEYS.find((own) => own.toLowerCase() === key.toLowerCase());
}
