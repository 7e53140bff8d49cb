import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import type { Captured } from "../../commandLine/processes/run.ts";
import { parseArn } from "../../iam/arn.ts";
import { pulumiFailure, pulumiJson, runPulumi } from "../pulumi.ts";
import { isLocked, lockHolders, lockIsHeld, shownHolder } from "./locks.ts";
import {
  changesOf,
  importOf,
  type Change,
  type Found,
  type ImportFile,
  type PreviewDigest,
} from "./nextUpdate.ts";
import { thisMachine } from "./thisMachine.ts";
import { meansTornAttributes, removeTornAttributes } from "./tornAttributes.ts";

/** An operation that Pulumi began and did not write the end of. */
export interface PendingOperation {
  /** Such as `creating`. */
  readonly type: string;
  readonly resource: { readonly urn: string };
}

interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** The state of a stack, as far as a recovery reads it. */
interface StackExport {
  readonly deployment: {
    readonly resources?: readonly StateResource[];
    readonly pending_operations?: readonly PendingOperation[];
  };
}

interface FirstRead {
  /** Empty files beside the state, which are gone now. */
  readonly torn: readonly string[];
  /** What the state says of operations that were interrupted. */
  readonly interrupted: readonly PendingOperation[];
  /** The account that its resources are in. @default - the state has none that says it */
  readonly account?: string;
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
    const cleared = await this.#clearPendingCreates();
    if (cleared.code === 0) return [];
    if (!isLocked(cleared.stderr)) throw pulumiFailure(["refresh"], cleared);
    const holders = lockHolders(cleared.stderr);
    const reason = cancelAnyway ? undefined : lockIsHeld(this.name, holders, thisMachine());
    if (reason !== undefined) throw new Failure(reason);
    await this.#runOrFail("cancel", "--yes");
    const again = await this.#clearPendingCreates();
    if (again.code !== 0) throw pulumiFailure(["refresh"], again);
    return holders.length > 0 ? holders.map(shownHolder) : ["another update"];
  }

  /** Reads the state, and makes it readable first where a kill left an empty file beside it. */
  async firstRead(): Promise<FirstRead> {
    const exported = await this.#run("stack", "export");
    if (exported.code === 0) return { torn: [], ...firstReadOf(exported.stdout) };
    if (!meansTornAttributes(exported.stderr)) throw pulumiFailure(["stack export"], exported);
    const torn = removeTornAttributes(await this.#backendUrl(), this.name);
    return { torn, ...firstReadOf(await this.#runOrFail("stack", "export")) };
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
    const told = await this.#pulumi("whoami", "--verbose", "--json");
    if (told.code !== 0) throw pulumiFailure(["whoami"], told);
    return (JSON.parse(told.stdout) as { readonly url: string }).url;
  }

  async #runOrFail(...args: string[]): Promise<string> {
    const captured = await this.#run(...args);
    if (captured.code !== 0) throw pulumiFailure(args, captured);
    return captured.stdout;
  }

  #run(...args: string[]): Promise<Captured> {
    return this.#pulumi(...args, "--stack", this.name);
  }

  #pulumi(...args: string[]): Promise<Captured> {
    return runPulumi(this.project, [...args, "--non-interactive", "--color", "never"], { finishes: true });
  }
}

const deploymentOf = (exported: string) => (JSON.parse(exported) as StackExport).deployment;

function firstReadOf(exported: string): Omit<FirstRead, "torn"> {
  const { resources = [], pending_operations: interrupted = [] } = deploymentOf(exported);
  const account = accountOf(resources);
  return { interrupted, ...(account !== undefined && { account }) };
}

/** Not every ARN says an account, and that of a policy of AWS's own says `aws`. */
export function accountOf(resources: readonly Pick<StateResource, "outputs">[]): string | undefined {
  return resources
    .map(({ outputs }) => parseArn(typeof outputs?.arn === "string" ? outputs.arn : "")?.account ?? "")
    .find((account) => /^\d{12}$/.test(account));
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "recover-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
