import { callsOf } from "./callsOf.ts";
import type { EventFile } from "./files/eventFile.ts";
import { readFileName } from "./files/fileName.ts";
import { recordTexts, UnreadableFile } from "./files/recordTexts.ts";
import { unpacked } from "./files/unpacked.ts";
import { ForeignKinds } from "./foreignKinds.ts";
import type { Observed } from "./observed.ts";
import { type CloudTrailRecord, readRecord, roleOf } from "./record.ts";
import { RoleTally } from "./roleTally.ts";
import { TrailTally } from "./trailTally.ts";
import { Strange } from "./strange.ts";
import type { Wanted } from "./wanted.ts";

/** While one file is waited for, others are read. */
const filesAtOnce = 4;

/**
 * Reads files of CloudTrail and adds up what the roles of a stack did, in memory that does not grow with the files. A file
 * that cannot be read is said, and the others are read all the same.
 *
 * @param report is told how far the work is
 */
export async function readEvents(
  files: readonly EventFile[],
  wanted: Wanted,
  report: (detail: string) => void = () => undefined,
): Promise<Observed> {
  const reading = new Reading(wanted);
  const read = files.filter(({ name }) => mayTell(name, wanted));
  const queue = read.values();
  const work = async () => {
    for (const file of queue) {
      await reading.read(file);
      report(`${reading.files} of ${read.length} files, ${reading.events.toLocaleString("en")} events`);
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, work));
  return reading.observed(files.length - read.length);
}

/** Whether the name of a file, where it has one of CloudTrail's, leaves open that it holds events of the account and the window. */
function mayTell(name: string, { account, since }: Wanted): boolean {
  const said = readFileName(name);
  return (
    said === undefined || (said.holdsEvents && said.account === account && said.day >= since.slice(0, 10))
  );
}

class Reading {
  files = 0;
  events = 0;
  #ownEvents = 0;
  readonly #trail = new TrailTally();
  readonly #roles = new Map<string, RoleTally>();
  readonly #wantedRoles: ReadonlySet<string>;
  readonly #strange: Strange;
  readonly #foreign: ForeignKinds;

  constructor(wanted: Wanted) {
    this.#wantedRoles = new Set(wanted.roles);
    this.#strange = new Strange(wanted);
    this.#foreign = new ForeignKinds(wanted);
  }

  async read({ name, open }: EventFile): Promise<void> {
    let found = 0;
    try {
      for await (const texts of recordTexts(unpacked(name, await open())))
        for (const text of texts) {
          found++;
          this.events++;
          const kind = this.#foreign.of(text);
          if (kind !== undefined && this.#foreign.isKnown(kind)) continue;
          const record = readRecord(text);
          const taken = record !== undefined && this.#strange.isExpected(record);
          if (record === undefined) this.#strange.unreadable(name);
          else if (taken) await this.#take(record);
          if (kind !== undefined && taken) this.#foreign.add(kind);
        }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) this.#strange.file(name, failed(error), found);
      else this.#strange.file(name, error.message, found);
    }
    this.files++;
  }

  async #take(record: CloudTrailRecord): Promise<void> {
    this.#trail.add(record);
    const arn = roleOf(record);
    if (arn === undefined || !this.#wantedRoles.has(arn)) return;
    this.#ownEvents++;
    let role = this.#roles.get(arn);
    if (role === undefined) this.#roles.set(arn, (role = new RoleTally()));
    const calls = await callsOf(record);
    if (calls.length === 0) role.addUnknown(`${record.eventSource} ${record.eventName}`);
    for (const call of calls) role.add(call);
  }

  async observed(skippedFiles: number): Promise<Observed> {
    const { files, events } = this;
    return {
      roles: new Map(Array.from(this.#roles, ([arn, role]) => [arn, role.observed()])),
      trail: { files, skippedFiles, events, ownEvents: this.#ownEvents, ...(await this.#trail.facts()) },
      problems: this.#strange.problems(skippedFiles),
    };
  }
}

/** What a file system or S3 says; a mistake of this program is none of a file's problems. */
function failed(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    throw error;
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
