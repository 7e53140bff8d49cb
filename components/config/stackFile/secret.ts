import { createHash } from "node:crypto";

/** A value as `pulumi config set --secret` writes it; only its stack can read it. */
export interface Secret {
  readonly secure: string;
}

/** Whether Pulumi takes a value for a secret: a map of the one key `secure` with a text. */
export function isSecret(value: unknown): value is Secret {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).join() === "secure" &&
    typeof (value as Partial<Secret>).secure === "string"
  );
}

/** Every secret within a value, by its path from there; an empty one where it is a secret itself. */
export function secretPaths(value: unknown): (readonly PropertyKey[])[] {
  if (typeof value !== "object" || value === null) return [];
  if (isSecret(value)) return [[]];
  const entries: Iterable<[PropertyKey, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  return [...entries].flatMap(([key, inside]) => secretPaths(inside).map((path) => [key, ...path]));
}

/** How a secret is named: a text that every field takes which holds a name. */
export const SECRET_NAME = /secret-[0-9a-f]{10}/;

const SECRET_NAMES = new RegExp(SECRET_NAME, "g");

/**
 * A configuration with a name in the place of each secret, so that everything else of it can be checked and a change of the secret
 * shows: two secrets have the same name only where their encrypted texts are the same. Plain text that looks like such a name gets
 * another one, so that no text stands for a secret.
 */
export function withSecretsNamed(value: unknown): unknown {
  return named(value, "");
}

/** What stands before the name of a secret where a field takes no bare name. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^(?:resources|(?:for(?:any|all)values?:)?arn\w+)$/i, "arn:aws:*:*:*:"],
  [/^(?:key|kmsKey)$/, "alias/"],
];

/** @param prefix Of names below a key for which {@link PREFIXES} has one. */
function named(value: unknown, prefix: string): unknown {
  if (typeof value === "string")
    return value.replace(SECRET_NAMES, (looksLikeOne) => secretName(`plain ${looksLikeOne}`));
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return `${prefix}${secretName(value.secure)}`;
  if (Array.isArray(value)) return value.map((item) => named(item, prefix));
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      named(inside, PREFIXES.find(([keys]) => keys.test(key))?.[1] ?? prefix),
    ]),
  );
}

const secretName = (text: string) => `secret-${createHash("sha256").update(text).digest("hex").slice(0, 10)}`;

/** A text in which secrets have names, for people. */
export function shownSecrets(text: string): string {
  return text.replace(SECRET_NAMES, "a secret value ($&)");
}

/** A pattern in which each secret stands for any text, since nobody here can read which one it is. */
export const withSecretsOpen = (pattern: string): string => pattern.replace(SECRET_NAMES, "*");
