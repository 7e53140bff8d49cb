import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { policyNameOf } from "../../components/permissions/managedPolicies.ts";
import { awsManagedPolicyName, managedPolicyVerdict } from "../../iam/catalogue/awsManagedPolicies.ts";
import { anyAccount } from "../stackFile/declaredStacks.ts";
import type { SettingChange } from "./settingChange.ts";
import { launchChanges } from "./launchChanges.ts";
import { attachedInWords, attachedPolicy } from "./show/attached.ts";

/** What a workload is measured by that was not there before. */
export interface Surroundings {
  /** The boundary that the others of the stack have, or that the stack names: an ARN. @default - none */
  readonly boundary?: string;
  /** Tags of the whole stack, which a new workload gets like all others. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What changed for a workload; undefined stands for one that is not there, and so for every default. */
export function settingChanges(
  before: CompiledWorkload | undefined,
  after: CompiledWorkload | undefined,
  around: Surroundings = { tags: {} },
): SettingChange[] {
  if (after === undefined) return [];
  return [
    ...attached(before?.managedPolicyArns ?? [], after.managedPolicyArns),
    ...(before ? boundary(before, after) : boundaryOfNew(after, around)),
    ...sessions(before?.maxSessionSeconds ?? 3600, after.maxSessionSeconds),
    ...launchChanges(before?.launch, after.launch),
    ...instances(before?.associations ?? [], after.associations ?? []),
    ...(before ? tags(before, after) : tagsOfNew(after, around)),
  ];
}

/** A policy of AWS or of the stack's account by its name, any other by its ARN: the same name elsewhere is another policy. */
export function policyName(arn: string): string {
  return awsManagedPolicyName(arn) ?? (arn.includes(`:${anyAccount}:`) ? policyNameOf(arn) : arn);
}

function attached(before: readonly string[], after: readonly string[]): SettingChange[] {
  return [
    ...without(after, before).map((arn) => ({
      gives: "more" as const,
      text: `attaches ${policyName(arn)}`,
      detail: attachedInWords(attachedPolicy(arn)),
    })),
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
  return [{ gives: giving(after), text }];
}

function sessions(before: number, after: number): SettingChange[] {
  const hours = (seconds: number) => `${seconds / 3600} h`;
  const text = `may be assumed for ${hours(after)} instead of ${hours(before)}`;
  return before === after ? [] : [{ gives: after > before ? "more" : "less", text }];
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

/** Where the others have a boundary, a new workload without it reaches further than all of them. */
function boundaryOfNew(
  { permissionsBoundary: own }: CompiledWorkload,
  { boundary: others }: Surroundings,
): SettingChange[] {
  if (others === undefined || own === others) return [];
  const of = `the permissions boundary ${policyName(others)} of the stack`;
  if (own === undefined) return [{ gives: "risky", text: `has not ${of}` }];
  return [{ gives: giving(own), text: `has the permissions boundary ${policyName(own)} instead of ${of}` }];
}

/** What nobody can say without the account, but for a boundary that limits nothing. */
const giving = (boundaryArn: string) =>
  managedPolicyVerdict(boundaryArn)?.breaks.has("everything") ? "risky" : "other";

/** Tags that follow from names, of which other lines tell, and one that nobody asks for. */
const TOLD = ["Project", "Stack", "Workload", "Description"];

/** Policies may ask for the tags of a role, as aws:PrincipalTag. Their values stay out: they may come from a secret. */
function tags({ tags: before }: CompiledWorkload, { tags: after }: CompiledWorkload): SettingChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !TOLD.includes(key) && before[key] !== after[key],
  );
  return keys.length === 0 ? [] : [{ gives: "other", text: `has other tags: ${keys.sort().join(", ")}` }];
}

function tagsOfNew({ tags: own }: CompiledWorkload, { tags: others }: Surroundings): SettingChange[] {
  const keys = Object.keys(own).filter(
    (key) => !TOLD.includes(key) && key !== "Environment" && own[key] !== others[key],
  );
  if (keys.length === 0) return [];
  return [{ gives: "other", text: `has tags that conditions may ask for: ${keys.sort().join(", ")}` }];
}

const without = (list: readonly string[], others: readonly string[]) =>
  list.filter((entry) => !others.includes(entry));
