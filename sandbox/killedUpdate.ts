import { createInterface } from "node:readline/promises";
import * as path from "node:path";
import { Failure } from "../commandLine/failure.ts";
import { runInForeground } from "../commandLine/processes/run.ts";
import { isTerminal } from "../commandLine/output/colors.ts";
import type { Progress } from "../commandLine/progress.ts";
import { projectFolder } from "./paths.ts";
import { closeSandbox, openSandbox, withSalt, type Sandbox } from "./sandbox.ts";
import { killedUpdates } from "./stacks.ts";

const commands = path.join(projectFolder, "bin", "main.mjs");

/** What is the matter after an update was killed, and the two ways on. */
export function killedSentence(stacks: readonly string[]): string {
  const recovers = stacks.map(
    (stack) => `"npx instance-profiles sandbox exec -- npx instance-profiles recover --stack ${stack}"`,
  );
  return (
    `an update of ${stacks.join(", ")} was killed, and AWS and the state are as it left them: ` +
    `${recovers.join(" and ")} makes them agree, "npx instance-profiles sandbox down" starts empty`
  );
}

/** Says of a sandbox whose updates were killed what can be done. */
export function noteKilledUpdates({ folder }: Sandbox, progress: Progress): void {
  const stacks = killedUpdates(folder);
  if (stacks.length > 0) progress.note(killedSentence(stacks));
}

/**
 * A sandbox in which a stack can be deployed. Where an update of it was killed, the user chooses what happens to what is left
 * of it; without a terminal nothing does.
 *
 * @throws Failure where nobody chooses
 */
export async function afterKilledUpdate(
  sandbox: Sandbox,
  stack: string,
  progress: Progress,
): Promise<Sandbox> {
  const killed = killedUpdates(sandbox.folder);
  if (!killed.includes(stack)) {
    noteKilledUpdates(sandbox, progress);
    return sandbox;
  }
  const sentence = killedSentence([stack]);
  if (!isTerminal(process.stdin) || !isTerminal(process.stderr)) throw new Failure(sentence);
  switch (await chosen(stack)) {
    case "r":
      await recover(sandbox, stack);
      return sandbox;
    case "e":
      await closeSandbox(sandbox.folder);
      return openSandbox(sandbox.folder, progress);
    default:
      throw new Failure(sentence);
  }
}

async function recover(sandbox: Sandbox, stack: string): Promise<void> {
  const code = await withSalt(sandbox, () =>
    runInForeground(process.execPath, [commands, "recover", "--stack", stack], {
      cwd: projectFolder,
      env: sandbox.environment,
    }),
  );
  if (code !== 0) throw new Failure(`recovering ${stack} ended with ${code}; its own message stands above`);
}

/** The first letter of what the user types; nothing for Ctrl-C and Ctrl-D. */
async function chosen(stack: string): Promise<string> {
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => {
    asked.once("close", () => {
      resolve("");
    });
  });
  asked.once("SIGINT", () => {
    asked.close();
  });
  const question =
    `An update of ${stack} was killed, and AWS and the state are as it left them.\n` +
    "[r]ecover and go on, start [e]mpty, or leave it as it is? ";
  try {
    return (await Promise.race([asked.question(question), closed])).trim().charAt(0).toLowerCase();
  } finally {
    asked.close();
  }
}
