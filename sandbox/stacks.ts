import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { endingAmong, stackFileName, stackNames } from "../components/config/stackFiles.ts";
import { Failure } from "../commandLine/failure.ts";
import { isAlive } from "../commandLine/processes/alive.ts";
import type { SandboxFolder } from "./paths.ts";
import { readRecord } from "./records.ts";
import { captureOrFail } from "../commandLine/processes/run.ts";

export const projectName = (project: string) =>
  (parse(readFileSync(path.join(project, "Pulumi.yaml"), "utf8")) as { name: string }).name;

/** How the user's own stacks keep their secrets, which the sandbox cannot and must not use. */
const ownSecrets = /^(?:encryptionsalt|secretsprovider|encryptedkey):/gm;

/** Goes before these lines while a sandbox command runs, so that they stand in the file even if it is killed. */
const hidden = "# while the sandbox runs: ";

const hiddenLines = new RegExp(`^${hidden}`, "gm");

/** The text of a stack file, with what it says of secrets of its own as comments. */
export function withoutOwnSecrets(text: string): string {
  return text.replace(ownSecrets, (line) => `${hidden}${line}`);
}

/** The sandbox writes into stack files while a command runs, and JSON has no comments in which their own lines could stay. */
export function requireYaml(files: readonly string[]): void {
  const ending = endingAmong(files);
  if (ending === "yaml") return;
  throw new Failure(
    `Pulumi.${ending} makes Pulumi read stack files that end with .${ending}, and the sandbox takes .yaml only: name them so, Pulumi.yaml too, and write JSON as YAML`,
  );
}

/** What has to stay in front: a byte order mark, the comment by which editors find the schema, the start of the document. */
const firstLines = /^\uFEFF?(?:# yaml-language-server:.*\n)?(?:---\r?\n)?/;

const saltLine = /^encryptionsalt: (\S+)(.*)\n?/m;
const saltIn = (file: string) =>
  existsSync(file) ? saltLine.exec(readFileSync(file, "utf8"))?.[1] : undefined;

/** Goes behind a salt that is lent, so that it is known for one in any copy of the file. */
const lentMark = " # lent by the sandbox while it runs";

/** The text of a stack file without a salt that is lent, or that is the given one. */
function withoutLoan(text: string, lent?: string): string {
  const [, salt, rest] = saltLine.exec(text) ?? [];
  const isLent = rest === lentMark || (salt !== undefined && salt === lent);
  return isLent ? text.replace(saltLine, "").replace(hiddenLines, "") : text;
}

/**
 * Creates the stacks of a project that the sandbox does not hold yet, in a scratch project of the same name, so that Pulumi
 * writes their encryption salt there and the project's own files stay as they are. Returns the salt, one for all stacks.
 */
export async function ensureStacks(
  project: string,
  folder: SandboxFolder,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const name = projectName(project);
  mkdirSync(folder.scratch, { recursive: true });
  mkdirSync(folder.state, { recursive: true });
  writeFileSync(path.join(folder.scratch, "Pulumi.yaml"), `name: ${name}\nruntime: nodejs\n`);
  const scratchFile = (stack: string) => path.join(folder.scratch, stackFileName(stack));
  const stacks = stackNames(project);
  let salt = stacks.map((stack) => saltIn(scratchFile(stack))).find(Boolean);
  for (const stack of stacks) {
    if (existsSync(path.join(folder.state, ".pulumi", "stacks", name, `${stack}.json`))) continue;
    if (salt) writeFileSync(scratchFile(stack), `encryptionsalt: ${salt}\n`);
    await captureOrFail(
      `creating stack ${stack}`,
      "pulumi",
      ["stack", "init", stack, "--non-interactive", "--no-select"],
      {
        cwd: folder.scratch,
        env: environment,
      },
    );
    salt ??= saltIn(scratchFile(stack));
  }
  if (!salt) throw new Failure(`no stack file in ${project}: add a Pulumi.<stack>.yaml`);
  return salt;
}

/** Puts a file in place of another at once, with its mode, and behind a symbolic link where it is one. */
function rewrite(link: string, text: string): void {
  const file = realpathSync(link);
  const fresh = `${file}.${process.pid}.tmp`;
  writeFileSync(fresh, text);
  chmodSync(fresh, statSync(file).mode);
  renameSync(fresh, file);
}

/**
 * The stacks of which an update was killed before it could write down what it had done: Pulumi leaves a lock file, in a folder
 * of the stack's name, that names a process which is gone. What such an update made in AWS is in no state.
 */
export function killedUpdates(folder: SandboxFolder): string[] {
  const locks = path.join(folder.state, ".pulumi", "locks");
  if (!existsSync(locks)) return [];
  const killed = readdirSync(locks, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .filter((file) => {
      const { pid } = (readRecord(path.join(locks, file)) ?? {}) as { readonly pid?: number };
      return pid === undefined || !isAlive(pid);
    })
    .map((file) => path.basename(path.dirname(file)));
  return [...new Set(killed)].sort();
}

/** Commands that run in the sandbox now, by process id; those that were killed are forgotten. */
function borrowers(folder: SandboxFolder): string[] {
  mkdirSync(folder.running, { recursive: true });
  const [alive, dead] = [[] as string[], [] as string[]];
  for (const pid of readdirSync(folder.running)) (isAlive(Number(pid)) ? alive : dead).push(pid);
  for (const pid of dead) rmSync(path.join(folder.running, pid), { force: true });
  return alive;
}

/** Takes the sandbox's salt out of the stack files again, where nobody uses it any more. */
export function takeBackSalt(project: string, folder: SandboxFolder): void {
  rmSync(path.join(folder.running, String(process.pid)), { force: true });
  if (borrowers(folder).length > 0) return;
  const lent = stackNames(project)
    .map((stack) => saltIn(path.join(folder.scratch, stackFileName(stack))))
    .find(Boolean);
  for (const stack of stackNames(project)) {
    const file = path.join(project, stackFileName(stack));
    const text = readFileSync(file, "utf8");
    const own = withoutLoan(text, lent);
    if (own !== text) rewrite(file, own);
  }
}

/**
 * With a passphrase and a file backend Pulumi keeps a stack's salt in its stack file, and nowhere else can it be put. The
 * files of the project belong to the user's real stacks, so the sandbox lends them its salt for as long as a command runs.
 * What such a file says of secrets of its own is a comment meanwhile.
 */
export function lendSalt(project: string, folder: SandboxFolder, salt: string): void {
  borrowers(folder);
  writeFileSync(path.join(folder.running, String(process.pid)), "");
  for (const stack of stackNames(project)) {
    const file = path.join(project, stackFileName(stack));
    if (saltIn(file) === salt) continue;
    // What another sandbox had lent to a file that was copied meanwhile is nobody's own.
    const own = withoutLoan(readFileSync(file, "utf8"));
    const lent = (line: string) => `${line}encryptionsalt: ${salt}${lentMark}\n`;
    rewrite(file, withoutOwnSecrets(own).replace(firstLines, lent));
  }
}
