import type { AccessLevel } from "../../../iam/catalogue/accessLevels.ts";
import { accessLevels } from "../../../iam/catalogue/accessLevels.ts";
import { managedPolicyVerdict } from "../../../iam/catalogue/awsManagedPolicies.ts";
import { managedPolicyLevels, type ServiceLevels } from "../../../iam/catalogue/managedPolicyLevels.ts";
import { policyNameOf } from "../../../components/permissions/managedPolicies.ts";

/** What an attached policy that is not the stack's own adds to a role. */
export interface AttachedPolicy {
  /** Its name. */
  readonly policy: string;
  /** Whether it allows everything, or nearly so. */
  readonly allowsEverything: boolean;
  /** By service; those of AWS only: what another account's policy says, only that account knows. @default - not resolved */
  readonly services?: readonly ServiceLevels[];
}

/** What is known of an attached policy, by its ARN. */
export function attachedPolicy(arn: string): AttachedPolicy {
  const services = managedPolicyLevels(arn);
  return {
    policy: policyNameOf(arn),
    allowsEverything: managedPolicyVerdict(arn)?.breaks.has("everything") ?? false,
    ...(services && { services }),
  };
}

/** Of a policy with more services than this, a matrix would be nothing but its columns. */
const MOST_COLUMNS = 20;

/** The services of a policy that a matrix shows: `*` stands for many. */
export function columnsOf({ services = [] }: AttachedPolicy): string[] {
  const allowed = services.filter(({ levels }) => levels.length > 0).map(({ service }) => service);
  return allowed.length > MOST_COLUMNS ? ["*"] : allowed;
}

/** What a policy says of one column of a matrix. */
export function inColumn(policy: AttachedPolicy, column: string): readonly ServiceLevels[] {
  const { services = [] } = policy;
  return services.filter(
    ({ service }) => service === column || (column === "*" && columnsOf(policy).includes("*")),
  );
}

const mostServices = 6;

/** What a policy allows, in words: `write, read on ec2messages, ssm`. */
export function attachedInWords({ allowsEverything, services }: AttachedPolicy): string {
  if (allowsEverything) return "it can do everything, or nearly so";
  if (services === undefined) return "not resolved: only its account knows what it allows";
  const byLevels = new Map<string, string[]>();
  for (const { levels, service } of services.filter((one) => one.levels.length > 0)) {
    const words = inOrderOfRisk(levels).join(", ");
    byLevels.set(words, [...(byLevels.get(words) ?? []), service]);
  }
  const denied = services.filter(({ denies }) => denies).map(({ service }) => service);
  const lists = [
    ...[...byLevels].map(([levels, list]) => `${levels} on ${cut(list)}`),
    ...(denied.length > 0 ? [`never all on ${cut(denied)}`] : []),
  ];
  return lists.length === 0 ? "it allows nothing" : lists.join("; ");
}

function cut(services: readonly string[]): string {
  const named = services.map((service) => (service === "*" ? "every service" : service));
  const more = named.length > mostServices ? ` and ${named.length - mostServices} more services` : "";
  return `${named.slice(0, mostServices).join(", ")}${more}`;
}

const inOrderOfRisk = (levels: readonly AccessLevel[]) => [
  ...accessLevels.filter((level) => levels.includes(level)),
  ...(levels.includes("unknown") ? (["unknown"] as const) : []),
];
