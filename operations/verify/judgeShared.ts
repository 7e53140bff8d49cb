import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { policyDocument } from "../../iam/document/readDocument.ts";
import { diffStatements } from "../../iam/diff/index.ts";
import type { Boundary } from "../../iam/effect/cutOff.ts";
import type { AccountDetails } from "./accountDetails.ts";
import { isOfAccount } from "./answers.ts";
import type { Finding } from "./finding.ts";
import { shownDifference } from "./judgeDocument.ts";
import type { ObservedPolicy } from "./observation.ts";

/** What the policies of the account that workloads use, and that the stack does not make, are compared with. */
export interface SharedBaseline {
  /** What `bootstrap/` declares for the boundary with this end of an ARN. Empty where the repository has no settings for it. */
  readonly boundaries: readonly Boundary[];
  readonly boundaryPath: string;
  /** When the last update ended, in milliseconds since 1970. @default - none is recorded */
  readonly lastUpdate?: number;
}

/** The account's own policies that workloads attach or have as their boundary, and which workloads those are. */
export function sharedPolicies(declared: readonly CompiledWorkload[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name, managedPolicyArns, permissionsBoundary } of declared)
    for (const arn of new Set([...managedPolicyArns, ...(permissionsBoundary ? [permissionsBoundary] : [])]))
      if (isOfAccount(arn)) found.set(arn, [...(found.get(arn) ?? []), name]);
  return found;
}

/** Whether a policy is one that the repository says nothing of, so that only the time of its change is known. */
export const isJudgedByTime = (arn: string, { boundaries, boundaryPath }: SharedBaseline): boolean =>
  boundaries.length === 0 || !arn.endsWith(`:policy/${boundaryPath}`);

/** Compares the contents of the account's policies with what the repository declares, or else with the last update. */
export async function judgeShared(
  shared: ReadonlyMap<string, readonly string[]>,
  { policies }: Pick<AccountDetails, "policies">,
  baseline: SharedBaseline,
): Promise<Finding[]> {
  const found = [...shared].map(async ([arn, users]): Promise<Finding[]> => {
    const at = `policy ${arn} of ${users.length > 1 ? `${users.length} workloads` : (users[0] ?? "")}`;
    const policy = policies.get(arn);
    if (!policy)
      return [
        { at, got: "no such policy", want: "the policy", fix: "find out who deleted it, and make it again" },
      ];
    if (isJudgedByTime(arn, baseline)) return judgeTime(at, policy, baseline.lastUpdate);
    const got = await differenceFromOneOf(baseline.boundaries, policy.document);
    const fix = 'find out who changed it, then run "pulumi up --refresh" in bootstrap/';
    return got === undefined ? [] : [{ at, got, want: "what bootstrap/ declares", fix }];
  });
  return (await Promise.all(found)).flat();
}

/** Undefined where the document says the same as one of some; else how it differs from the one that it is nearest to. */
async function differenceFromOneOf(
  boundaries: readonly Boundary[],
  document: string,
): Promise<string | undefined> {
  const held = policyDocument(document);
  const diffs = await Promise.all(boundaries.map((boundary) => diffStatements(boundary, held.statements)));
  const [nearest] = diffs.sort((one, other) => one.changes.length - other.changes.length);
  return nearest && shownDifference(nearest, { version: "2012-10-17" }, held);
}

/**
 * AWS has the time of each version and not that of its coming into force. So a version that is newer than the last update
 * was put there after it, and of one that is not the newest nobody knows when it was put in the place of that.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html
 */
function judgeTime(
  at: string,
  { inForce, versions }: ObservedPolicy,
  lastUpdate: number | undefined,
): Finding[] {
  const fix =
    'compare its versions and find out who changed it; if it is right, delete the versions after it and run "pulumi up"';
  const number = (id: string) => Number(id.slice(1));
  const newest = versions.reduce((last, { id }) => (number(id) > number(last) ? id : last), inForce);
  if (newest !== inForce)
    return [
      {
        at,
        got: `${inForce} in force, and ${newest} made after it`,
        want: "the newest version in force",
        fix,
      },
    ];
  const createdAt = versions.find(({ id }) => id === inForce)?.createdAt;
  // AWS cuts off the parts of a second.
  if (lastUpdate === undefined || createdAt === undefined || createdAt < Math.floor(lastUpdate / 1000) * 1000)
    return [];
  const time = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+/, "");
  const got = `${inForce} of ${time(createdAt)} in force`;
  return [{ at, got, want: `a version from before the last update, ${time(lastUpdate)}`, fix }];
}
