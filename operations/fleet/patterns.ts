/** Patterns for stacks, from values with commas and from repeated options. */
export const patternsIn = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...value
    .split(",")
    .map((pattern) => pattern.trim())
    .filter(Boolean),
];
