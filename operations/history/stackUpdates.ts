import { pulumiJson } from "../pulumi.ts";

/** One update of a stack, as Pulumi's own history has it. */
export interface StackUpdate {
  /** The number by which Pulumi counts. @default - the backend does not count */
  readonly number?: number;
  /** `update`, `refresh`, `destroy`, … */
  readonly kind: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** What `pulumi up --message` said, or the subject of the commit. */
  readonly message: string;
  /** The commit that was checked out. @default - the project was in no git repository */
  readonly commit?: string;
  /** Whether files differed from that commit. */
  readonly uncommitted: boolean;
}

/** An entry of `pulumi stack history --json`. https://www.pulumi.com/docs/iac/cli/commands/pulumi_stack_history/ */
interface HistoryEntry {
  readonly version?: number;
  readonly kind: string;
  /** `succeeded`, `failed` or `in-progress`. */
  readonly result?: string;
  readonly startTime: string;
  readonly endTime?: string;
  readonly message?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export function stackUpdate({ environment = {}, ...entry }: HistoryEntry): StackUpdate {
  const startedAt = Date.parse(entry.startTime);
  const commit = environment["git.head"];
  return {
    ...(entry.version !== undefined && entry.version > 0 && { number: entry.version }),
    kind: entry.kind,
    startedAt,
    endedAt: entry.endTime === undefined ? startedAt : Date.parse(entry.endTime),
    message: (entry.message ?? "").split("\n")[0] ?? "",
    ...(commit !== undefined && { commit }),
    uncommitted: environment["git.dirty"] === "true",
  };
}

const pageSize = 100;

/** The entries of a stack's history, the newest first, in pages that are read as they are wanted. */
async function* pagesOf(project: string, stack: string): AsyncGenerator<readonly HistoryEntry[]> {
  for (let page = 1; ; page++) {
    const paging = ["--page-size", String(pageSize), "--page", String(page)];
    const answer = await pulumiJson(project, stack, ["stack", "history", ...paging]);
    const entries = (answer ?? []) as readonly HistoryEntry[];
    yield entries;
    if (entries.length < pageSize) return;
  }
}

/** The updates of a stack, the newest first, back to the one that was running at a time. */
export async function stackUpdates(project: string, stack: string, since: number): Promise<StackUpdate[]> {
  const found: StackUpdate[] = [];
  for await (const entries of pagesOf(project, stack)) {
    const updates = entries.map(stackUpdate);
    found.push(...updates);
    if (updates.some(({ endedAt }) => endedAt < since)) break;
  }
  return found;
}

/** When the last update that succeeded ended, in milliseconds since 1970; undefined where the backend has none. */
export async function lastUpdate(project: string, stack: string): Promise<number | undefined> {
  for await (const entries of pagesOf(project, stack)) {
    const last = entries.find(({ kind, result }) => kind === "update" && result === "succeeded");
    if (last) return stackUpdate(last).endedAt;
  }
  return undefined;
}
