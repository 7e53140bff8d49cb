import type { CloudTrailRecord } from "./record.ts";
import type { Wanted } from "./wanted.ts";

/** So many files are named; of more it is said how many they are. */
const mostNamed = 10;

/** Counts what is not expected in files of events, and says it in sentences. */
export class Strange {
  readonly #wanted: Pick<Wanted, "account" | "until" | "since">;
  readonly #files: string[] = [];
  readonly #unreadable = new Map<string, number>();
  readonly #otherAccounts = new Map<string, number>();
  #own = 0;
  #older = 0;
  #future = 0;

  constructor(wanted: Pick<Wanted, "account" | "until" | "since">) {
    this.#wanted = wanted;
  }

  /** Whether an event is of the account and the window; what is not is counted. */
  isExpected({
    eventTime,
    eventType = "AwsApiCall",
    eventCategory,
    recipientAccountId,
  }: CloudTrailRecord): boolean {
    const { account, since, until } = this.#wanted;
    if (recipientAccountId !== undefined && recipientAccountId !== account) {
      if (this.#otherAccounts.size < mostNamed || this.#otherAccounts.has(recipientAccountId))
        this.#otherAccounts.set(recipientAccountId, (this.#otherAccounts.get(recipientAccountId) ?? 0) + 1);
      return false;
    }
    this.#own++;
    if (eventTime > until) {
      this.#future++;
      return false;
    }
    if (eventTime < since) {
      this.#older++;
      return false;
    }
    return isCall(eventType) && eventCategory !== "Insight" && eventCategory !== "NetworkActivity";
  }

  file(name: string, why: string, events: number): void {
    this.#files.push(
      `${name} ${why}${events > 0 ? `; the ${counted(events, "event")} before that ${events === 1 ? "was" : "were"} read` : ""}`,
    );
  }

  unreadable(file: string): void {
    this.#unreadable.set(file, (this.#unreadable.get(file) ?? 0) + 1);
  }

  problems(skippedFiles: number): string[] {
    const { account, until, since } = this.#wanted;
    const others = [...this.#otherAccounts.keys()].sort();
    return [
      ...named(this.#files.sort(), "file", "could not be read as a whole"),
      ...named(
        Array.from(
          this.#unreadable,
          ([file, count]) =>
            `${file} holds ${counted(count, "entry", "entries")} that ${count === 1 ? "is" : "are"} no event of CloudTrail`,
        ).sort(),
        "file",
        "hold entries that are no events",
      ),
      ...(this.#future > 0
        ? [
            `${counted(this.#future, "event")} of a time after ${until.slice(0, 19)}Z ${this.#future === 1 ? "was" : "were"} not counted: look at the clock, and at where the files come from`,
          ]
        : []),
      ...(this.#own === 0
        ? [
            others.length > 0
              ? `no event is of account ${account}, got those of ${others.join(", ")}: take the trail of the stack's account`
              : `no event of account ${account} was read${skippedFiles > 0 ? `, and ${counted(skippedFiles, "file")} of other accounts or days ${skippedFiles === 1 ? "was" : "were"} left out` : ""}: take the trail of the stack's account`,
          ]
        : []),
      ...(this.#own > 0 && this.#own === this.#older
        ? [
            `every event of account ${account} is older than ${since.slice(0, 10)}: take later files, or more --days`,
          ]
        : []),
    ];
  }
}

/** Aurora writes a type of its own. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/logging-using-cloudtrail-data-api.html */
const isCall = (type: string) => type === "AwsApiCall" || type === "Rds Data Service";

function named(sentences: readonly string[], noun: string, what: string): string[] {
  const rest = sentences.length - mostNamed;
  if (rest <= 0) return [...sentences];
  return [...sentences.slice(0, mostNamed), `${counted(rest, `more ${noun}`)} ${what}`];
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
}
