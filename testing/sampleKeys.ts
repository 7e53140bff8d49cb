const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function spread(alphabet: string, length: number, step: number): string {
  return Array.from({ length }, (_, index) => alphabet[(index * step + 3) % alphabet.length]).join("");
}

/** Something shaped like an AWS id. It is put together at run time, so that this repository holds nothing like a key. */
export function sampleId(prefix: string): string {
  return prefix + spread(base32, 20 - prefix.length, 7);
}

/** Something shaped like a secret access key. */
export const sampleSecret = spread(base62, 40, 11);
