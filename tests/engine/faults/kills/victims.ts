import { capture } from "../../../../commandLine/processes/run.ts";

interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** What a process of the engine's says of itself on its command line. */
const commands = {
  program: /@pulumi\/pulumi\/cmd\/run/,
  provider: /awsProvider\/main\.ts/,
} as const;

/**
 * Kills the program or the AWS provider that an engine started, without a warning. The provider of the sandbox is three
 * processes, which die together as the one of a real account does.
 *
 * @throws Error where there is none
 */
export async function killUnder(engine: number, victim: keyof typeof commands): Promise<void> {
  const all = await listed();
  const roots = descendants(all, engine).filter(({ command }) => commands[victim].test(command));
  if (roots.length === 0) throw new Error(`the engine ${engine} has no ${victim}`);
  const dying = roots.flatMap((root) => [root, ...descendants(all, root.pid)]);
  for (const { pid } of dying) killNow(pid);
}

function descendants(all: readonly ListedProcess[], parent: number): ListedProcess[] {
  const children = all.filter((one) => one.parent === parent);
  return children.flatMap((child) => [child, ...descendants(all, child.pid)]);
}

async function listed(): Promise<ListedProcess[]> {
  const { stdout } = await capture("ps", ["axww", "-o", "pid=,ppid=,args="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went down with its parent.
  }
}
