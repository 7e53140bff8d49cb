import { pulumiJson } from "../deployedStack.ts";

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

/** The updates of a stack, the newest first, back to the one that was running at a time. */
export async function stackUpdates(project: string, stack: string, since: number): Promise<StackUpdate[]> {
  const found: StackUpdate[] = [];
  for (let page = 1; ; page++) {
    const paging = ["--page-size", String(pageSize), "--page", String(page)];
    const entries = await pulumiJson(project, stack, ["stack", "history", ...paging]);
    const updates = ((entries ?? []) as readonly HistoryEntry[]).map(stackUpdate);
    found.push(...updates);
    if (updates.length < pageSize || updates.some(({ endedAt }) => endedAt < since)) return found;
  }
}
