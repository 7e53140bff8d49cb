/**
 * What every command needs before its first TypeScript file can be read: a Node that strips types, and the packages of
 * the lockfile. This file runs on older Nodes too (18 and 20 are tried), so it uses nothing but what they know.
 */
import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  lstatSync,
} from "node:fs";
import * as nodeModule from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { alone } from "./installLock.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(dirname(here));
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "instance-profiles");

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

/** @param {string} message @returns {never} */
function stop(message) {
  process.stderr.write(`instance-profiles: ${message}\n`);
  process.exit(2);
}

/** What `engines` in package.json says, which names one lowest version. */
function isNewEnough() {
  const [, major, minor] =
    /^>=(\d+)\.(\d+)$/.exec(readJson(join(project, "package.json")).engines.node) ?? [];
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split(".").map(Number);
  return ownMajor > Number(major) || (ownMajor === Number(major) && ownMinor >= Number(minor));
}

/**
 * Runs npm with a cache of our own, so that nothing is written to the user's npm folder. Its messages go to stderr.
 *
 * @param {string} folder @param {readonly string[]} args
 */
function npm(folder, args) {
  const quiet = [
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    `--cache=${join(cache, "npm")}`,
  ];
  const { error, status, signal } = spawnSync("npm", [...args, ...quiet], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (error) stop(`cannot start npm: ${error.message}; install npm beside Node`);
  if (status !== 0)
    stop(`"npm ${args.join(" ")}" ended with ${signal ?? status}; its own message stands above`);
}

/** The package of this platform that holds Node's binary, and its version. */
function nodePackage() {
  const { optionalDependencies } = readJson(join(here, "package.json"));
  const lock = readJson(join(here, "package-lock.json")).packages;
  const name = Object.keys(optionalDependencies).find((candidate) => {
    const { os, cpu } = lock[`node_modules/${candidate}`];
    return os.includes(process.platform) && cpu.includes(process.arch);
  });
  return name === undefined ? undefined : { name, version: optionalDependencies[name] };
}

/** The binary of a newer Node in the tool cache, fetched on the first call; npm checks its hash against the lockfile here. */
function broughtNode() {
  const { node: wanted } = readJson(join(project, "package.json")).engines;
  const found = nodePackage();
  if (!found)
    stop(
      `Node ${process.versions.node} is too old, and there is none to bring for ${process.platform}-${process.arch}: install Node ${wanted}`,
    );
  const { name, version } = found;
  const folder = join(cache, `node-${version}-${process.platform}-${process.arch}`);
  const binary = join(
    folder,
    "node_modules",
    name,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (!existsSync(binary)) {
    process.stderr.write(
      `Node ${process.versions.node} is too old (want ${wanted}): fetching Node ${version} into the tool cache, once …\n`,
    );
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(`${folder}-`);
    for (const file of ["package.json", "package-lock.json"])
      copyFileSync(join(here, file), join(fresh, file));
    npm(fresh, ["ci"]);
    if (!existsSync(join(fresh, "node_modules", name)))
      stop(
        `cannot fetch ${name} ${version} from the npm registry: install Node ${wanted}, or look at npm's settings`,
      );
    try {
      renameSync(fresh, folder);
    } catch {
      // Another command was faster: what it put there is the same.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return binary;
}

/** Puts a Node first on the PATH of everything that is started from here. @param {string} binary */
function putFirst(binary) {
  process.env.PATH = [dirname(binary), process.env.PATH].join(delimiter);
}

/** Whether node_modules is what the lockfile says, whoever installed it; npm records what it installed there. */
function packagesAreInstalled() {
  const record = join(project, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readJson(join(project, "package-lock.json")).packages;
  const installed = readJson(record).packages;
  const withoutDev = isProduction(installed);
  return Object.keys(wanted).every((name) => {
    const { optional, peer, dev, version } = wanted[name];
    return name === "" || optional || peer || (dev && withoutDev) || installed[name]?.version === version;
  });
}

/** After `npm ci --omit=dev` no package is there that only development needs. @param {Record<string, { dev?: boolean }>} installed */
const isProduction = (installed) => !Object.values(installed).some(({ dev }) => dev);

function installPackages() {
  // Packages that somebody has linked are theirs, and npm would put a folder of its own in place of the link.
  const isLink = lstatSync(join(project, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink || packagesAreInstalled()) return;
  const started = Date.now();
  process.stderr.write("installing node modules from the lockfile …\n");
  alone(join(project, ".sandbox", "installing"), () => {
    // Another command may have been faster.
    if (!packagesAreInstalled()) npm(project, ["ci"]);
  });
  process.stderr.write(`installed node modules in ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
}

/** Has Node keep what it makes of the project's files: it need not strip types again in the next process. */
export function keepCompiled() {
  nodeModule.enableCompileCache(join(project, "node_modules", ".cache", "compile"));
}

/** Runs this very command under another Node and ends with its exit code. @param {string} binary */
function runUnder(binary) {
  const child = spawn(binary, process.argv.slice(1), { stdio: "inherit" });
  // A terminal tells the child too; what is sent to this process alone is passed on.
  process.on("SIGINT", () => undefined);
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  child.on("error", (error) => stop(error.message));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 1;
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  });
}

/**
 * Makes sure that this process can read the project. Where its Node is too old, the command goes on in another process,
 * and this one only waits for it.
 *
 * @returns {boolean} whether to go on here
 */
export function runtimeIsReady() {
  try {
    if (!isNewEnough()) {
      const binary = broughtNode();
      putFirst(binary);
      runUnder(binary);
      return false;
    }
    // npm and the pages of tools start "node" by name, so it has to be this one whatever comes first on the PATH.
    putFirst(process.execPath);
    installPackages();
    keepCompiled();
    return true;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    stop(code === "ENOSPC" ? "no space left on the disk: free some and run the command again" : message);
  }
}
