import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { Stack, StackNotFoundError } from "@pulumi/pulumi/automation/index.js";
import { endingAmong, stackFileName } from "../../../components/config/stackFiles.ts";
import { captureOrFail } from "../../../commandLine/processes/run.ts";
import { qualified, type FleetOptions } from "../options.ts";
import type { FleetStack } from "../stacks/stackFile.ts";
import { packFor } from "./policyPack.ts";
import { openWorkspace, operate } from "./pulumi.ts";
import type { StackTask, TaskContext, TaskResult } from "./work.ts";

/** Guards nothing: the state behind it is empty, and is removed at once. */
const passphrase = "preview";

/**
 * Previews a stack that the backend does not have. It is made in an empty backend of its own, with a copy of the project's
 * and of its own file, so that a preview writes nothing that stays and needs no right to.
 */
async function previewOfNew(
  project: string,
  options: FleetOptions,
  stack: FleetStack,
  context: TaskContext,
): Promise<TaskResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-preview-"));
  try {
    const ending = endingAmong(readdirSync(project));
    const file = stackFileName(stack.name, ending);
    const [state, configFile] = [path.join(folder, "state"), path.join(folder, file)];
    mkdirSync(state);
    for (const name of [`Pulumi.${ending}`, file])
      copyFileSync(path.join(project, name), path.join(folder, name));
    const variables = {
      PULUMI_BACKEND_URL: `file://${state}`,
      PULUMI_CONFIG_PASSPHRASE: process.env.PULUMI_CONFIG_PASSPHRASE ?? passphrase,
    };
    const provider = stack.secretsProvider === null ? [] : ["--secrets-provider", stack.secretsProvider];
    await captureOrFail(
      `preparing a preview of ${stack.name}`,
      "pulumi",
      ["stack", "init", stack.name, "--no-select", "--non-interactive", ...provider],
      { cwd: folder, env: { ...process.env, ...variables, PULUMI_SKIP_UPDATE_CHECK: "true" } },
    );
    const opened = await Stack.select(stack.name, await openWorkspace(project, variables));
    const pack = packFor(project, options, stack);
    const result = await operate(context, (spoken) => opened.preview({ ...pack, ...spoken, configFile }));
    return { ...result, message: "not in the backend yet" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Previews stacks, and changes nothing. */
export async function previewWork(project: string, options: FleetOptions): Promise<StackTask> {
  const workspace = await openWorkspace(project);
  return async (stack, context) => {
    const opened = await Stack.select(qualified(options, stack.name), workspace);
    const pack = packFor(project, options, stack);
    try {
      return await operate(context, (spoken) => opened.preview({ ...pack, ...spoken }));
    } catch (error) {
      if (!(error instanceof StackNotFoundError)) throw error;
      return previewOfNew(project, options, stack, context);
    }
  };
}
