/** A source of numbers from 0 to 1 (exclusive), the same for the same seed. */
export type Random = () => number;

/** Mulberry32: 32 bits of state, enough to draw documents by. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** One to `most` of a list, which may repeat. */
export function some<T>(random: Random, list: readonly T[], most: number): T[] {
  return Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(random, list));
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}
