import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { Command } from "commander";
import { Failure } from "../../commandLine/failure.ts";
import { type BuiltPack, builtPack } from "./packFiles.ts";

/** Whether a folder holds nothing of anybody's: it is missing, empty, or has an earlier build. */
function isOurs(folder: string, { name, files }: BuiltPack): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return true;
  const manifest = path.join(folder, "package.json");
  if (![...files.keys()].every((file) => existsSync(path.join(folder, file)))) return false;
  return (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === name;
}

/** Writes a pack. What npm installed there for an earlier build stays. */
export function writePack(folder: string, pack: BuiltPack): void {
  if (!isOurs(folder, pack))
    throw new Failure(`${folder} holds other files than an earlier build: name an empty folder with --out`);
  for (const [file, text] of pack.files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

export function buildPolicyPackCommand(project: string): Command {
  return new Command("build:policypack")
    .description("write the policy pack as a folder that stands alone, for Pulumi projects elsewhere")
    .option("--out <folder>", "where to write it", path.join("dist", "policypack"))
    .addHelpText("after", "\nExit code: 0 written, 2 could not build or write it")
    .action(async ({ out }: { out: string }) => {
      const pack = await builtPack(project);
      writePack(path.resolve(project, out), pack);
      const kilobytes = (text: string) => Math.ceil(Buffer.byteLength(text) / 1024);
      const lines = [...pack.files].map(([file, text]) => `  ${file}, ${kilobytes(text)} KB`);
      process.stdout.write(
        [`${pack.name} ${pack.version} in ${out}:`, ...lines, `Run "npm install" in it.`, ""].join("\n"),
      );
    });
}
