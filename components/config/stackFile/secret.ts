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

/**
 * A configuration with a name in the place of each secret, so that everything else of it can be checked and a change of the secret
 * shows: two secrets have the same name only where their encrypted texts are the same.
 */
export function withSecretsNamed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value))
    return `secret-${createHash("sha256").update(value.secure).digest("hex").slice(0, 10)}`;
  if (Array.isArray(value)) return value.map(withSecretsNamed);
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, withSecretsNamed(inside)]));
}
