import * as path from "node:path";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { noFullAccessManagedPolicies } from "../../policypack/policies/noFullAccessManagedPolicies.ts";
import { noFullServiceAccess } from "../../policypack/policies/noFullServiceAccess.ts";
import { noOpenActions } from "../../policypack/policies/noOpenActions.ts";
import { noOpenResources } from "../../policypack/policies/noOpenResources.ts";
import { noPrivilegeEscalation } from "../../policypack/policies/noPrivilegeEscalation.ts";
import { noRiskyGrants } from "../../policypack/policies/noRiskyGrants.ts";
import { noStarStarGrants } from "../../policypack/policies/noStarStarGrants.ts";
import { type Exceptions, noExceptions } from "../../policypack/exceptions/exceptions.ts";
import { readExceptions } from "../../policypack/exceptions/readExceptions.ts";
import type { DeclaredStack } from "../stackFile/declaredStacks.ts";
import { rightsResources } from "./rightsResources.ts";

/** Something that the policy pack finds in the rights of a workload. */
export interface Risk {
  /** The policy, such as `no-privilege-escalation`. */
  readonly policy: string;
  /** Whether the pack refuses it, by the level that the policy has where no configuration changes it. */
  readonly refused: boolean;
  readonly got: string;
  readonly want: string;
  /** The entry of `policypack/exceptions.yaml` about it. @default - none */
  readonly exception?: RiskException;
}

/** Why a finding may pass, and how long. */
export interface RiskException {
  readonly reason: string;
  /** The last day, as `2026-12-31`. */
  readonly expires: string;
  /** False once that day is over: the pack judges as if there were no exception. */
  readonly inForce: boolean;
}

/** The policies that judge what an identity may do. */
const policies = [
  noStarStarGrants,
  noPrivilegeEscalation,
  noFullServiceAccess,
  noOpenResources,
  noOpenActions,
  noFullAccessManagedPolicies,
  noRiskyGrants,
];

/** The exceptions of a project that are about these policies; what is wrong with the file is for the pack to say. */
export function exceptionsOf(project: string): Promise<Exceptions> {
  return readExceptions(
    path.join(project, "policypack", "exceptions.yaml"),
    policies.map(({ name }) => name),
  );
}

/** What the policy pack finds in the rights of a workload. */
async function risksOf(
  stack: DeclaredStack,
  workload: CompiledWorkload | undefined,
  exceptions: Exceptions,
): Promise<Risk[]> {
  if (workload === undefined) return [];
  const context = { config: {}, stackConfig: {}, exceptions, shownBefore: [] };
  const found: Risk[] = [];
  for (const resource of rightsResources(stack, workload))
    for (const { name, enforcementLevel, types, checkResource } of policies) {
      if (checkResource === undefined || types?.includes(resource.type) === false) continue;
      for await (const finding of checkResource(resource, context)) {
        const { excused, entry } = exceptions.judge(name, resource.urn, finding);
        found.push({
          policy: name,
          refused: enforcementLevel === "mandatory" && !excused,
          got: finding.got,
          want: finding.want,
          ...(entry && {
            exception: { reason: entry.reason, expires: entry.expires, inForce: excused },
          }),
        });
      }
    }
  return found;
}

/** What the pack finds now and did not find before, whether or not an exception lets it pass. */
export async function newRisks(
  stack: DeclaredStack,
  before: CompiledWorkload | undefined,
  after: CompiledWorkload | undefined,
  exceptions: Exceptions,
): Promise<Risk[]> {
  const known = new Set((await risksOf(stack, before, noExceptions())).map(key));
  const added = (await risksOf(stack, after, exceptions)).filter((risk) => !known.has(key(risk)));
  // The same finding in two statements is one risk, unless an exception is about one of them only.
  const distinct = new Map(added.map((risk) => [`${key(risk)} ${JSON.stringify(risk.exception)}`, risk]));
  return [...distinct.values()].sort((one, other) => Number(other.refused) - Number(one.refused));
}

const key = ({ policy, got }: Risk) => `${policy} ${got}`;
