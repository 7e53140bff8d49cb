/** What a tool reads in stack files, as `readRights.ts` prints it. Its answers may have any form: tools change. */
export interface Reading {
  /** Of `permissions diff --format json`. */
  readonly changes: Answer;
  /** Of `permissions show --format json`, by stack. */
  readonly stacks: Readonly<Record<string, Answer>>;
  /** Of `permissions diff --format markdown`; empty where the tool failed. */
  readonly markdown: string;
}

/** What a tool answers, or what it says where it can give no answer. */
export type Answer = { readonly answer: unknown } | { readonly error: string };

/** One thing that a tool reads: where, and what, as a text that is the same only where it is. */
export interface Fact {
  readonly at: string;
  readonly text: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isAnswer = (value: unknown): value is Answer =>
  isRecord(value) && ("answer" in value || typeof value.error === "string");

/** The reading in a text that the code of a pull request may have written; undefined where it is none. */
export function readingIn(text: string): Reading | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read) || !isRecord(read.stacks) || typeof read.markdown !== "string") return undefined;
    if (!isAnswer(read.changes) || !Object.values(read.stacks).every(isAnswer)) return undefined;
    const reading = read as unknown as Reading;
    // What is nested too deep for that is no reading either.
    factsOf(reading);
    return reading;
  } catch {
    return undefined;
  }
}

/** All that a tool reads. An answer is taken apart as far as its parts have names. */
export function factsOf({ changes, stacks }: Reading): Fact[] {
  return [
    ...ofAnswer("changes", changes),
    ...Object.entries(stacks).flatMap(([stack, answer]) => ofAnswer(`stack ${stack}`, answer)),
  ];
}

const ofAnswer = (at: string, answer: Answer): Fact[] =>
  "answer" in answer ? ofValue(at, answer.answer) : [{ at, text: `cannot be read: ${answer.error}` }];

function ofValue(at: string, value: unknown): Fact[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => {
      const name = isRecord(item) ? (item.workload ?? item.name) : undefined;
      return typeof name === "string" ? ofValue(`${at}, ${name}`, item) : [{ at, text: shown(item) }];
    });
  if (isRecord(value)) return Object.entries(value).flatMap(([key, inner]) => ofKey(at, key, inner));
  return [{ at, text: shown(value) }];
}

/** Lists and maps are taken apart, and what stands in a key by itself keeps it. */
function ofKey(at: string, key: string, value: unknown): Fact[] {
  if (Array.isArray(value)) return ofValue(key === "workloads" ? at : `${at}, ${key}`, value);
  return isRecord(value) ? ofValue(`${at}, ${key}`, value) : [{ at, text: `${key}: ${shown(value)}` }];
}

/** Keys in order, so that the same says the same. */
const shown = (value: unknown): string =>
  typeof value === "string"
    ? value
    : JSON.stringify(value, (_, inner: unknown) =>
        isRecord(inner)
          ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
          : inner,
      );
