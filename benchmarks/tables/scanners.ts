import { type Measured, median, type Result } from "../measure.ts";
import { markdownTable, measuredOn } from "./markdown.ts";

/** The documents with one kind of finding. */
export interface Flagged {
  readonly count: number;
  /** The first five by name. */
  readonly first: readonly string[];
}

/** What two of them find in the same documents. */
export interface Agreement {
  readonly rule: string;
  readonly scanner: string;
  /** A document counts where one of these is found. */
  readonly issues: readonly string[];
  readonly both: Flagged;
  readonly onlyRule: Flagged;
  readonly onlyScanner: Flagged;
}

/** One way to judge all documents: how long it took, and what it finds. */
export interface Judgement extends Measured {
  readonly flagged: Readonly<Record<string, Flagged>>;
}

export interface ScannersResult extends Result {
  /** How many there are. */
  readonly documents: number;
  readonly judgements: readonly Judgement[];
  readonly agreements: readonly Agreement[];
}

/** The time of each, what each finds in how many documents, and where they agree with the rules. */
export function scannersTable(result: ScannersResult): string {
  return [
    timesTable(result),
    ...ratioSentence(result),
    measuredOn("scanners", result),
    findingsTable(result),
    agreementTable(result),
  ].join("\n\n");
}

/** The names of what the sentence below the table compares. */
export const compared = {
  rules: "these four rules together",
  scanners: ["checkov, its eight IAM checks", "cloudsplaining"],
};

/** How many times the documents of a scanner the rules judge in the same time. */
function ratioSentence({ judgements }: ScannersResult): string[] {
  const secondsOf = (name: string) =>
    median(judgements.find((judgement) => judgement.name === name)?.runs.map(({ seconds }) => seconds) ?? []);
  const times = compared.scanners.map((name) => ({
    name,
    times: secondsOf(name) / secondsOf(compared.rules),
  }));
  if (times.some((scanner) => Number.isNaN(scanner.times))) return [];
  const shown = times
    .map((scanner) => `${scanner.times.toFixed(1)} times what ${scanner.name}`)
    .join(" does, and ");
  return [`In the same time these four rules together judge ${shown} does.`];
}

function timesTable({ documents, judgements }: ScannersResult): string {
  const rate = ({ runs }: Judgement) => median(runs.map(({ seconds }) => documents / seconds));
  const base = judgements.slice(0, 1).map(rate)[0] ?? NaN;
  const rows = judgements.map((judgement) => {
    const rates = judgement.runs.map(({ seconds }) => documents / seconds);
    const figures = [rate(judgement), Math.min(...rates), Math.max(...rates)].map(rounded);
    return [judgement.name, ...figures, (rate(judgement) / base).toFixed(3)];
  });
  return markdownTable(["judged by", "median documents/s", "min", "max", "ratio"], rows);
}

function findingsTable({ judgements }: ScannersResult): string {
  const rows = judgements.flatMap(({ name, flagged }) => {
    const found = Object.entries(flagged).sort(([, one], [, other]) => other.count - one.count);
    if (found.length === 0) return [[name, "nothing", "0", ""]];
    return found.map(([issue, { count, first }]) => [
      name,
      issue,
      String(count),
      count === first.length ? first.join(", ") : "",
    ]);
  });
  return markdownTable(["judged by", "finds", "in documents", "which, where few"], rows);
}

function agreementTable({ agreements }: ScannersResult): string {
  const rows = agreements.map(({ rule, scanner, issues, both, onlyRule, onlyScanner }) => [
    `\`${rule}\``,
    `${scanner}: ${issues.join(", ")}`,
    ...[both, onlyRule, onlyScanner].map(({ count }) => String(count)),
  ]);
  return markdownTable(["rule", "scanner", "both", "only the rule", "only the scanner"], rows);
}

const rounded = (rate: number) => Math.round(rate).toLocaleString("en");
