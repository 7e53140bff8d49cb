import { type Finding, findingKey } from "../../iam/finding.ts";
import type { Exception } from "./exception.ts";
import { dateOfToday, offeredException } from "./exceptionText.ts";

/** The exceptions of a pack, and which of them a run has used. */
export class Exceptions {
  readonly #used = new Set<Exception>();

  /**
   * @param entries The valid entries.
   * @param problems What is wrong with the other ones, a sentence each; those excuse nothing.
   * @param today As `2026-12-31`, in UTC.
   */
  private readonly entries: readonly Exception[];
  readonly problems: readonly string[];
  private readonly today: string;

  constructor(entries: readonly Exception[], problems: readonly string[], today: string) {
    this.entries = entries;
    this.problems = problems;
    this.today = today;
  }

  /** Whether a finding is let pass, and by which entry; one that has run out no longer does, and is given all the same. */
  judge(policy: string, urn: string, finding: Finding): { excused: boolean; entry?: Exception } {
    const key = findingKey(finding);
    const matching = this.entries.filter(
      (entry) => entry.policy === policy && entry.urn === urn && entry.finding === key,
    );
    for (const entry of matching) this.#used.add(entry);
    const valid = matching.find((entry) => entry.expires >= this.today);
    return { excused: valid !== undefined, entry: valid ?? matching[0] };
  }

  /** The entry that would excuse a finding, as text to paste. */
  offered(policy: string, urn: string, finding: Finding): string {
    return offeredException({ policy, urn, finding: findingKey(finding) }, this.today);
  }

  /** The entries for resources of a stack that no finding needed, given the start of the stack's URNs. */
  unused(urnPrefix: string): readonly Exception[] {
    return this.entries.filter((entry) => entry.urn.startsWith(urnPrefix) && !this.#used.has(entry));
  }
}

export const noExceptions = (): Exceptions => new Exceptions([], [], dateOfToday());
