import { Stack, StackNotFoundError } from "@pulumi/pulumi/automation/index.js";
import { captureOrFail } from "../../../commandLine/processes/run.ts";
import { qualified, type FleetOptions } from "../options.ts";
import type { FleetStack } from "../stacks/stackFile.ts";
import { packFor } from "./policyPack.ts";
import { openWorkspace, operate } from "./pulumi.ts";
import type { StackTask } from "./work.ts";

/** Makes a stack in the backend, and leaves the one that the user has selected as it is. */
async function createStack(project: string, options: FleetOptions, stack: FleetStack): Promise<void> {
  const provider = stack.secretsProvider ?? options.secretsProvider;
  const args = ["stack", "init", qualified(options, stack.name), "--no-select", "--non-interactive"];
  if (provider !== undefined) args.push("--secrets-provider", provider);
  await captureOrFail(`creating stack ${stack.name}`, "pulumi", args, {
    cwd: project,
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
}

/** Deploys stacks. One that the backend does not have yet is made first. */
export async function upWork(project: string, options: FleetOptions): Promise<StackTask> {
  const workspace = await openWorkspace(project);
  return async (stack, context) => {
    const name = qualified(options, stack.name);
    const pack = packFor(project, options, stack);
    const update = async () => {
      const opened = await Stack.select(name, workspace);
      return operate(context, (spoken) => opened.up({ ...pack, ...spoken, showSecrets: false }));
    };
    try {
      return await update();
    } catch (error) {
      if (!(error instanceof StackNotFoundError)) throw error;
      context.report("is made in the backend");
      await createStack(project, options, stack);
      return { ...(await update()), message: "made in the backend" };
    }
  };
}
