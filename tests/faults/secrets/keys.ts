import { createHash } from "node:crypto";
import type { SyntheticKey } from "../../../testing/syntheticKeys.ts";

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Real secrets hold both signs, which are written otherwise in an address, and the slash in some JSON. */
const base64 = `${base62}+/`;

function drawn(alphabet: string, length: number, seed: string): string {
  const bytes = createHash("sha512").update(seed).digest();
  return Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length]).join("");
}

/** Keys that a seed stands for. The secret of each is a name for many things in AWS too, unless it has to hold signs. */
export function seededKeys(seed: string, count: number): SyntheticKey[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index % 2 === 0 ? "AKIA" : "ASIA"}${drawn(base32, 16, `${seed} id ${index}`)}`,
    secret: drawn(index % 2 === 0 ? base62 : base64, 40, `${seed} secret ${index}`),
  }));
}
