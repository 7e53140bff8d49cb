import { drawDocument } from "./documents.ts";
import { type Random, randomOf } from "./draw.ts";
import type { JudgedDocument } from "./evaluate.ts";

/** `JUDGE_SEED=n` repeats a run, `JUDGE_DOCUMENTS=n` makes it longer. */
export const seed = Number(process.env.JUDGE_SEED ?? 20261128);
export const count = Number(process.env.JUDGE_DOCUMENTS ?? 20_000);

/** Documents one by one, each with a source of its own, so that what follows one does not change the next. */
export function* drawn(number = count): Generator<[Random, JudgedDocument]> {
  for (let index = 0; index < number; index++) {
    const random = randomOf(seed + index);
    yield [random, drawDocument(random)];
  }
}

/** What a message shows of a disagreement: all of it. */
export function shown(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one instanceof Map ? [...(one as Map<unknown, unknown>)] : one,
  );
}
