import { createHash } from "node:crypto";

/**
 * Which of some documents holds what a key names, by rendezvous hashing: with one document more, keys move into that one only,
 * and with one less only those of the last one move. It needs no memory of where a key was.
 *
 * @returns From 0 to `count - 1`.
 * @see https://en.wikipedia.org/wiki/Rendezvous_hashing
 */
export function documentOf(key: string, count: number): number {
  let [best, place] = ["", 0];
  for (let document = 0; document < count; document++) {
    const weight = createHash("sha256").update(`${document} ${key}`).digest("hex");
    if (weight > best) [best, place] = [weight, document];
  }
  return place;
}
