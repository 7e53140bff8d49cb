import { type Ending, stackFileName } from "../../components/config/stackFiles.ts";
import { didYouMean } from "../../iam/nearest.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { NAMESPACE } from "../../components/config/namespace.ts";
import type { ReadUserDataFile } from "../../components/config/userDataFile.ts";
import { permissionsBoundaryArn } from "../../components/permissions/managedPolicies.ts";
import { shownSecrets } from "../../components/config/stackFile/secret.ts";
import { readStackSettings } from "../../components/config/stackFile/stackSettings.ts";
import { formatErrors, shown } from "../../components/config/configError.ts";
import { Failure } from "../../commandLine/failure.ts";
import { anyAccount } from "./accountIn.ts";
import { compiledConfig, readSource } from "./compiledSource.ts";
import { type GivenConfig, valuesOfEnvironments } from "./givenConfig.ts";
import { settingsProblems } from "./settingsProblems.ts";
import type { Revision } from "./revision.ts";

export { anyAccount };

/** A stack as its file declares it at one revision. No account is asked: names stand for this account's resources. */
export interface DeclaredStack {
  readonly name: string;
  /** The name of the project, which is a part of every URN. */
  readonly project: string;
  readonly workloads: readonly CompiledWorkload[];
  /** Where and as whom it is deployed: the settings of the AWS provider, such as `aws:region`, and of Pulumi itself. */
  readonly provider: Readonly<Record<string, unknown>>;
  /** What holds for every workload that says nothing else. @default - a file that is gone, or could not be read */
  readonly defaults?: StackDefaults;
  /** Environments of Pulumi ESC whose values are added at deployment. */
  readonly environments: readonly string[];
  /** Whether their values were given, and are among the rest. @default false */
  readonly environmentsAreRead?: boolean;
  /** What the file says of them, with what it defines itself. @default - nothing */
  readonly environment?: unknown;
  /** Who can decrypt its secrets. @default - the backend's own, or a passphrase */
  readonly secretsProvider?: string;
  /** The key of its secrets, encrypted, or the salt of the passphrase. @default - none in the file */
  readonly secretsKey?: string;
  /** Files of user data that are not there, in words. @default - none */
  readonly missing?: readonly string[];
  /** What of the file could not be read; what could is among the workloads. */
  readonly problem?: string;
}

/** The settings of a stack beside its workloads. */
export interface StackDefaults {
  readonly environment: string;
  /** An ARN. @default - none */
  readonly permissionsBoundary?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A stack that was asked for, which one of the revisions has to have. */
export function knownStack(stacks: readonly string[], name: string): string {
  if (stacks.includes(name)) return name;
  throw new Failure(
    `no stack "${name}": there is no ${stackFileName(name)}${didYouMean(name, stacks)}; stacks are ${stacks.join(", ")}`,
  );
}

/** The stacks that an option asks for: one by its name, or `all`. */
export const chosenStacks = (stacks: readonly string[], name: string): readonly string[] =>
  name === "all" ? stacks : [knownStack(stacks, name)];

/** The text of a stack file, and whose it is. */
export interface StackSource {
  readonly stack: string;
  /** Such as `Pulumi.dev.yaml`. */
  readonly file: string;
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
  /** Reads files of user data. @default - they are not read, and count as empty */
  readonly revision?: Pick<Revision, "name" | "readBelow">;
  /** What environments add, by full keys. @default - it is not known */
  readonly fromEnvironments?: Readonly<Record<string, unknown>>;
}

/** The stack file of a revision. */
export async function stackSource(revision: Revision, stack: string, ending: Ending): Promise<StackSource> {
  const file = stackFileName(stack, ending);
  return { stack, file, text: await revision.read(file), revision };
}

/**
 * Compiles the text of a stack file. A file that is gone declares nothing.
 *
 * @param project The name of the project.
 * @param at The account, and the region where the file names none.
 */
export async function declaredIn(
  source: StackSource,
  project: string,
  at = { account: anyAccount, region: "us-east-1" },
): Promise<DeclaredStack> {
  const { stack, file, text } = source;
  const nothing = { name: stack, project, workloads: [], provider: {}, environments: [] };
  if (text === undefined) return nothing;
  const { settings, problems, config, target } = readSource({ ...source, text }, project, at);
  const { environments, environment, secretsProvider, secretsKey } = settings;
  const unreadable = settingsProblems(file, problems);
  if (unreadable !== undefined) return { ...nothing, environments, problem: unreadable };
  const { read, missing } = await userDataOf(config, source);
  const compiled = await compiledConfig(config, target, read);
  const errors = compiled.errors.filter(
    // An environment may set what the file does not.
    ({ path, problem }) =>
      environments.length === 0 ||
      source.fromEnvironments ||
      path.length > 1 ||
      !problem.startsWith("missing"),
  );
  const { permissionsBoundary: boundary, tags } = compiled.settings;
  return {
    name: stack,
    project,
    workloads: compiled.workloads,
    provider: Object.fromEntries(Object.entries(config).filter(([key]) => !key.startsWith(`${NAMESPACE}:`))),
    defaults: {
      environment: compiled.settings.environment,
      ...(boundary !== undefined && { permissionsBoundary: permissionsBoundaryArn(boundary, target) }),
      tags,
    },
    environments,
    ...(source.fromEnvironments && { environmentsAreRead: true }),
    ...(environment !== undefined && { environment }),
    ...(secretsProvider !== undefined && { secretsProvider }),
    ...(secretsKey !== undefined && { secretsKey }),
    ...(missing.length > 0 && { missing }),
    ...(errors.length > 0 && { problem: `${file}: ${shownSecrets(formatErrors(errors))}` }),
  };
}

/** The files of user data that a configuration names, read in advance. One that is not there counts as empty, and is told. */
async function userDataOf(
  config: Readonly<Record<string, unknown>>,
  { stack, revision }: StackSource,
): Promise<{ readonly read: ReadUserDataFile; readonly missing: readonly string[] }> {
  const named = revision === undefined ? [] : userDataFilesNamed(config);
  const texts = new Map<string, string>();
  const missing: string[] = [];
  for (const { workload, file } of named) {
    const found = await revision?.readBelow(file);
    if (found !== undefined && "text" in found) texts.set(file, found.text);
    else if (found !== undefined)
      missing.push(
        `${stack}: the user data of ${workload} could not be read from ${shown(file)} of ${revision?.name ?? ""}, want ${found.want}.`,
      );
  }
  return { read: (file) => ({ text: texts.get(file) ?? "" }), missing };
}

function userDataFilesNamed(config: Readonly<Record<string, unknown>>) {
  const workloads = config[`${NAMESPACE}:workloads`];
  return Object.entries(typeof workloads === "object" && workloads !== null ? workloads : {}).flatMap(
    ([workload, entry]: [string, { launch?: { userDataFile?: unknown } } | null]) => {
      const file = entry?.launch?.userDataFile;
      return typeof file === "string" ? [{ workload, file }] : [];
    },
  );
}

/** What environments add to a stack file, of a configuration that was given. */
export function environmentsOf(
  { text = "", file }: StackSource,
  project: string,
  given: GivenConfig,
): Record<string, unknown> {
  return valuesOfEnvironments(given, readStackSettings(text, file, project).config, file);
}
