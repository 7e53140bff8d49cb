import { levelsOf, riskOf } from "../../iam/catalogue/accessLevels.ts";

/** How much an action does: it reads, it changes something, or it changes who may do what. */
export type Kind = 0 | 1 | 2;

export type KindOf = (action: string) => Kind;

/** The kinds of some actions by the catalogue; what it does not hold is taken for the riskiest. */
export async function kindsOf(actions: Iterable<string>): Promise<KindOf> {
  const kinds = new Map<string, Kind>();
  for (const action of new Set([...actions].map((one) => one.toLowerCase()))) {
    const [level] = await levelsOf({ is: action });
    kinds.set(action, riskOf(level) === 0 ? 2 : riskOf(level) < riskOf("read") ? 1 : 0);
  }
  return (action) => kinds.get(action.toLowerCase()) ?? 2;
}
