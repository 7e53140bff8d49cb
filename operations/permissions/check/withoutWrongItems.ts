import { type ConfigError, formatPath } from "../../../components/config/configError.ts";
import { NAMESPACE } from "../../../components/config/namespace.ts";
import { pathOf } from "./places.ts";

/** What stands in for an item of each list of a workload, so that the others keep their positions. It says nothing that a rule finds. */
const harmless: Readonly<Record<string, (index: number) => unknown>> = {
  access: (index) => ({ logs: { logGroup: `/unread/${index}`, level: "write" } }),
  statements: () => ({ actions: ["sts:GetCallerIdentity"], resources: ["*"] }),
  managedPolicies: (index) => `account:unread-${index}`,
};

/**
 * A configuration in which something harmless stands for each entry of a workload that is wrong, or a secret that does not read as what
 * is wanted. The program would end with it, and drops the whole list; the check judges the entries beside it too.
 *
 * @param config By full keys.
 * @returns The paths of the entries, as text, and the configuration.
 */
export function withoutWrongItems(
  config: Readonly<Record<string, unknown>>,
  errors: readonly ConfigError[],
): { readonly wrongItems: ReadonlySet<string>; readonly config: Readonly<Record<string, unknown>> } {
  const key = `${NAMESPACE}:workloads`;
  const workloads = structuredClone(config[key]);
  const wrongItems = new Set<string>();
  for (const error of errors) {
    const path = typeof error.path === "string" ? pathOf(error.path) : error.path;
    const [first, name, list, index] = path;
    const standIn = harmless[String(list)];
    if (first !== "workloads" || standIn === undefined || typeof index !== "number") continue;
    const items = (workloads as Record<string, Record<string, unknown>>)[String(name)]?.[String(list)];
    if (!Array.isArray(items)) continue;
    items[index] = standIn(index);
    wrongItems.add(formatPath(path.slice(0, 4)));
  }
  return { wrongItems, config: { ...config, [key]: workloads } };
}
