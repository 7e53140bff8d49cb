#!/usr/bin/env node
// Entry of every sandbox command. It has to run on a clean clone, so it uses nothing but Node until the
// project's own packages are installed and the sandbox is compiled.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const build = join(root, ".sandbox", "build");
const compiledFolders = ["sandbox", "commandLine", "components", "operations/declared", "policypack/support"];
const require = createRequire(join(root, "package.json"));

/** @param {string} message @returns {never} */
function stop(message) {
  process.stderr.write(`sandbox: ${message}\n`);
  process.exit(1);
}

/** @param {string[]} files */
function digest(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

/** @param {string} file */
const stampOf = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** Whether node_modules is what the lockfile says, whoever installed it; npm records what it installed there. */
function packagesAreInstalled() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === "" || entry.optional || entry.peer || installed[name]?.version === entry.version,
  );
}

function installPackages() {
  if (packagesAreInstalled()) return;
  const started = Date.now();
  process.stderr.write("installing node modules from the lockfile …\n");
  // The cache folder is the sandbox's own, so that nothing is written to the user's npm folder.
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "instance-profiles", "npm");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", `--cache=${cache}`];
  const npm = spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (npm.error) stop(`cannot start npm: ${npm.error.message}; install npm beside Node`);
  if (npm.status !== 0) stop(`"npm ci" ended with ${npm.signal ?? npm.status}; its own message stands above`);
  process.stderr.write(`installed node modules in ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Compiles without type check: the plugins of the sandbox start often, and type-checking is `npm run typecheck`. */
function compile() {
  const files = compiledFolders.flatMap(filesBelow).filter((file) => file.endsWith(".ts"));
  const stamp = join(build, ".compiled");
  const wanted = digest(["package-lock.json", "tsconfig.json", ...files]);
  if (stampOf(stamp) === wanted) return;
  const ts = require("typescript");
  const fresh = `${build}-${process.pid}`;
  for (const file of files) {
    const { outputText } = ts.transpileModule(readFileSync(join(root, file), "utf8"), {
      fileName: file,
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.CommonJS,
        esModuleInterop: true,
      },
    });
    const target = join(fresh, file.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
  }
  writeFileSync(join(fresh, ".compiled"), wanted);
  // A plugin of another command may be loading a file this instant: files are replaced, never missing.
  if (existsSync(build)) {
    cpSync(fresh, build, { recursive: true, force: true });
    rmSync(fresh, { recursive: true, force: true });
  } else {
    renameSync(fresh, build);
  }
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Node ${process.versions.node} is too old: install Node 20.19 or newer`);
try {
  installPackages();
  compile();
} catch (error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  stop(code === "ENOSPC" ? "no space left on the disk: free some and run the command again" : message);
}
const { main } = require(join(build, "sandbox", "cli.js"));
await main(process.argv.slice(2));
