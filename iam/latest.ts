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
  let young = new Map<string, Answer>();
  let old = new Map<string, Answer>();
  return {
    get: (question) => young.get(question) ?? old.get(question),
    set: (question, answer) => {
      if (question.length > longestQuestion) return;
      if (young.size >= most / 2) {
        old = young;
        young = new Map();
      }
      young.set(question, answer);
    },
  };
}
