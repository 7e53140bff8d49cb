import {
  eachRight,
  isCovered,
  type Right,
  type StatementRights,
  statementRights,
} from "../../../../iam/covers/statementCovers.ts";
import { statementsOf } from "../../../../iam/document/readDocument.ts";
import type { Statement } from "../../../../iam/statement.ts";

/** A right with what it says as text: two of the same key are the same. */
export interface KeyedRight extends Right {
  readonly key: string;
}

/** Everything that statements say, each once. */
export function rightsOf(statements: readonly Statement[]): KeyedRight[] {
  const rights = statementsOf(statements).map(statementRights).flatMap(eachRight);
  const keyed = rights.map((right) => ({ ...right, key: JSON.stringify(right) }));
  return [...new Map(keyed.map((right) => [right.key, right])).values()];
}

/** Rights, arranged so that only those are compared with another whose actions may take it in. */
export class Cover {
  readonly #byAction = new Map<string, (StatementRights & { readonly key: string })[]>();
  readonly #keys = new Set<string>();
  readonly #known = new Map<string, boolean>();

  constructor(rights: Iterable<KeyedRight>) {
    for (const { effect, action, resource, conditions, key } of rights) {
      if (this.#keys.has(key)) continue;
      this.#keys.add(key);
      const name = plainAction(action);
      const place = this.#byAction.get(name) ?? [];
      this.#byAction.set(name, place);
      place.push({ effect, actions: [action], resources: [resource], conditions, key });
    }
  }

  /** Whether the rights say all that another says. */
  covers(right: KeyedRight): boolean {
    if (this.#keys.has(right.key)) return true;
    const known = this.#known.get(right.key) ?? this.coversByOthers(right);
    this.#known.set(right.key, known);
    return known;
  }

  /** The same, by others than the very same right. */
  coversByOthers(right: KeyedRight): boolean {
    const name = plainAction(right.action);
    const near = [...new Set([name, PATTERN])].flatMap((action) => this.#byAction.get(action) ?? []);
    return isCovered(
      right,
      near.filter(({ key }) => key !== right.key),
    );
  }
}

/** Stands for all actions that are patterns. */
const PATTERN = "*";

/** An action without wildcards, in lower case: only such a one or a pattern takes it in. */
function plainAction(action: Right["action"]): string {
  return "is" in action && !/[*?]/.test(action.is) ? action.is.trim().toLowerCase() : PATTERN;
}
