import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import * as path from "node:path";
import { isAlive } from "../../commandLine/processes/alive.ts";
import { Failure } from "../../commandLine/failure.ts";
import { capture, type Captured } from "../../commandLine/processes/run.ts";
import { pulumiJson } from "../deployedStack.ts";
import { isLocked, lockHolders, lockIsHeld, shownHolder } from "./locks.ts";
import {
  changesOf,
  importOf,
  type Change,
  type Found,
  type ImportFile,
  type PreviewDigest,
} from "./nextUpdate.ts";
import { meansTornAttributes, removeTornAttributes } from "./tornAttributes.ts";

/** An operation that Pulumi began and did not write the end of. */
export interface PendingOperation {
  /** Such as `creating`. */
  readonly type: string;
  readonly resource: { readonly urn: string };
}

/** The state of a stack, as far as a recovery reads it. */
interface StackExport {
  readonly deployment: {
    readonly resources?: readonly { readonly urn: string; readonly type: string }[];
    readonly pending_operations?: readonly PendingOperation[];
  };
}

interface FirstRead {
  /** Empty files beside the state, which are gone now. */
  readonly torn: readonly string[];
  /** What the state says of operations that were interrupted. */
  readonly interrupted: readonly PendingOperation[];
}

interface NextUpdate {
  readonly creates: readonly Change[];
  readonly updates: readonly Change[];
  readonly file: ImportFile;
}

/** A stack in the user's backend, by the Pulumi CLI. */
export class RecoveredStack {
  private readonly project: string;
  readonly name: string;

  constructor(project: string, name: string) {
    this.project = project;
    this.name = name;
  }

  /** Clears a lock whose holder is gone, or any lock. Returns the holders in words; a lock that is held is a failure. */
  async unlock(cancelAnyway: boolean): Promise<string[]> {
    const { code, stderr } = await this.#clearPendingCreates();
    if (code === 0) return [];
    if (!isLocked(stderr)) throw failed("refresh", code, stderr);
    const holders = lockHolders(stderr);
    const reason = cancelAnyway ? undefined : lockIsHeld(this.name, holders, hostname(), isAlive);
    if (reason !== undefined) throw new Failure(reason);
    await this.#runOrFail("cancel", "--yes");
    const again = await this.#clearPendingCreates();
    if (again.code !== 0) throw failed("refresh", again.code, again.stderr);
    return holders.length > 0 ? holders.map(shownHolder) : ["another update"];
  }

  /** Reads the state, and makes it readable first where a kill left an empty file beside it. */
  async firstRead(): Promise<FirstRead> {
    const { code, stdout, stderr } = await this.#run("stack", "export");
    if (code === 0) return { torn: [], interrupted: pendingOf(stdout) };
    if (!meansTornAttributes(stderr)) throw failed("stack export", code, stderr);
    const torn = removeTornAttributes(await this.#backendUrl(), this.name);
    return { torn, interrupted: pendingOf(await this.#runOrFail("stack", "export")) };
  }

  /**
   * Forgets interrupted creates, which every update keeps. It refreshes the stack's own entry alone: a refresh of a launch
   * template would take a half-made update of it for the whole.
   */
  async #clearPendingCreates(): Promise<Captured> {
    const { resources = [] } = deploymentOf(await this.#runOrFail("stack", "export"));
    const own = resources.find(({ type }) => type === "pulumi:pulumi:Stack");
    return this.#run(
      "refresh",
      "--yes",
      "--skip-preview",
      "--clear-pending-creates",
      ...(own ? ["--target", own.urn] : []),
    );
  }

  /** What the next update would do, and how to import what it would create. */
  async nextUpdate(): Promise<NextUpdate> {
    return inTemporaryFolder(async (folder) => {
      const file = path.join(folder, "import.json");
      const digest = (await pulumiJson(this.project, this.name, [
        "preview",
        "--non-interactive",
        "--import-file",
        file,
      ])) as PreviewDigest;
      return {
        creates: changesOf(digest, "create"),
        updates: changesOf(digest, "update"),
        file: JSON.parse(readFileSync(file, "utf8")) as ImportFile,
      };
    });
  }

  /** Takes what was found into the state; nothing in AWS changes. */
  async take(file: ImportFile, found: readonly Found[]): Promise<void> {
    await inTemporaryFolder(async (folder) => {
      const filled = path.join(folder, "import.json");
      writeFileSync(filled, JSON.stringify(importOf(file, found)));
      const options = ["--yes", "--skip-preview", "--protect=false", "--generate-code=false"];
      await this.#runOrFail("import", "--file", filled, ...options);
    });
  }

  /** Reads resources of the state anew; nothing in AWS changes. */
  async read(found: readonly Found[]): Promise<void> {
    const targets = found.flatMap(({ urn }) => ["--target", urn]);
    await this.#runOrFail("refresh", "--yes", "--skip-preview", ...targets);
  }

  async #backendUrl(): Promise<string> {
    const { code, stdout, stderr } = await this.#pulumi("whoami", "--verbose", "--json");
    if (code !== 0) throw failed("whoami", code, stderr);
    return (JSON.parse(stdout) as { readonly url: string }).url;
  }

  async #runOrFail(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.#run(...args);
    if (code !== 0) throw failed(args.join(" "), code, stderr || stdout);
    return stdout;
  }

  #run(...args: string[]): Promise<Captured> {
    return this.#pulumi(...args, "--stack", this.name);
  }

  #pulumi(...args: string[]): Promise<Captured> {
    return capture("pulumi", [...args, "--non-interactive", "--color", "never"], {
      cwd: this.project,
      env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
      finishes: true,
    });
  }
}

const deploymentOf = (exported: string) => (JSON.parse(exported) as StackExport).deployment;

const pendingOf = (exported: string) => deploymentOf(exported).pending_operations ?? [];

const failed = (command: string, code: number, said: string) =>
  new Failure(`"pulumi ${command}" ended with ${code}: ${said.trim()}`);

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "recover-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
