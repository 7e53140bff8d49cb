import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { CannotStart, runInForeground } from "../../commandLine/processes/run.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { stackFileName, stackNames } from "../../components/config/stackFiles.ts";
import { didYouMean } from "../../iam/nearest.ts";
import { runningEmulator } from "../emulator/emulator.ts";
import { metadataOf } from "../emulator/metadataEndpoint.ts";
import { projectFolder, type SandboxFolder } from "../paths.ts";
import { readRecord } from "../records.ts";
import { projectName } from "../stacks.ts";
import { instanceEnvironment } from "./environment.ts";
import { launchTemplateOf } from "./launchTemplateOf.ts";
import { refusedSummary } from "./refusedCalls.ts";
import { startRefusingProxy } from "./refusingProxy.ts";

/** A command that runs as an instance of a workload. */
export interface InstanceCommand {
  readonly stack: string;
  readonly workload: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Where it runs. */
  readonly cwd: string;
  /** Seconds after which the instance gets new credentials. @default - as often as on EC2 */
  readonly rotate?: number;
}

/**
 * A command that could not be started ends as in a shell.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02
 */
class NotStarted extends Failure {
  override readonly exitCode: number;

  constructor({ message, isMissing }: CannotStart) {
    super(message);
    this.exitCode = isMissing ? 127 : 126;
  }
}

async function emulatorOf(folder: SandboxFolder, stack: string): Promise<string> {
  if (process.env.SANDBOX_AWS_ENDPOINT)
    throw new Failure(
      "SANDBOX_AWS_ENDPOINT names an AWS of your own, whose instances have no metadata service: unset it to use the sandbox's own",
    );
  const emulator = await runningEmulator(folder);
  if (!emulator)
    throw new Failure(
      `the sandbox is not running: start it with "npx instance-profiles sandbox --stack ${stack}"`,
    );
  return emulator.endpoint;
}

function knownStack(stack: string): void {
  const stacks = stackNames(projectFolder);
  if (stacks.includes(stack)) return;
  throw new Failure(
    `no stack "${stack}": there is no ${stackFileName(stack)}${didYouMean(stack, stacks)}; stacks are ${stacks.join(", ")}`,
  );
}

/** The state of a stack in the sandbox. */
const stateOf = (folder: SandboxFolder, stack: string) =>
  readRecord(path.join(folder.state, ".pulumi", "stacks", projectName(projectFolder), `${stack}.json`));

/**
 * Runs a command as it runs on an instance of a workload: with the metadata service of one that was started from the launch
 * template, and with nothing else by which it could sign a request. The instance is left running for the next command.
 *
 * @returns the exit code of the command
 */
export async function runAsInstance(
  folder: SandboxFolder,
  calledAs: string,
  { stack, workload, command, args, cwd, rotate }: InstanceCommand,
  progress: Progress,
): Promise<number> {
  knownStack(stack);
  const endpoint = await emulatorOf(folder, stack);
  const template = launchTemplateOf(stateOf(folder, stack), stack, workload);
  const instance = await metadataOf(endpoint, { template }, { ...(rotate !== undefined && { rotate }) });
  if (instance.started)
    progress.note(`started ${instance.instanceId} from the launch template of ${workload}`);
  const proxy = await startRefusingProxy();
  const env = instanceEnvironment(process.env, {
    endpoint,
    region: instance.region,
    metadataEndpoint: instance.endpoint,
    proxy: proxy.url,
  });
  try {
    return await runInForeground(command, args, { cwd, env });
  } catch (error) {
    throw error instanceof CannotStart ? new NotStarted(error) : error;
  } finally {
    proxy.close();
    process.stderr.write(refusedSummary(calledAs, proxy.refused));
  }
}
