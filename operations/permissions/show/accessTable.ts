import { type Colors, colors } from "../../../commandLine/output/colors.ts";
import { textTable } from "../../../commandLine/output/textTable.ts";
import { type AccessLevel, accessLevels } from "../../../iam/catalogue/accessLevels.ts";
import { shownSecrets } from "../../../components/config/stackFile/secret.ts";
import { attachedInWords, inColumn } from "./attached.ts";
import type { ServiceRight, StackAccess, WorkloadAccess } from "./access.ts";

/** One letter a level, so that a row of services fits on a line. */
export const letters: Readonly<Record<AccessLevel, string>> = {
  list: "L",
  read: "R",
  tagging: "T",
  write: "W",
  "permissions management": "P",
  unknown: "?",
};

const legend = "L list, R read, T tagging, W write, P permissions management, ! with a Deny";

/** The levels that a workload has in a service, as letters; empty where it has none. Attached policies count as far as they are known. */
export function cell({ rights, attached = [] }: WorkloadAccess, service: string): string {
  const own = rights.filter((right) => right.service === service);
  const others = attached.flatMap((policy) => inColumn(policy, service));
  const levels = new Set([
    ...own.filter(({ effect }) => effect === "Allow").flatMap((right) => right.levels),
    ...others.flatMap((right) => right.levels),
  ]);
  const shown = [...accessLevels].reverse().filter((level) => levels.has(level));
  const denied =
    own.some(({ effect }) => effect === "Deny") || others.some(({ denies }) => denies) ? "!" : "";
  return (
    [...shown, ...(levels.has("unknown") ? (["unknown"] as const) : [])]
      .map((level) => letters[level])
      .join("") + denied
  );
}

/** The matrix of workloads and services, and below it each right in words. */
export function accessTable(access: StackAccess, useColors: boolean): string {
  const paint = colors(useColors);
  const rows = access.workloads.map((workload) => [
    workload.name,
    ...access.services.map((service) => cell(workload, service)),
  ]);
  return [
    textTable({ head: [`WORKLOAD (${access.stack})`, ...access.services], rows, useColors }),
    legend,
    "",
    ...access.workloads.flatMap((workload) => details(workload, paint)),
    ...(access.notes ?? []),
    "",
  ].join("\n");
}

function details(workload: WorkloadAccess, paint: Colors): string[] {
  const { name, roleName, managedPolicies, permissionsBoundary, instances } = workload;
  const beside = [
    ...managedPolicies.map((policy, index) => `has ${policy}: ${wordsOf(workload, index)}`),
    ...(permissionsBoundary === undefined
      ? []
      : [`stays within the permissions boundary ${permissionsBoundary}`]),
    ...(instances.length > 0 ? [`is carried by ${instances.join(", ")}`] : []),
  ];
  const rights = workload.rights.map(rightInWords);
  const lines = [...rights, ...beside];
  return [
    `${paint.bold(name)} ${paint.dim(roleName)}`,
    ...(lines.length > 0 ? lines : ["may do nothing"]).map((line) => `  ${shownSecrets(line)}`),
    "",
  ];
}

/** What an attached policy allows, by its position. */
export function wordsOf({ managedPolicies, attached = [] }: WorkloadAccess, index: number): string {
  return attachedInWords(
    attached[index] ?? { policy: managedPolicies[index] ?? "", allowsEverything: false },
  );
}

/** Such as `write on s3://orders-assets/* (s3:PutObject)`. */
export function rightInWords({ effect, levels, actions, shownResources, condition }: ServiceRight): string {
  const where = condition === undefined ? "" : ` where ${condition}`;
  const what = `${levels.join(", ")} on ${shownResources.join(", ")}${where} (${actions.join(", ")})`;
  return effect === "Deny" ? `never ${what}` : what;
}
