import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { projectFolder, type SandboxFolder } from "../paths.ts";
import { copiedFrom, readRecord, writeRecord } from "../records.ts";
import { capture } from "../../commandLine/processes/run.ts";

/** A running embedded AWS. */
export interface Emulator {
  readonly pid: number;
  readonly endpoint: string;
  /** The root of the sandbox that it was started for, which its process names too. */
  readonly folder: string;
}

const application = path.join(projectFolder, "sandbox", "emulator");
const iamCatalogue = path.join(projectFolder, "node_modules", "@cloud-copilot", "iam-data", "data");
const startSeconds = 60;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    const response = await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** The arguments of a process, or nothing where there is none. A small Linux system has /proc and no ps. */
async function commandLineOf(pid: number): Promise<string> {
  if (!existsSync("/proc/self/cmdline"))
    return (await capture("ps", ["-p", String(pid), "-o", "args="])).stdout;
  return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
}

/** The argument by which a process says which sandbox it is of; Python keeps such options and does nothing with them. */
const ownerOption = (folder: string) => `instance_profiles_sandbox=${folder}`;

/** Whether a process id still is the emulator of a record: ids are used again. */
async function runs({ pid, endpoint, folder }: Emulator): Promise<boolean> {
  const commandLine = await commandLineOf(pid);
  return [ownerOption(folder), new URL(endpoint).host, "embedded_aws:app"].every((part) =>
    commandLine.includes(part),
  );
}

/** The emulator that a sandbox has started. One in a record that was copied is of another sandbox. */
function recorded(folder: SandboxFolder): Emulator | undefined {
  return copiedFrom(folder) === undefined
    ? (readRecord(folder.emulatorRecord) as Emulator | undefined)
    : undefined;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The emulator of a sandbox, if it runs and answers. On a busy machine it may answer late: whoever took it for dead would
 * start another with an empty AWS.
 */
export async function runningEmulator(folder: SandboxFolder): Promise<Emulator | undefined> {
  const emulator = recorded(folder);
  if (!emulator) return undefined;
  for (const end = Date.now() + startSeconds * 1000; Date.now() < end && (await runs(emulator));)
    if (await answers(emulator.endpoint)) return emulator;
  return undefined;
}

/**
 * Starts MiniStack with IAM evaluation on and IMDSv2 required. One worker thread: with its 64 the creates of one update race.
 *
 * @param state a folder for everything that AWS holds, to start with and to write before each answer. By default all of it
 *   ends with the process.
 */
export async function startEmulator(
  python: string,
  folder: SandboxFolder,
  state?: string,
): Promise<Emulator> {
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const { host } = new URL(endpoint);
  // The services of access take a moment to load, which only a start has to wait for.
  const { dataEvents } = await import("../../components/access/actions.ts");
  mkdirSync(folder.temporary, { recursive: true });
  const log = openSync(folder.emulatorLog, "w");
  const child = spawn(
    python,
    [
      ...["-X", ownerOption(folder.root), "-m", "hypercorn", "--workers", "0", "--bind", host],
      ...["--log-level", "WARNING", "embedded_aws:app"],
    ],
    {
      cwd: application,
      detached: true,
      stdio: ["ignore", log, log],
      env: {
        ...process.env,
        AUTH: "true",
        GATEWAY_PORT: new URL(endpoint).port,
        LOG_LEVEL: "WARNING",
        MINISTACK_HOST: "127.0.0.1",
        MINISTACK_IMDS_V2_REQUIRED: "1",
        MINISTACK_WORKER_THREADS: "1",
        PYTHONDONTWRITEBYTECODE: "1",
        SANDBOX_ANSWER_WAIT_MS: "10",
        SANDBOX_DATA_EVENTS: dataEvents().join(","),
        SANDBOX_IAM_CATALOGUE: iamCatalogue,
        TMPDIR: folder.temporary,
        ...(state !== undefined && { PERSIST_STATE: "1", STATE_DIR: state }),
      },
    },
  );
  closeSync(log);
  let exit: string | undefined;
  child.once("error", (error) => {
    exit = error.message;
  });
  child.once("exit", (code, signal) => {
    exit = `it ended with ${signal ?? code ?? "no code"}`;
  });
  child.unref();
  const emulator = { pid: child.pid ?? 0, endpoint, folder: folder.root };
  writeRecord(folder.emulatorRecord, emulator);
  for (
    const end = Date.now() + startSeconds * 1000;
    Date.now() < end && exit === undefined;
    await pause(100)
  ) {
    if (await answers(endpoint)) return emulator;
  }
  await stopEmulator(folder);
  const lines = readFileSync(folder.emulatorLog, "utf8").trim().split("\n").slice(-5).join("\n");
  throw new Failure(
    `the embedded AWS did not start on ${host}: ${exit ?? `no answer in ${startSeconds} s`}\n${lines}`,
  );
}

/** Ends the emulator of a sandbox by its own process id. Returns whether one ran. */
export async function stopEmulator(folder: SandboxFolder): Promise<boolean> {
  const emulator = recorded(folder);
  const ran = emulator !== undefined && (await runs(emulator));
  if (ran) {
    process.kill(emulator.pid, "SIGTERM");
    for (const end = Date.now() + 3000; Date.now() < end && (await runs(emulator)); await pause(50));
    if (await runs(emulator)) process.kill(emulator.pid, "SIGKILL");
  }
  rmSync(folder.emulatorRecord, { force: true });
  return ran;
}
