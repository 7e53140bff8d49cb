import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { policyNameOf } from "../../components/permissions/managedPolicies.ts";
import { awsManagedPolicyName, managedPolicyVerdict } from "../../iam/catalogue/awsManagedPolicies.ts";
import { anyAccount } from "../stackFile/declaredStacks.ts";

/** A change of who gets the rights of a role and how far they reach, beside what its own policies say. */
export interface SettingChange {
  /** `other` where nobody can say without the account, as for one boundary in place of another. */
  readonly gives: "risky" | "more" | "less" | "other";
  /** Without its subject: `attaches AmazonSSMManagedInstanceCore`. */
  readonly text: string;
}

type Workload = CompiledWorkload | undefined;

/** What changed for a workload; undefined stands for one that is not there, and so for every default. */
export function settingChanges(before: Workload, after: Workload): SettingChange[] {
  if (after === undefined) return [];
  return [
    ...attached(before?.managedPolicyArns ?? [], after.managedPolicyArns),
    ...(before ? boundary(before, after) : []),
    ...sessions(before?.maxSessionSeconds ?? 3600, after.maxSessionSeconds),
    ...hops(before?.launch?.httpPutResponseHopLimit, after.launch?.httpPutResponseHopLimit),
    ...instances(before?.associations ?? [], after.associations ?? []),
    ...(before?.name === after.name ? tags(before, after) : []),
  ];
}

/** A policy of AWS or of the stack's account by its name, any other by its ARN: the same name elsewhere is another policy. */
function policyName(arn: string): string {
  return awsManagedPolicyName(arn) ?? (arn.includes(`:${anyAccount}:`) ? policyNameOf(arn) : arn);
}

function attached(before: readonly string[], after: readonly string[]): SettingChange[] {
  return [
    ...without(after, before).map((arn) => ({ gives: "more" as const, text: `attaches ${policyName(arn)}` })),
    ...without(before, after).map((arn) => ({ gives: detaching(arn), text: `detaches ${policyName(arn)}` })),
  ];
}

/** A policy that goes takes its Deny statements with it. What one of an account says is not known here. */
function detaching(arn: string): SettingChange["gives"] {
  if (/deny|quarantine/i.test(policyNameOf(arn))) return "risky";
  return awsManagedPolicyName(arn) === undefined ? "other" : "less";
}

/** A boundary limits what every policy of the role gives, so that one that goes is the widest change of all. */
function boundary(
  { permissionsBoundary: before }: CompiledWorkload,
  { permissionsBoundary: after }: CompiledWorkload,
): SettingChange[] {
  if (before === after) return [];
  if (after === undefined)
    return [{ gives: "risky", text: `loses its permissions boundary ${policyName(before ?? "")}` }];
  if (before === undefined)
    return [{ gives: "less", text: `gets the permissions boundary ${policyName(after)}` }];
  const text = `has the permissions boundary ${policyName(after)} instead of ${policyName(before)}`;
  return [{ gives: managedPolicyVerdict(after)?.breaks.has("everything") ? "risky" : "other", text }];
}

function sessions(before: number, after: number): SettingChange[] {
  const hours = (seconds: number) => `${seconds / 3600} h`;
  const text = `may be assumed for ${hours(after)} instead of ${hours(before)}`;
  return before === after ? [] : [{ gives: after > before ? "more" : "less", text }];
}

/** Each hop more lets something further away, such as a container, ask for the credentials of the instance. */
function hops(from = 1, to = 1): SettingChange[] {
  const text = `hands its credentials out over ${to} ${to === 1 ? "hop" : "hops"} instead of ${from}`;
  return from === to ? [] : [{ gives: to > from ? "more" : "less", text }];
}

type Associations = NonNullable<CompiledWorkload["associations"]>;

function instances(before: Associations, after: Associations): SettingChange[] {
  const ids = (list: Associations) => list.map(({ instanceId }) => instanceId);
  const replacing = (list: Associations) => ids(list.filter(({ replaceExisting }) => replaceExisting));
  return [
    ...without(ids(after), ids(before)).map((id) => ({
      gives: "more" as const,
      text: `is carried by ${id}`,
    })),
    ...without(replacing(after), replacing(before)).map((id) => ({
      gives: "more" as const,
      text: `takes the profile of somebody else off ${id}`,
    })),
    ...without(ids(before), ids(after)).map((id) => ({
      gives: "less" as const,
      text: `is no longer carried by ${id}`,
    })),
  ];
}

/** Policies may ask for the tags of a role, as aws:PrincipalTag. Their values stay out: they may come from a secret. */
function tags({ tags: before }: CompiledWorkload, { tags: after }: CompiledWorkload): SettingChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => key !== "Description" && before[key] !== after[key],
  );
  return keys.length === 0 ? [] : [{ gives: "other", text: `has other tags: ${keys.sort().join(", ")}` }];
}

const without = (list: readonly string[], others: readonly string[]) =>
  list.filter((entry) => !others.includes(entry));
