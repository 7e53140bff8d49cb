import { serviceFacts, type AccessService } from "../../components/access/index.ts";
import type { CountedCall } from "./call.ts";
import type { KindOf } from "./kinds.ts";
import { surelyAllow } from "./surelyAllow.ts";
import { allWords, type Compiled } from "./words.ts";

/** Levels together, and what they would give. */
interface Choice {
  readonly entries: readonly Compiled[];
  readonly left: number;
  readonly further: number;
}

const mostTogether = 3;

/**
 * The levels of one grant that allow as many of some calls as levels may, and with that give the fewest further rights; of
 * those that give the same, the fewest levels. None may change things by which only reading was seen, and each is for
 * some call that tells that it is meant.
 */
export function chosenLevels(
  options: readonly Compiled[],
  calls: readonly CountedCall[],
  kindOf: KindOf,
): readonly Compiled[] {
  const fitting = options.filter((entry) => isMeant(entry, calls, kindOf) && isOfKind(entry, calls, kindOf));
  const best = together(fitting, mostTogether)
    .map((entries) => choice(entries, calls))
    .sort(
      (one, other) =>
        one.left - other.left || one.further - other.further || one.entries.length - other.entries.length,
    )[0];
  return best !== undefined && best.left < calls.length ? best.entries : [];
}

function together<Item>(items: readonly Item[], most: number): Item[][] {
  if (most === 0) return [];
  return items.flatMap((item, index) => [
    [item],
    ...together(items.slice(index + 1), most - 1).map((rest) => [item, ...rest]),
  ]);
}

/** Whether an entry does nothing riskier than the calls that it allows. */
function isOfKind({ statements }: Compiled, calls: readonly CountedCall[], kindOf: KindOf): boolean {
  const allowed = calls.filter((call) => surelyAllow(statements, call));
  const seen = Math.max(-1, ...allowed.map(({ action }) => kindOf(action)));
  return statements.every(({ actions }) =>
    actions.every((action) => typeof action === "string" && kindOf(action) <= seen),
  );
}

function isMeant({ service, statements }: Compiled, calls: readonly CountedCall[], kindOf: KindOf): boolean {
  return calls.some((call) => surelyAllow(statements, call) && !isPreparation(service, call.action, kindOf));
}

/**
 * Whether an action that reads belongs to words that change something, and not as part of a smaller word: a program
 * looks for its queue before it sends as well as before it receives, so that looking tells nothing of what comes.
 */
function isPreparation(service: AccessService, action: string, kindOf: KindOf): boolean {
  const { levelsWith, actionsOf } = allWords();
  if (kindOf(action) > 0) return false;
  const having = levelsWith(service, action);
  const changes = (level: string) => actionsOf(service, level).some((other) => kindOf(other) > 0);
  return having.some(
    (level) =>
      changes(level) &&
      !(serviceFacts[service].levels[level] ?? []).some((part) => having.includes(part) && !changes(part)),
  );
}

function choice(entries: readonly Compiled[], calls: readonly CountedCall[]): Choice {
  const allows = (call: CountedCall) => entries.some(({ statements }) => surelyAllow(statements, call));
  return {
    entries,
    left: calls.filter((call) => !allows(call)).length,
    further: furtherRights(entries, calls),
  };
}

/** How many actions on resources come along that no call was. */
function furtherRights(entries: readonly Compiled[], calls: readonly CountedCall[]): number {
  const further = new Set<string>();
  for (const statement of entries.flatMap(({ statements }) => statements))
    for (const action of statement.actions)
      for (const resource of statement.resources) {
        const one: typeof statement = { ...statement, actions: [action], resources: [resource] };
        if (!calls.some((call) => surelyAllow([one], call)))
          further.add(JSON.stringify([action, resource, statement.conditions]));
      }
  return further.size;
}
