import type { CompiledWorkload } from "../../components/config/compileStack";
import { policyNameOf } from "../../components/permissions/managedPolicies";

/** A change of who gets the rights of a role and how far they reach, beside what its own policies say. */
export interface SettingChange {
  /** `other` where nobody can say without the account, as for one boundary in place of another. */
  readonly gives: "risky" | "more" | "less" | "other";
  /** Without its subject: `attaches AmazonSSMManagedInstanceCore`. */
  readonly text: string;
}

/** What changed for a workload; undefined stands for one that is not there. */
export function settingChanges(
  before: CompiledWorkload | undefined,
  after: CompiledWorkload | undefined,
): SettingChange[] {
  return [
    ...managedPolicies(before?.managedPolicyArns ?? [], after?.managedPolicyArns ?? []),
    ...(before && after
      ? [...boundary(before, after), ...sessions(before, after), ...hops(before, after)]
      : []),
    ...instances(before?.associations ?? [], after?.associations ?? []),
  ];
}

function managedPolicies(before: readonly string[], after: readonly string[]): SettingChange[] {
  return [
    ...without(after, before).map((arn) => ({
      gives: "more" as const,
      text: `attaches ${policyNameOf(arn)}`,
    })),
    ...without(before, after).map((arn) => ({
      gives: "less" as const,
      text: `detaches ${policyNameOf(arn)}`,
    })),
  ];
}

/** A boundary limits what every policy of the role gives, so that one that goes is the widest change of all. */
function boundary(
  { permissionsBoundary: old }: CompiledWorkload,
  { permissionsBoundary: fresh }: CompiledWorkload,
): SettingChange[] {
  if (old === fresh) return [];
  if (old === undefined)
    return [{ gives: "less", text: `gets the permissions boundary ${policyNameOf(fresh ?? "")}` }];
  if (fresh === undefined)
    return [{ gives: "risky", text: `loses its permissions boundary ${policyNameOf(old)}` }];
  const text = `has the permissions boundary ${policyNameOf(fresh)} instead of ${policyNameOf(old)}`;
  return [{ gives: "other", text }];
}

function sessions(
  { maxSessionSeconds: old }: CompiledWorkload,
  { maxSessionSeconds: fresh }: CompiledWorkload,
): SettingChange[] {
  const hours = (seconds: number) => `${seconds / 3600} h`;
  const text = `may be assumed for ${hours(fresh)} instead of ${hours(old)}`;
  return old === fresh ? [] : [{ gives: fresh > old ? "more" : "less", text }];
}

/** Each hop more lets something further away, such as a container, ask for the credentials of the instance. */
function hops({ launch: old }: CompiledWorkload, { launch: fresh }: CompiledWorkload): SettingChange[] {
  if (!old || !fresh || old.httpPutResponseHopLimit === fresh.httpPutResponseHopLimit) return [];
  const [from, to] = [old.httpPutResponseHopLimit, fresh.httpPutResponseHopLimit];
  const text = `hands its credentials out over ${to} ${to === 1 ? "hop" : "hops"} instead of ${from}`;
  return [{ gives: to > from ? "more" : "less", text }];
}

function instances(
  before: NonNullable<CompiledWorkload["associations"]>,
  after: NonNullable<CompiledWorkload["associations"]>,
): SettingChange[] {
  const ids = (list: typeof before) => list.map(({ instanceId }) => instanceId);
  return [
    ...without(ids(after), ids(before)).map((id) => ({
      gives: "more" as const,
      text: `is carried by ${id}`,
    })),
    ...without(ids(before), ids(after)).map((id) => ({
      gives: "less" as const,
      text: `is no longer carried by ${id}`,
    })),
  ];
}

const without = (list: readonly string[], others: readonly string[]) =>
  list.filter((entry) => !others.includes(entry));
