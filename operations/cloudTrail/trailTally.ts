import { actionsOf } from "./actions/actionsOf.ts";
import { prefixOf } from "./actions/services.ts";
import type { TrailFacts } from "./observed.ts";
import { type CloudTrailRecord, isDataEvent } from "./record.ts";

/** More names than AWS has: what a file invents must not fill the memory. */
const mostNames = 50_000;

/** Adds up what the events of an account, whoever sent the requests, show of its trail. */
export class TrailTally {
  readonly #days = new Set<string>();
  readonly #dataEvents = new Map<string, { reads: boolean; writes: boolean }>();
  readonly #names = new Map<string, readonly [source: string, event: string]>();

  add(record: CloudTrailRecord): void {
    const { eventTime, eventSource, eventName, readOnly } = record;
    this.#days.add(eventTime.slice(0, 10));
    const name = `${eventSource} ${eventName}`;
    if (!this.#names.has(name) && this.#names.size < mostNames)
      this.#names.set(name, [eventSource, eventName]);
    if (!isDataEvent(record)) return;
    const prefix = prefixOf(eventSource);
    const seen = this.#dataEvents.get(prefix) ?? { reads: false, writes: false };
    this.#dataEvents.set(prefix, {
      reads: seen.reads || readOnly === true,
      writes: seen.writes || readOnly === false,
    });
  }

  async facts(): Promise<Pick<TrailFacts, "days" | "dataEvents" | "seenActions">> {
    const names = Array.from(this.#names.values(), async ([source, event]) => actionsOf(source, event));
    return {
      days: [...this.#days].sort(),
      dataEvents: this.#dataEvents,
      seenActions: new Set((await Promise.all(names)).flat()),
    };
  }
}
