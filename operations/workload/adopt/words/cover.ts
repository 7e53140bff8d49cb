import { isCovered, type Right, type StatementRights } from "../../../../iam/covers/statementCovers.ts";

/** Rights, arranged so that only those are compared with another whose actions may take it in. */
export class Cover {
  readonly #byAction = new Map<string, StatementRights[]>();
  readonly #patterns: StatementRights[] = [];

  constructor(rights: readonly Right[]) {
    for (const { effect, action, resource, conditions } of rights) {
      const statement = { effect, actions: [action], resources: [resource], conditions };
      const name = plainAction({ action });
      const place = name === undefined ? this.#patterns : (this.#byAction.get(name) ?? []);
      place.push(statement);
      if (name !== undefined) this.#byAction.set(name, place);
    }
  }

  /** Whether the rights say all that another says. */
  covers(right: Right): boolean {
    const name = plainAction(right);
    const same = name === undefined ? [] : (this.#byAction.get(name) ?? []);
    return isCovered(right, [...same, ...this.#patterns]);
  }
}

/** An action without wildcards, in lower case: only such a one or a pattern takes it in. */
function plainAction({ action }: Pick<Right, "action">): string | undefined {
  return "is" in action && !/[*?]/.test(action.is) ? action.is.trim().toLowerCase() : undefined;
}
