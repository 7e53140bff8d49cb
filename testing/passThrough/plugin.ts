import { mkdirSync } from "node:fs";
import * as path from "node:path";
import { writeLauncher } from "../../sandbox/toolchain/launcher.ts";

/** Puts the pass-through provider where `Pulumi.yaml` of a project names it: into `plugins/<package>`. */
export function putPassThroughPlugin(project: string, packageName: string): void {
  const folder = path.join(project, "plugins", packageName);
  mkdirSync(folder, { recursive: true });
  writeLauncher(
    path.join(folder, `pulumi-resource-${packageName}`),
    path.join(import.meta.dirname, "provider.ts"),
  );
}
