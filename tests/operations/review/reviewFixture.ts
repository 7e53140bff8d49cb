import { parse } from "yaml";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { Failure } from "../../../commandLine/failure.ts";
import type { CompileOne } from "../../../operations/review/patchStack.ts";
import type { RoleUsage, ServiceUsage } from "../../../operations/review/usage/usage.ts";
import { checkedStack } from "../../components/stackFixture.ts";

/** The window of the tests is that of 90 days before this time. */
export const reviewedAt = "2026-11-25T00:00:00.000Z";
export const since = "2026-08-27T00:00:00.000Z";

/** A use within the window, and one before it. */
export const lately = "2026-11-20T08:00:00.000Z";
export const longAgo = "2026-05-01T08:00:00.000Z";

/** A service of which actions were used at times, or never as far as AWS tracks them. */
export function service(
  name: string,
  lastUsed: string | undefined,
  tracked: Readonly<Record<string, string | undefined>> = {},
): ServiceUsage {
  const actions = Object.entries(tracked).map(([action, used]) => [action.toLowerCase(), used] as const);
  return { name, ...(lastUsed !== undefined && { lastUsed }), tracked: new Map(actions) };
}

/** What an old role used. */
export function usage(
  services: Readonly<Record<string, ServiceUsage>>,
  changes: Partial<RoleUsage> = {},
): RoleUsage {
  return { createdAt: "2025-01-01T00:00:00.000Z", services: new Map(Object.entries(services)), ...changes };
}

/** Compiles one workload, as it is deployed in the tests. */
export const compileOne: CompileOne = async (name, entry) => {
  const { errors, workloads } = await checkedStack({
    values: { "instance-profiles:environment": "dev", "instance-profiles:workloads": { [name]: entry } },
  });
  if (errors.length > 0) throw new Failure(errors.join("; "));
  return workloads[0];
};

/** A workload called `orders`, given as YAML. */
export async function orders(text: string): Promise<CompiledWorkload> {
  const compiled = await compileOne("orders", parse(text));
  if (!compiled) throw new Error("no workload");
  return compiled;
}

/** A stack file with one workload, given as YAML. */
export function stackFile(workload: string, lineEnd = "\n"): string {
  const lines = workload.trim().split("\n");
  return [
    "encryptionsalt: v1:abc=",
    "config:",
    "  aws:region: eu-central-1",
    "  instance-profiles:environment: dev",
    "  instance-profiles:workloads:",
    "    # Takes orders.",
    "    orders:",
    ...lines.map((line) => `      ${line}`),
    "",
  ].join(lineEnd);
}
