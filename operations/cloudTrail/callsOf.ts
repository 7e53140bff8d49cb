import { actionsOf } from "./actions/actionsOf.ts";
import { neededByRequest } from "./actions/byRequest.ts";
import { withoutVersion } from "./actions/exceptions.ts";
import { prefixOf } from "./actions/services.ts";
import type { Call } from "./call.ts";
import { denialOf } from "./denial.ts";
import { type CloudTrailRecord, parameter } from "./record.ts";
import { candidates } from "./resources/candidates.ts";
import { judgedOn } from "./resources/judgedOn.ts";

/** One use of a right, or its refusal. */
export type OneCall = Omit<Call, "count">;

/** What IAM judged for one event; empty where its name is that of no action. */
export async function callsOf(record: CloudTrailRecord): Promise<OneCall[]> {
  const prefix = prefixOf(record.eventSource);
  const denial = denialOf(record);
  const common = { lastUsed: record.eventTime, ...(denial && { errorCode: denial.errorCode }) };
  if (denial?.action !== undefined)
    return [{ action: denial.action, resource: denial.resource ?? "*", ...common }];
  const asked = actionsOf(record.eventSource, record.eventName);
  const byName = asked instanceof Promise ? await asked : asked;
  const needed =
    neededByRequest(prefix, withoutVersion(record.eventName), record) ?? byName.map((action) => ({ action }));
  const found: OneCall[] = [];
  let named: string[] | undefined;
  for (const { action, resource } of needed as readonly { action: string; resource?: string }[]) {
    if (action === "") continue;
    named ??= candidates(prefix, record);
    const choose = judgedOn(action);
    const judged = resource ?? (choose instanceof Promise ? await choose : choose)(named);
    const context = contextOf(action, record);
    found.push({ action, resource: judged, ...common, ...(context && { context }) });
  }
  return found;
}

/**
 * Values of condition keys that the words of `access` limit, and that the event tells. What asks for no prefix meets no
 * limit of it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
function contextOf(action: string, record: CloudTrailRecord): Call["context"] | undefined {
  if (action !== "s3:ListBucket" && action !== "s3:ListBucketVersions") return undefined;
  return { "s3:prefix": [parameter(record, "prefix") ?? ""] };
}
