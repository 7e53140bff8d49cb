import type { Statement } from "../../iam/statement.ts";
import { noExceptions } from "../../policypack/exceptions/exceptions.ts";
import { policies } from "../../policypack/policies/index.ts";

/** What a policy of the pack does with what it finds: `mandatory`, `advisory` or `disabled`. */
export type LevelOf = (policy: string) => string;

/** The levels that policies have where no configuration changes them. */
export const defaultLevelOf: LevelOf = (policy) =>
  policies.find(({ name }) => name === policy)?.enforcementLevel ?? "advisory";

/** How long documents get depends on all that a workload has; its stack file is not compiled where they are too long. */
const OF_WHOLE_WORKLOADS = "within-iam-quotas";

const POLICY = "aws:iam/policy:Policy";

/** What the policies of one level find in statements, each as a sentence without its full stop. */
export async function packSays(
  statements: readonly Statement[],
  level: "mandatory" | "advisory",
  levelOf: LevelOf,
): Promise<string[]> {
  if (statements.length === 0) return [];
  const context = { config: {}, stackConfig: {}, exceptions: noExceptions(), shownBefore: [] };
  const inputs = { policy: { Version: "2012-10-17", Statement: statements } };
  const found = new Set<string>();
  for (const { name, types, checkResource } of policies) {
    if (name === OF_WHOLE_WORKLOADS || levelOf(name) !== level) continue;
    if (checkResource === undefined || types?.includes(POLICY) === false) continue;
    for await (const { got, want } of checkResource({ type: POLICY, inputs }, context))
      found.add(`${name}: got ${got}, want ${want}`);
  }
  return [...found];
}
