import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { captureOrFail } from "../../commandLine/processes/run.ts";
import { Progress } from "../../commandLine/progress.ts";
import { cacheFolder } from "../../sandbox/paths.ts";
import { inToolCache } from "../../sandbox/toolchain/toolCache.ts";
import type { CdkGraph } from "./graph.ts";

const packageFiles = ["package.json", "package-lock.json"];

/** The packages that `package-lock.json` here pins, installed into the tool cache on first use. */
async function cdkPackages(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of packageFiles) hash.update(readFileSync(path.join(import.meta.dirname, name)));
  const folder = await inToolCache(`cdk-${hash.digest("hex").slice(0, 12)}`, async (fresh) => {
    for (const name of packageFiles) cpSync(path.join(import.meta.dirname, name), path.join(fresh, name));
    const install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    const cache = `--cache=${path.join(cacheFolder, "npm")}`;
    await new Progress().step("installing AWS CDK and cdk-nag into the tool cache (once)", () =>
      captureOrFail("installing AWS CDK", "npm", [...install, cache], { cwd: fresh }),
    );
  });
  return path.join(folder, "node_modules");
}

/** A CDK app as its user has it: a folder with `cdk.json`, the app and its packages. */
export interface CdkProject {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Makes an app of a graph in a folder of its own; nothing that it does leaves the machine. */
export async function cdkProject(folder: string, graph: CdkGraph): Promise<CdkProject> {
  mkdirSync(folder, { recursive: true });
  symlinkSync(await cdkPackages(), path.join(folder, "node_modules"));
  cpSync(path.join(import.meta.dirname, "app.cjs"), path.join(folder, "app.cjs"));
  writeFileSync(path.join(folder, "graph.json"), JSON.stringify(graph));
  writeFileSync(path.join(folder, "cdk.json"), JSON.stringify({ app: "node app.cjs" }));
  const env = {
    ...process.env,
    CDK_DISABLE_CLI_TELEMETRY: "true",
    CDK_HOME: path.join(folder, ".cdk"),
    CDK_OUTDIR: path.join(folder, "cdk.out"),
  };
  return { cwd: folder, env };
}

/** The commands of a CDK user, without what would ask the network. */
export const cdkSynth = [
  "node_modules/.bin/cdk",
  "synth",
  "--quiet",
  "--no-notices",
  "--no-version-reporting",
];
export const nodeApp = ["node", "app.cjs"];

/** Each package that the app names, with its version. */
export function cdkVersions(): Record<string, string> {
  const text = readFileSync(path.join(import.meta.dirname, "package.json"), "utf8");
  return (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies;
}
