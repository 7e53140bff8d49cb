import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

export interface TerraformProvider {
  readonly executable: string;
  readonly version: string;
}

const address = path.join("registry.terraform.io", "hashicorp", "aws");

/** Terraform's name for this platform, as in `linux_amd64`. */
export function terraformPlatform(): string {
  const architectures: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };
  return `${process.platform === "win32" ? "windows" : process.platform}_${architectures[process.arch] ?? process.arch}`;
}

/** `filesystem_mirror` paths and `plugin_cache_dir` of a Terraform CLI configuration (HCL) file. */
export function mirrorsInConfig(text: string): string[] {
  const mirrors = [...text.matchAll(/filesystem_mirror\s*\{[^}]*?path\s*=\s*"([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  const cache = /^\s*plugin_cache_dir\s*=\s*"([^"]+)"/m.exec(text)?.[1];
  return [...mirrors, ...(cache ? [cache] : [])];
}

/**
 * Folders that may hold a Terraform provider, in the order in which they are searched: what the user configured, the implied
 * mirrors of Terraform on Linux and macOS, and add-on software below /opt (Filesystem Hierarchy Standard).
 * Source: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
function mirrors(environment: NodeJS.ProcessEnv): string[] {
  const home = homedir();
  const config = environment.TF_CLI_CONFIG_FILE ?? path.join(home, ".terraformrc");
  const data = environment.XDG_DATA_HOME ?? path.join(home, ".local", "share");
  const implied =
    process.platform === "darwin"
      ? [
          path.join(home, "Library", "Application Support", "io.terraform", "plugins"),
          "/Library/Application Support/io.terraform/plugins",
        ]
      : [
          path.join(data, "terraform", "plugins"),
          "/usr/local/share/terraform/plugins",
          "/usr/share/terraform/plugins",
        ];
  const addOns = existsSync("/opt") ? readdirSync("/opt").map((name) => path.join("/opt", name)) : [];
  return [
    ...(existsSync(config) ? mirrorsInConfig(readFileSync(config, "utf8")) : []),
    ...(environment.TF_PLUGIN_CACHE_DIR ? [environment.TF_PLUGIN_CACHE_DIR] : []),
    path.join(home, ".terraform.d", "plugins"),
    ...implied,
    "/opt",
    ...addOns,
  ];
}

const byVersion = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** The newest unpacked AWS provider (version 5 or later) of the first mirror that holds one. */
export function findTerraformProvider(environment: NodeJS.ProcessEnv): TerraformProvider | undefined {
  for (const mirror of mirrors(environment)) {
    const folder = path.join(mirror, address);
    if (!existsSync(folder)) continue;
    for (const version of readdirSync(folder).sort(byVersion).reverse()) {
      const platform = path.join(folder, version, terraformPlatform());
      if (!/^([5-9]|\d\d)\./.test(version) || !existsSync(platform) || !statSync(platform).isDirectory())
        continue;
      const name = readdirSync(platform).find((file) => file.startsWith("terraform-provider-aws"));
      if (name) return { executable: path.join(platform, name), version };
    }
  }
  return undefined;
}
