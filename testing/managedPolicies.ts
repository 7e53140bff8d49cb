import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { ensureMiniStack } from "../sandbox/emulator/environment.ts";
import { projectFolder } from "../sandbox/paths.ts";
import { captureOrFail } from "../commandLine/processes/run.ts";
import { Progress } from "../commandLine/progress.ts";

const folder = path.join(projectFolder, "tests", "policypack", "realData");

/** An AWS-managed policy as AWS held it when the pinned packages were made. */
export interface ManagedPolicy {
  /** `/`, `/service-role/`, `/job-function/`, … */
  readonly path: string;
  /** The default one: `v12`. */
  readonly version: string;
  readonly document: object;
}

/** The file with the documents of all AWS-managed policies by name, made on first use from the pinned package. */
export function managedPoliciesFile(): Promise<string> {
  return exported("aws-managed-policies", []);
}

/** The documents of all AWS-managed policies, by name. */
export async function managedPolicies(): Promise<ReadonlyMap<string, object>> {
  const documents = JSON.parse(readFileSync(await managedPoliciesFile(), "utf8")) as Record<string, object>;
  return new Map(Object.entries(documents));
}

/** All AWS-managed policies by name, also those that AWS has withdrawn. */
export async function managedPoliciesWithVersions(): Promise<ReadonlyMap<string, ManagedPolicy>> {
  const file = await exported("aws-managed-policy-versions", ["--with-versions"]);
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, ManagedPolicy>));
}

async function exported(kind: string, options: readonly string[]): Promise<string> {
  const script = path.join(folder, "export_managed_policies.py");
  const hash = createHash("sha256");
  for (const name of ["export_managed_policies.py", "requirements.txt", "retired.txt"])
    hash.update(readFileSync(path.join(folder, name)));
  const name = `${kind}-${hash.digest("hex").slice(0, 12)}.json`;
  const target = path.join(projectFolder, ".sandbox", "cache", name);
  if (!existsSync(target)) {
    // The sandbox's Python, which is one that has pip.
    const python = await ensureMiniStack(new Progress());
    await captureOrFail("exporting the AWS-managed policies", python, [script, target, ...options]);
  }
  return target;
}
