import { inOrder, levelsOf, riskOf } from "../catalogue/accessLevels.ts";
import { type Change, changeKinds, givesMore, mostActions } from "./change.ts";
import type { PolicyStatement } from "../document/policyStatement.ts";
import { type PolicyDocument, policyDocument } from "../document/readDocument.ts";
import { shownConditions } from "../conditions/conditionsCover.ts";
import { serviceOf, shownScope } from "../patterns/scope.ts";
import { comparable } from "./comparable.ts";
import { resourceNames, type ResourceNames } from "./resourceNames.ts";
import { type RightChange, rightChanges } from "./rightChanges.ts";
import { documentWidens } from "./widens.ts";

/** How two policy documents differ in what they allow. */
export interface PermissionDiff {
  /** What gives more comes first, and of that the riskiest. Empty for documents that say the same in other words. */
  readonly changes: readonly Change[];
  /** Whether the later one may allow anything that the earlier does not. */
  readonly widens: boolean;
  /** What could not be read, in words. */
  readonly doubts: readonly string[];
}

/** The difference between two documents, each JSON text, an object, or a list of statements. */
export function diffDocuments(before: unknown, after: unknown): Promise<PermissionDiff> {
  return difference(policyDocument(before), policyDocument(after));
}

/** The difference between statements that are read already, all of the current version. */
export function diffStatements(
  before: readonly PolicyStatement[],
  after: readonly PolicyStatement[],
): Promise<PermissionDiff> {
  const document = { version: "2012-10-17", problems: [] };
  return difference({ ...document, statements: before }, { ...document, statements: after });
}

async function difference(before: PolicyDocument, after: PolicyDocument): Promise<PermissionDiff> {
  const earlier = comparable(before);
  const later = comparable(after);
  const rights = rightChanges(earlier, later);
  const names = resourceNames(
    rights.flatMap(({ right, was }) => [right.resource, ...was.map(({ resource }) => resource)]),
  );
  return {
    changes: await grouped(rights, names),
    widens: documentWidens(earlier, later),
    doubts: [...earlier.doubts, ...later.doubts],
  };
}

/** Rights that differ only in their actions become one line, if the actions are of one service. */
async function grouped(rights: readonly RightChange[], names: ResourceNames): Promise<Change[]> {
  const groups = new Map<string, { change: Omit<Change, "levels" | "actions">; rights: RightChange[] }>();
  for (const one of rights) {
    const change = described(one, names);
    const key = JSON.stringify([change, serviceOf(one.right.action)]);
    const group = groups.get(key) ?? { change, rights: [] };
    group.rights.push(one);
    groups.set(key, group);
  }
  const changes = await Promise.all(
    [...groups.values()].map(async ({ change, rights: same }): Promise<Change> => {
      // The catalogue is asked once for each action, on however many resources it is.
      const scopes = new Map(same.map(({ right: { action } }) => [shownScope(action), action]));
      const levels = new Map(
        await Promise.all(
          [...scopes].map(async ([shown, action]) => [shown, inOrder(await levelsOf(action))] as const),
        ),
      );
      const risk = ({ right: { action } }: RightChange) => riskOf(levels.get(shownScope(action))?.[0]);
      const sorted = [...same].sort((one, other) => (shownActions(one) < shownActions(other) ? -1 : 1));
      // Of a list that is cut, what weighs most has to be in sight.
      const shown =
        sorted.length > mostActions ? sorted.sort((one, other) => risk(one) - risk(other)) : sorted;
      const actions = [...new Set(shown.map(shownActions))];
      return { ...change, levels: inOrder([...levels.values()].flat()), actions };
    }),
  );
  return changes.sort(byRisk);
}

function described(
  { kind, right, was }: RightChange,
  names: ResourceNames,
): Omit<Change, "levels" | "actions"> {
  const services = [serviceOf(right.action)];
  const list = (shown: readonly string[]) => [...new Set(shown)].sort().join(", ");
  const resource = names(right.resource, services);
  const condition = shownConditions(right.conditions);
  const resourceBefore = list(was.map((other) => names(other.resource, [serviceOf(other.action)])));
  const conditionBefore = list(was.map(({ conditions }) => shownConditions(conditions)));
  return {
    kind,
    resource,
    ...(was.length > 0 && resourceBefore !== resource && { resourceBefore }),
    ...(condition !== "" && { condition }),
    ...(was.length > 0 && conditionBefore !== condition && { conditionBefore }),
  };
}

function shownActions({ right, was }: RightChange): string {
  const shown = shownScope(right.action);
  const before = [...new Set(was.map(({ action }) => shownScope(action)))].sort().join(", ");
  return before === "" || before === shown ? shown : `${shown} instead of ${before}`;
}

/** Rights that are more than before, then by level, then by where they stand in the alphabet. */
function byRisk(one: Change, other: Change): number {
  return (
    Number(givesMore(other)) - Number(givesMore(one)) ||
    riskOf(one.levels[0]) - riskOf(other.levels[0]) ||
    changeKinds.indexOf(one.kind) - changeKinds.indexOf(other.kind) ||
    one.resource.localeCompare(other.resource)
  );
}
