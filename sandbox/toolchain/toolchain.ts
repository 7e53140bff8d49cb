import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import aws from "@pulumi/aws/package.json" with { type: "json" };
import { projectFolder, type SandboxFolder } from "../paths.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { resolveAwsPlugin, type AwsPlugin } from "./awsPlugin.ts";
import { resolvePulumiCli, type PulumiCli } from "./pulumiCli.ts";
import { writeLauncher } from "./launcher.ts";
import { versions } from "./versions.ts";

/** The engine and the provider that a sandbox runs on, and where each came from. */
export interface Toolchain {
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
  if (!existsSync(folder.toolchainRecord)) return undefined;
  const toolchain = JSON.parse(readFileSync(folder.toolchainRecord, "utf8")) as Toolchain;
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
  const toolchain: Toolchain = { for: wanted, pulumi, aws };
  writeFileSync(folder.toolchainRecord, JSON.stringify(toolchain, null, 2));
  return toolchain;
}
