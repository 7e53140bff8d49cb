import {
  ACCESS_SERVICES,
  accessStatements,
  everyGrantOf,
  serviceFacts,
  type AccessEntry,
  type AccessService,
} from "../../components/access/index.ts";
import { accessEntry } from "../../components/access/accessEntry.ts";
import type { Target } from "../../iam/arn.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import type { Statement } from "../../iam/statement.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";

/** Which services of `access` have words with an action, and at which of their levels. */
export interface Words {
  /** Those that are about the action's own service first. */
  readonly servicesWith: (action: string) => readonly AccessService[];
  readonly levelsWith: (service: AccessService, action: string) => readonly string[];
  /** All actions of a level, in lower case. */
  readonly actionsOf: (service: AccessService, level: string) => readonly string[];
}

/** Actions are the same wherever the resource is. */
const anywhere = { account: "111122223333", region: "us-east-1", partition: "aws" };

/** The levels that have an action, by the action in lower case. */
type LevelsOf = ReadonlyMap<string, ReadonlySet<string>>;

let read: Words | undefined;

/** The words of all services; they are read when they are first asked for. */
export function allWords(): Words {
  return (read ??= readWords());
}

function readWords(): Words {
  const levels = new Map(ACCESS_SERVICES.map((service) => [service, levelsOf(service)]));
  const byAction = new Map<string, readonly AccessService[]>();
  return {
    servicesWith: (action) => {
      const name = action.toLowerCase();
      const known = byAction.get(name) ?? inOrder(name, levels);
      byAction.set(name, known);
      return known;
    },
    levelsWith: (service, action) => [...(levels.get(service)?.get(action.toLowerCase()) ?? [])],
    actionsOf: (service, level) =>
      [...(levels.get(service) ?? [])].flatMap(([action, having]) => (having.has(level) ? action : [])),
  };
}

function levelsOf(service: AccessService): LevelsOf {
  const found = new Map<string, Set<string>>();
  for (const grant of everyGrantOf(service))
    for (const action of accessStatements(grant, anywhere).flatMap(({ Action }) => Action)) {
      const name = action.toLowerCase();
      found.set(name, (found.get(name) ?? new Set()).add(levelOf(service, grant)));
    }
  return found;
}

const levelOf = (service: AccessService, grant: AccessEntry) =>
  (grant[service] as { readonly level: string }).level;

/** An agent has actions of many services, and the word of the service itself says better what one of them is for. */
function inOrder(action: string, levels: ReadonlyMap<AccessService, LevelsOf>): AccessService[] {
  const prefix = `${action.split(":")[0] ?? ""}:`;
  const share = (service: AccessService) => {
    const actions = [...(levels.get(service)?.keys() ?? [])];
    return actions.filter((other) => other.startsWith(prefix)).length / actions.length;
  };
  return ACCESS_SERVICES.filter((service) => levels.get(service)?.has(action)).sort(
    (one, other) => share(other) - share(one),
  );
}

/** An entry and what it says. */
export interface Compiled {
  readonly entry: AccessEntry;
  readonly service: AccessService;
  readonly level: string;
  /** All that the entry says beside its level. */
  readonly fields: Fields;
  readonly statements: readonly PolicyStatement[];
  /** The same as a document has them. */
  readonly plain: readonly Statement[];
}

/** The values of a grant by the names of its fields. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Compiles an entry, whether or not the schema would take it: what it leaves out and has to name is none there. */
export function compiled(service: AccessService, fields: Fields, level: string, target: Target): Compiled {
  const entryOf = (grant: object) => ({ [service]: { ...grant, level } }) as AccessEntry;
  const none: [string, string[]][] = Object.entries(serviceFacts[service].resources).flatMap(
    ([name, { optional }]) => (optional || name in fields ? [] : [[name, []]]),
  );
  const whole = entryOf({ ...Object.fromEntries(none), ...fields });
  const plain = accessStatements(whole, target);
  return { entry: entryOf(fields), service, level, fields, plain, statements: statementsOf(plain) };
}

/** Whether the schema takes an entry. */
export function isEntry(entry: AccessEntry): boolean {
  return accessEntry.safeParse(entry).success;
}
