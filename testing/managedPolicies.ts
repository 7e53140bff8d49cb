import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { ensureMiniStack } from "../sandbox/emulator/environment.ts";
import { projectFolder } from "../sandbox/paths.ts";
import { captureOrFail } from "../commandLine/processes/run.ts";
import { Progress } from "../commandLine/progress.ts";

const folder = path.join(projectFolder, "tests", "policypack", "realData");

/** The file with the documents of all AWS-managed policies by name, made on first use from the pinned package. */
export async function managedPoliciesFile(): Promise<string> {
  const script = path.join(folder, "export_managed_policies.py");
  const hash = createHash("sha256");
  for (const file of [script, path.join(folder, "requirements.txt")]) hash.update(readFileSync(file));
  const name = `aws-managed-policies-${hash.digest("hex").slice(0, 12)}.json`;
  const target = path.join(projectFolder, ".sandbox", "cache", name);
  if (!existsSync(target)) {
    // The sandbox's Python, which is one that has pip.
    const python = await ensureMiniStack(new Progress());
    await captureOrFail("exporting the AWS-managed policies", python, [script, target]);
  }
  return target;
}

/** The documents of all AWS-managed policies, by name. */
export async function managedPolicies(): Promise<ReadonlyMap<string, object>> {
  const documents = JSON.parse(readFileSync(await managedPoliciesFile(), "utf8")) as Record<string, object>;
  return new Map(Object.entries(documents));
}
