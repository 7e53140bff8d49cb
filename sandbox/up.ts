import type { SandboxFolder } from "./paths";
import { projectFolder } from "./paths";
import { runInForeground } from "./processes/run";
import type { Progress } from "./progress";
import { openSandbox, withSalt } from "./sandbox";

export async function up(folder: SandboxFolder, stack: string, json: boolean, progress: Progress): Promise<number> {
  const sandbox = await openSandbox(folder, progress);
  return withSalt(sandbox, () => runInForeground("pulumi", ["up", "--yes", "--skip-preview", "--stack", stack], { cwd: projectFolder, env: sandbox.environment }));
}
