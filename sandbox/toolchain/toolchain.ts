import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import * as path from "node:path";
import aws from "@pulumi/aws/package.json" with { type: "json" };
import { projectFolder, type SandboxFolder } from "../paths.ts";
import { readRecord, writeRecord } from "../records.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { resolveAwsPlugin, type AwsPlugin } from "./awsPlugin.ts";
import { resolvePulumiCli, type PulumiCli } from "./pulumiCli.ts";
import { writeLauncher } from "./launcher.ts";
import { versions } from "./versions.ts";

/** The engine and the provider that a sandbox runs on, and where each came from. */
export interface Toolchain {
  /** The root of the sandbox, whose path stands in the scripts that start its tools. */
  readonly folder: string;
  /** What the record was made for: another value of any of these makes it again. */
  readonly for: {
    readonly pulumi: string;
    readonly bridge: string;
    readonly aws: string;
    readonly node: string;
  };
  readonly pulumi: PulumiCli;
  readonly aws: AwsPlugin;
}

const wanted = {
  pulumi: versions.pulumi,
  bridge: versions.terraformBridge,
  aws: aws.version,
  node: process.execPath,
};

/** What the CLI starts for resources whose provider is code of the program; it looks beside its own path. */
const dynamicProvider = (folder: SandboxFolder) => path.join(folder.bin, "pulumi-resource-pulumi-nodejs");

function recorded(folder: SandboxFolder): Toolchain | undefined {
  const toolchain = readRecord(folder.toolchainRecord) as Toolchain | undefined;
  if (toolchain?.folder !== folder.root) return undefined;
  const same = JSON.stringify(toolchain.for) === JSON.stringify(wanted);
  const needed = [
    toolchain.pulumi.executable,
    path.join(folder.bin, "pulumi"),
    ...(toolchain.pulumi.hasLanguageHost ? [] : [dynamicProvider(folder)]),
  ];
  return same && needed.every((file) => existsSync(file)) ? toolchain : undefined;
}

/**
 * A CLI of our own build gets our language host beside it. The CLI looks beside its own path, so it is a hard link (a copy
 * where the cache is on another disk); a complete CLI is reached by a symbolic link, and finds its own host.
 */
function putCli(cli: PulumiCli, folder: SandboxFolder): void {
  const target = path.join(folder.bin, "pulumi");
  rmSync(target, { force: true });
  if (cli.hasLanguageHost) {
    symlinkSync(cli.executable, target);
    return;
  }
  try {
    linkSync(cli.executable, target);
  } catch {
    copyFileSync(cli.executable, target);
  }
  writeLauncher(
    path.join(folder.bin, "pulumi-language-nodejs"),
    path.join(projectFolder, "sandbox", "languageHost", "main.ts"),
  );
  writeLauncher(
    dynamicProvider(folder),
    path.join(projectFolder, "sandbox", "languageHost", "dynamicProvider.ts"),
  );
}

/** The toolchain of a sandbox, made on the first call and found again on later ones. */
export async function ensureToolchain(folder: SandboxFolder, progress: Progress): Promise<Toolchain> {
  const found = recorded(folder);
  if (found) return found;
  for (const part of [folder.bin, folder.pulumiHome, folder.temporary]) mkdirSync(part, { recursive: true });
  const pulumi = await resolvePulumiCli(progress);
  putCli(pulumi, folder);
  const aws = await resolveAwsPlugin(path.join(folder.bin, "pulumi"), folder, progress);
  const toolchain: Toolchain = { folder: folder.root, for: wanted, pulumi, aws };
  writeRecord(folder.toolchainRecord, toolchain);
  return toolchain;
}
