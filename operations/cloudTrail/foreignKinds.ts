import type { Wanted } from "./wanted.ts";

/** More kinds than a trail has: what a file invents must not fill the memory. */
const mostKinds = 200_000;

/**
 * Tells events that need not be read one by one: those of others of which one of the same kind was read already, on the
 * same day. Most events of an account are such, and to read an event takes most of the time that a trail takes.
 */
export class ForeignKinds {
  readonly #kinds = new Set<string>();
  readonly #roles: string;
  /** Days that lie in the window only in part, where each event has to be looked at. */
  readonly #edges: readonly string[];

  constructor({ roles, since, until }: Wanted) {
    this.#roles = commonStart(roles);
    this.#edges = [since.slice(0, 10), until.slice(0, 10)];
  }

  /** The kind of an event of others; undefined where it has to be read anyhow. Texts that CloudTrail writes otherwise are read. */
  of(text: string): string | undefined {
    if (text.includes(this.#roles) || text.includes("\\/")) return undefined;
    const [, day = "", names] =
      /"eventTime":"(\d{4}-\d\d-\d\d)[^"]*",("eventSource":"[^"\\]+","eventName":"[^"\\]+")/.exec(text) ?? [];
    const account = text.lastIndexOf('"recipientAccountId":"');
    if (names === undefined || account < 0 || this.#edges.includes(day)) return undefined;
    return `${day} ${text.slice(account + 22, account + 34)} ${names}`;
  }

  isKnown(kind: string): boolean {
    return this.#kinds.has(kind);
  }

  add(kind: string): void {
    if (this.#kinds.size < mostKinds) this.#kinds.add(kind);
  }
}

function commonStart(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  let common = first;
  for (const text of others) while (!text.startsWith(common)) common = common.slice(0, -1);
  return common;
}
