/**
 * The list of all commands. Each command is loaded when it is used, since some take a second to load (the AWS SDK) and others take no longer than
 * that as a whole.
 */
import { Command } from "commander";
import { projectFolderOf } from "../commandLine/projectFolder.ts";
import { packageManifest } from "../commandLine/packageManifest.ts";
import { runProgram } from "../commandLine/runProgram.ts";

interface ListedCommand {
  readonly description: string;
  /** The command below it that is meant where none is named. @default - one has to be named, if there are any */
  readonly otherwise?: string;
  readonly load: (project: string) => Promise<Command>;
}

export const commands: Readonly<Record<string, ListedCommand>> = {
  sandbox: {
    description: "the program and its stacks, unchanged, on an embedded AWS, with a proof of each role",
    otherwise: "up",
    load: async () => (await import("../sandbox/command.ts")).sandboxCommand(),
  },
  run: {
    description: "run a command in the sandbox as an instance of a workload runs it",
    load: async () => (await import("../sandbox/asInstance/command.ts")).runCommand(),
  },
  shell: {
    description: "open a shell in the sandbox as an instance of a workload has it",
    load: async () => (await import("../sandbox/asInstance/command.ts")).shellCommand(),
  },
  workload: {
    description:
      "add a workload to a stack file, copy one from another stack, or write one for a role that exists",
    load: async (project) => (await import("../operations/workload/command.ts")).workloadCommand(project),
  },
  config: {
    description: "set a value of a stack file, and leave everything else in it as it is",
    load: async (project) => (await import("../operations/config/command.ts")).configCommand(project),
  },
  permissions: {
    description: "what the roles of the stack files may do, and what a change makes of it",
    load: async (project) =>
      (await import("../operations/permissions/command.ts")).permissionsCommand(project),
  },
  exception: {
    description: "let a finding of the policy pack pass for a time, and list those that pass",
    load: async (project) => (await import("../operations/exception/command.ts")).exceptionCommand(project),
  },
  verify: {
    description: "compare a deployed stack with what its stack file declares",
    load: async (project) => (await import("../operations/verify/command.ts")).verifyCommand(project),
  },
  review: {
    description: "compare what the roles of a deployed stack are granted with what they used",
    load: async (project) => (await import("../operations/review/command.ts")).reviewCommand(project),
  },
  history: {
    description:
      "show the versions of a workload's policies in AWS, how they differ, and which update made each",
    load: async (project) => (await import("../operations/history/command.ts")).historyCommand(project),
  },
  rollback: {
    description: "put an earlier version of a workload's policy in force at once, without a deployment",
    load: async (project) => (await import("../operations/rollback/command.ts")).rollbackCommand(project),
  },
  recover: {
    description: "make the state of a stack true again after an update was killed; changes nothing in AWS",
    load: async (project) => (await import("../operations/recover/command.ts")).recoverCommand(project),
  },
  fleet: {
    description: "run many stacks at once, or plan how machines share them",
    load: async (project) => (await import("../operations/fleet/command.ts")).fleetCommand(project),
  },
};

const help = `
Every command says more with --help, as in "instance-profiles verify --help".

Exit code of every command: 0 done, nothing found; 1 done, and found something to look at; 2 could not do its work, or
was used wrongly. "sandbox exec" and "run" end with the code of the command that they run.`;

/** The program with one command loaded, and of the others only what the list says. */
export async function programFor(name: string | undefined, project: string): Promise<Command> {
  const program = new Command("instance-profiles")
    .description("Commands for the IAM roles, instance profiles and launch templates of your EC2 workloads")
    .version(packageManifest().version)
    .enablePositionalOptions()
    .addHelpText("after", help);
  for (const [own, { description, load }] of Object.entries(commands))
    program.addCommand(own === name ? await load(project) : new Command(own).description(description));
  return program;
}

/** The arguments with the command that is meant where none is named, as in `sandbox --stack prod`. */
function withDefault(args: readonly string[]): readonly string[] {
  const [name, ...rest] = args;
  if (name === undefined) return args;
  const otherwise = commands[name]?.otherwise;
  const isOpen = rest[0] === undefined || (rest[0].startsWith("-") && !/^(-h|--help)$/.test(rest[0]));
  return otherwise !== undefined && isOpen ? [name, otherwise, ...rest] : args;
}

/** Runs one command and sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const name = args[0] === "help" ? args[1] : args[0];
  const isSandbox = name === "sandbox";
  await runProgram(() => programFor(name, projectFolderOf(process.cwd())), withDefault(args), {
    calledAs: name !== undefined && name in commands ? name : "instance-profiles",
    whenInterrupted: isSandbox
      ? "sandbox: interrupted; the same command goes on where this one stopped"
      : "interrupted",
  });
}
