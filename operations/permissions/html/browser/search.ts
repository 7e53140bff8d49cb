import { matches } from "../../../../iam/patterns/wildcards.ts";
import type { ServiceRight, WorkloadAccess } from "../../show/access.ts";

/** A workload as the search sees it: all texts in lower case. */
export interface Searchable {
  readonly about: string;
  readonly rights: readonly SearchableRight[];
}

interface SearchableRight {
  readonly text: string;
  /** The words of the levels: `permissions management` is two. */
  readonly levels: readonly string[];
  /** Actions with wildcards. */
  readonly actions: readonly string[];
  /** ARNs with wildcards; a bare `*` says nothing of the service. */
  readonly arns: readonly string[];
}

const levelWords = new Set(["list", "read", "tagging", "write", "permissions", "management"]);

/** What can be searched of a workload, made once so that each keystroke only compares. */
export function searchable({
  name,
  roleName,
  rights,
  managedPolicies,
  permissionsBoundary = "",
  instances,
  attached = [],
}: WorkloadAccess): Searchable {
  const about = [name, roleName, ...managedPolicies, permissionsBoundary, ...instances];
  const ofPolicies = attached.flatMap(({ policy, services = [] }) =>
    services.map(({ service, levels }) => ({
      text: [service, policy, ...levels].join("\n").toLowerCase(),
      levels: levels.join(" ").split(" "),
      actions: service === "*" ? ["*"] : [],
      arns: [],
    })),
  );
  return {
    about: about.join("\n").toLowerCase(),
    rights: [...rights.map(searchableRight), ...ofPolicies],
  };
}

function searchableRight({
  effect,
  service,
  levels,
  actions,
  resources,
  shownResources,
  condition = "",
}: ServiceRight): SearchableRight {
  const texts = [effect, service, ...levels, ...actions, ...resources, ...shownResources, condition];
  return {
    text: texts.join("\n").toLowerCase(),
    levels: levels.join(" ").split(" "),
    actions: wildcardPatterns(actions),
    arns: wildcardPatterns(resources).filter((pattern) => pattern.startsWith("arn:")),
  };
}

/**
 * Whether every word of a query is found in a workload. A level counts only in a right that another word finds, so that
 * `s3 write` is not found by a workload that reads S3 and writes logs; names of the workload narrow nothing. An action or ARN with a
 * colon is also found by a pattern that covers it. An empty query finds everything.
 */
export function isFound({ about, rights }: Searchable, query: string): boolean {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const levels = words.filter((word) => levelWords.has(word));
  const others = words.filter((word) => !levelWords.has(word));
  const narrowing = others.filter((word) => !about.includes(word));
  const named = narrowing.length === 0 ? rights : rights.filter((right) => narrowing.some(isIn(right)));
  return (
    narrowing.every((word) => rights.some((right) => isIn(right)(word))) &&
    levels.every((level) => about.includes(level) || named.some((right) => right.levels.includes(level)))
  );
}

const isIn =
  ({ text, actions, arns }: SearchableRight) =>
  (word: string): boolean => {
    const patterns = word.startsWith("arn:") ? arns : actions;
    return text.includes(word) || (word.includes(":") && patterns.some((pattern) => matches(pattern, word)));
  };

const wildcardPatterns = (texts: readonly string[]) =>
  texts.filter((text) => /[*?]/.test(text)).map((text) => text.toLowerCase());
