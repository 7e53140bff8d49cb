import { verdictTable } from "./verdictTable.ts";

/** A rule of this pack that the document of an AWS-managed policy breaks, by what it says. */
export type BrokenRule =
  /** It grants everything. */
  | "everything"
  /** It lets its holder get more rights. */
  | "escalation"
  /** It does so in a way that is advice. */
  | "risky"
  /** It holds every action of some service on every resource. */
  | "fullService";

export interface Verdict {
  /** As it stands in the ARN, with its path: `job-function/SystemAdministrator`. */
  readonly name: string;
  /** The default version that was judged: `v12`. */
  readonly version: string;
  readonly breaks: ReadonlySet<BrokenRule>;
}

/** The letter of each rule in the table. */
export const ruleLetters: Readonly<Record<BrokenRule, string>> = {
  everything: "*",
  escalation: "E",
  risky: "R",
  fullService: "F",
};

const rules = Object.keys(ruleLetters) as BrokenRule[];

/** A line of the table: name, version, and the letters of the rules that are broken. */
function readLine(line: string): Verdict {
  const [name = "", version = "", letters = ""] = line.split(" ");
  return { name, version, breaks: new Set(rules.filter((rule) => letters.includes(ruleLetters[rule]))) };
}

/** A policy's name without its path, in small letters: IAM compares names without case, and no two of AWS share one. */
export function bareName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).toLowerCase();
}

let known: ReadonlyMap<string, Verdict> | undefined;

/** Every AWS-managed policy that is known, by its bare name. Read when first asked for: most programs attach none. */
export function verdicts(): ReadonlyMap<string, Verdict> {
  return (known ??= new Map(
    verdictTable
      .trim()
      .split("\n")
      .map(readLine)
      .map((verdict) => [bareName(verdict.name), verdict]),
  ));
}

/** What is known of an AWS-managed policy, by its name with or without its path. */
export function verdictOf(name: string): Verdict | undefined {
  return verdicts().get(bareName(name));
}

let dangerous: readonly string[] | undefined;

/** The ARNs of the policies that grant everything or lead to it, in lower case, as if all partitions were `aws`. */
export function dangerousPolicyArns(): readonly string[] {
  return (dangerous ??= Array.from(verdicts().values())
    .filter(({ breaks }) => breaks.has("everything") || breaks.has("escalation"))
    .map(({ name }) => `arn:aws:iam::aws:policy/${name.toLowerCase()}`));
}
