/** Answers to what is asked again and again: as many as a large stack needs, in memory that has a bound. */
export interface Latest<Answer> {
  readonly get: (question: string) => Answer | undefined;
  readonly set: (question: string, answer: Answer) => void;
}

/** No pattern that matches an action or names a resource is longer. */
const longestQuestion = 512;

/**
 * Keeps the latest answers. A document may hold any number of patterns, and none of them may fill the memory: whoever asks
 * more is answered all the same, only not from here.
 */
export function latest<Answer>(most = 20_000): Latest<Answer> {
  const kept = new Map<string, Answer>();
  return {
    get: (question) => kept.get(question),
    set: (question, answer) => {
      if (question.length > longestQuestion) return;
      if (kept.size >= most) forget(kept, most / 2);
      kept.set(question, answer);
    },
  };
}

/** Takes the oldest out of a map, which has its keys in the order in which they came. */
function forget(kept: Map<string, unknown>, count: number): void {
  let left = count;
  for (const question of kept.keys()) {
    if (left-- <= 0) return;
    kept.delete(question);
  }
}
