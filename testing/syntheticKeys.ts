import { createHash } from "node:crypto";

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Something shaped like an access key of AWS. */
export interface SyntheticKey {
  readonly id: string;
  readonly secret: string;
}

function drawn(alphabet: string, length: number, seed: string): string {
  const bytes = createHash("sha512").update(seed).digest();
  return Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length]).join("");
}

/** Distinct keys, put together at run time and the same in every run. */
export function syntheticKeys(count: number): SyntheticKey[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index % 2 === 0 ? "AKIA" : "ASIA"}${drawn(base32, 16, `id ${index}`)}`,
    secret: drawn(base62, 40, `secret ${index}`),
  }));
}

/** What must be seen of none of the keys: the id, the id without the prefix that tells its kind, and the secret. */
export function shownOf(keys: readonly SyntheticKey[], text: string): string[] {
  return keys.flatMap(({ id, secret }) => [id, id.slice(4), secret]).filter((part) => text.includes(part));
}
