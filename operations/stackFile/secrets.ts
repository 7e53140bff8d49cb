/** Whether a value is what `pulumi config set --secret` writes; only its stack can read it. */
export const isSecret = (value: object): boolean => Object.keys(value).join() === "secure";

/** A configuration with a text in the place of each secret, so that everything else of it can be checked. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return "secret";
  if (Array.isArray(value)) return value.map(withoutSecrets);
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, withoutSecrets(inside)]));
}
