import { allow, type Statement } from "../../iam/statement.ts";
import { catalogueActions } from "../../iam/catalogue/catalogueActions.ts";
import { catalogueAction } from "../../iam/effect/catalogueAction.ts";
import { statement } from "../../components/config/statementSchema.ts";
import type { CountedCall } from "./call.ts";

/** Calls that nothing can allow as they are, and why. */
export interface RefusedCalls {
  readonly calls: readonly CountedCall[];
  /** One sentence without its full stop. */
  readonly because: string;
}

/** The statement for one call alone, or why there can be none. */
export async function statementFor({ action, resource }: CountedCall): Promise<Statement | string> {
  const [service = "", name = ""] = action.split(":");
  const [known] = await catalogueActions(service.toLowerCase(), name);
  const spelled = known === undefined ? action : `${service.toLowerCase()}:${known}`;
  const path = resource.replace(/\/\*$/, "/");
  if (/[*?]|\$\{/.test(path) && resource !== "*")
    return `${resource} holds a character that a policy reads as a wildcard or a variable`;
  const parsed = await statement.safeParseAsync({ actions: [spelled], resources: [resource] });
  if (!parsed.success) return parsed.error.issues.map(saidOf).join("; ");
  return allow([spelled], [resource]);
}

/** Why a call without a resource is not proposed, where IAM judges its action on one: all of them would be a guess. */
export async function guessIn({ action, resource }: CountedCall): Promise<string | undefined> {
  if (resource !== "*") return undefined;
  const [service = "", name = ""] = action.toLowerCase().split(":");
  const [known] = await catalogueActions(service, name);
  const isGuess = known !== undefined && (await catalogueAction(service, known)).needsResource;
  return isGuess ? `nothing says on which resource ${action} was called` : undefined;
}

function saidOf({
  path,
  message,
  ...issue
}: {
  path: PropertyKey[];
  message: string;
  params?: unknown;
}): string {
  const { unlessSecret } = (issue.params ?? {}) as { readonly unlessSecret?: string };
  return `${path.join(".")}: ${unlessSecret ?? `want ${message}`}`;
}

/** Statements with the same actions as one, and before that those on the same resources; actions and resources in order. */
export function mergedStatements(statements: readonly Statement[]): Statement[] {
  const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();
  const grouped = (key: (one: Statement) => readonly string[], all: readonly Statement[]) => [
    ...Map.groupBy(all, (one) => key(one).join()).values(),
  ];
  const joined = (group: readonly Statement[]) =>
    allow(sorted(group.flatMap(({ Action }) => Action)), sorted(group.flatMap(({ Resource }) => Resource)));
  const onSame = grouped(({ Resource }) => Resource, statements).map(joined);
  return grouped(({ Action }) => Action, onSame)
    .map(joined)
    .sort((one, other) => (one.Action.join() < other.Action.join() ? -1 : 1));
}
