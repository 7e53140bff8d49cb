import type { CompiledWorkload } from "../../components/config/compileStack";
import { noFullAccessManagedPolicies } from "../../policypack/policies/noFullAccessManagedPolicies";
import { noFullServiceAccess } from "../../policypack/policies/noFullServiceAccess";
import { noOpenActions } from "../../policypack/policies/noOpenActions";
import { noOpenResources } from "../../policypack/policies/noOpenResources";
import { noPrivilegeEscalation } from "../../policypack/policies/noPrivilegeEscalation";
import { noStarStarGrants } from "../../policypack/policies/noStarStarGrants";
import { noExceptions } from "../../policypack/support/exceptions/exceptions";
import type { Resource } from "../../policypack/support/resource";

/** Something that the policy pack finds in the rights of a workload. */
export interface Risk {
  /** The policy, such as `no-privilege-escalation`. */
  readonly policy: string;
  /** Whether the pack refuses it, by the level that the policy has where no configuration changes it. */
  readonly refused: boolean;
  readonly got: string;
  readonly want: string;
}

/** The policies that judge what an identity may do. */
const policies = [
  noStarStarGrants,
  noPrivilegeEscalation,
  noFullServiceAccess,
  noOpenResources,
  noOpenActions,
  noFullAccessManagedPolicies,
];

/** The resources that hold the rights of a workload, as the pack sees them. */
function resourcesOf({ statements, managedPolicyArns }: CompiledWorkload): Resource[] {
  const document = { Version: "2012-10-17", Statement: statements };
  return [
    ...(statements.length > 0 ? [{ type: "aws:iam/policy:Policy", inputs: { policy: document } }] : []),
    ...managedPolicyArns.map((policyArn) => ({
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      inputs: { policyArn },
    })),
  ];
}

/** What the policy pack finds in the rights of a workload. */
export async function risksOf(workload: CompiledWorkload | undefined): Promise<Risk[]> {
  if (workload === undefined) return [];
  const context = { config: {}, stackConfig: {}, exceptions: noExceptions() };
  const found: Risk[] = [];
  for (const resource of resourcesOf(workload))
    for (const { name, enforcementLevel, types, checkResource } of policies) {
      if (checkResource === undefined || types?.includes(resource.type) === false) continue;
      for await (const { got, want } of checkResource(resource, context))
        found.push({ policy: name, refused: enforcementLevel === "mandatory", got, want });
    }
  return found;
}

/** What the pack finds now and did not find before. */
export async function newRisks(
  before: CompiledWorkload | undefined,
  after: CompiledWorkload | undefined,
): Promise<Risk[]> {
  const known = new Set((await risksOf(before)).map(key));
  const fresh = (await risksOf(after)).filter((risk) => !known.has(key(risk)));
  return [...new Map(fresh.map((risk) => [key(risk), risk])).values()].sort(
    (one, other) => Number(other.refused) - Number(one.refused),
  );
}

const key = ({ policy, got }: Risk) => `${policy} ${got}`;
