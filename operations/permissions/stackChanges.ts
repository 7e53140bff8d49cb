import type { DeclaredStack } from "../stackFile/declaredStacks.ts";
import type { SettingChange } from "./settingChange.ts";
import { policyName } from "./settingChanges.ts";

/** A change that is about all roles of a stack. */
export interface StackChange extends SettingChange {
  readonly stack: string;
}

/** What changed for all workloads of a stack at once. One that comes or goes says it with its workloads. */
export function stackChanges(before: DeclaredStack, after: DeclaredStack): StackChange[] {
  if (before.defaults === undefined || after.defaults === undefined) return [];
  const changes: readonly (SettingChange | undefined)[] = [
    projects(before, after),
    provider(before, after),
    environments(before, after),
    secretsProvider(before, after),
    boundary(before, after),
    tags(before, after),
    environmentName(before, after),
  ];
  return changes.flatMap((change) => (change ? [{ stack: after.name, ...change }] : []));
}

const other = (text: string): SettingChange => ({ gives: "other", text });

/** The name of the project is a part of every name in AWS. */
function projects(
  { project: from }: DeclaredStack,
  { project: to }: DeclaredStack,
): SettingChange | undefined {
  if (from === to) return undefined;
  return other(
    `is of the project ${to} instead of ${from}: every role, profile and policy gets a new name, and what carries the old ones has to be replaced`,
  );
}

/** Settings that change where a stack is deployed, or by whom. Values stay out: some are secret. */
function provider(before: DeclaredStack, after: DeclaredStack): SettingChange | undefined {
  const keys = differing(before.provider, after.provider);
  if (keys.length === 0) return undefined;
  return other(
    `has other settings of AWS (${keys.join(", ")}): it may be deployed elsewhere, or by somebody else`,
  );
}

function environments(before: DeclaredStack, after: DeclaredStack): SettingChange | undefined {
  if (JSON.stringify(before.environment) === JSON.stringify(after.environment)) return undefined;
  const [from, to] = [before, after].map((stack) => stack.environments.join(", ") || "none");
  const names = from === to ? `${to}, defined in other words` : `${to} instead of ${from}`;
  return other(`gets values of other environments of Pulumi ESC: ${names}. They may set anything`);
}

function secretsProvider(before: DeclaredStack, after: DeclaredStack): SettingChange | undefined {
  const [from, to] = [before, after].map((stack) => stack.secretsProvider ?? "that of the backend");
  if (from !== to)
    return other(
      `has another secrets provider: ${to} instead of ${from}, and so others may read its secrets`,
    );
  // A stack gets its salt when it is made, and no other afterwards.
  if (before.secretsKey === undefined || before.secretsKey === after.secretsKey) return undefined;
  return other("has another key or salt of its secrets, and so others may read them, or nobody");
}

function boundary(before: DeclaredStack, after: DeclaredStack): SettingChange | undefined {
  const [from, to] = [before.defaults?.permissionsBoundary, after.defaults?.permissionsBoundary];
  if (from === to) return undefined;
  if (to === undefined)
    return {
      gives: "risky",
      text: `names no permissions boundary any more, before ${policyName(from ?? "")}`,
    };
  const instead = from === undefined ? "" : ` instead of ${policyName(from)}`;
  return other(`names the permissions boundary ${policyName(to)}${instead}`);
}

function tags(before: DeclaredStack, after: DeclaredStack): SettingChange | undefined {
  const keys = differing(before.defaults?.tags ?? {}, after.defaults?.tags ?? {});
  return keys.length === 0 ? undefined : other(`has other tags: ${keys.join(", ")}`);
}

function environmentName(before: DeclaredStack, after: DeclaredStack): SettingChange | undefined {
  const [from, to] = [before.defaults?.environment ?? "", after.defaults?.environment ?? ""];
  return from === to ? undefined : other(`is the environment ${to} instead of ${from}`);
}

function differing(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .sort();
}
