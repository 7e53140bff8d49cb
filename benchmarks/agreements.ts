import type { Timed } from "./measure.ts";
import type { Agreement, Flagged } from "./tables/scanners.ts";

/** One judgement of all documents. */
export interface Judged extends Timed {
  /** Names of documents by what was found in them. */
  readonly flagged: Readonly<Record<string, readonly string[]>>;
}

const mostNamed = 5;

/** Which findings of which scanner mean what a rule means, as far as any do. */
const comparable: readonly (readonly [rule: string, scanner: string, issues: readonly string[]])[] = [
  ["no-star-star-grants", "checkov", ["CKV_AWS_62", "CKV_AWS_63"]],
  ["no-privilege-escalation", "cloudsplaining", ["PrivilegeEscalation"]],
  ["no-privilege-escalation", "checkov", ["CKV_AWS_286"]],
  ["no-full-service-access", "cloudsplaining", ["ServiceWildcard"]],
  ["no-open-resources", "cloudsplaining", ["InfrastructureModification"]],
  ["no-open-resources", "cloudsplaining", ["DataExfiltration"]],
  ["no-open-resources", "cloudsplaining", ["ResourceExposure"]],
  ["no-open-resources", "parliament", ["RESOURCE_STAR"]],
];

/** How many documents have each finding, and the first of them. */
export function flaggedBy(judged: Judged | undefined): Record<string, Flagged> {
  return Object.fromEntries(
    Object.entries(judged?.flagged ?? {}).map(([issue, names]) => [issue, counted(names)]),
  );
}

/** Where a rule and a scanner flag the same documents, and where only one of them does. */
export function agreements(flagged: Judged["flagged"]): Agreement[] {
  return comparable.map(([rule, scanner, issues]) => {
    const ours = new Set(flagged[rule] ?? []);
    const theirs = new Set(issues.flatMap((issue) => flagged[issue] ?? []));
    return {
      rule,
      scanner,
      issues,
      both: counted([...ours].filter((name) => theirs.has(name))),
      onlyRule: counted([...ours].filter((name) => !theirs.has(name))),
      onlyScanner: counted([...theirs].filter((name) => !ours.has(name))),
    };
  });
}

function counted(names: readonly string[]): Flagged {
  return { count: names.length, first: [...names].sort().slice(0, mostNamed) };
}
