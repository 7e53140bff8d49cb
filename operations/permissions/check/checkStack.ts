import { boundaryErrors } from "../../../components/config/boundaryErrors.ts";
import { type ConfigError, formatError, formatPath } from "../../../components/config/configError.ts";
import { NAMESPACE } from "../../../components/config/namespace.ts";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { userDataFilesIn } from "../../../components/config/userDataFile.ts";
import { secretPaths } from "../../../components/config/stackFile/secret.ts";
import { compiledConfig, compiledSource, type CompiledSource } from "../../stackFile/compiledSource.ts";
import type { StackSource } from "../../stackFile/declaredStacks.ts";
import type { CheckedStack, CheckFinding } from "./finding.ts";
import { excused, type PackFile } from "./exceptionsFile.ts";
import { judged } from "./judged.ts";
import { isSecretAt, located, pathOf, START } from "./places.ts";
import { placedFindings } from "./placedFindings.ts";
import { packSettings } from "./packSettings.ts";
import { checkRules, stackConfiguration, unreadConfiguration } from "./rules.ts";
import { withoutWrongItems } from "./withoutWrongItems.ts";
import { declaredResources, stackResource } from "../declaredResources.ts";

/** What a stack is checked with. */
export interface CheckInputs {
  /** The folder of the project. */
  readonly folder: string;
  /** The name of the project. */
  readonly project: string;
  readonly exceptions: PackFile;
}

/** Checks one stack file: itself, and by the policies of the pack what would be deployed. */
export async function checkStack(
  source: StackSource & { readonly text: string },
  { folder, project, exceptions }: CheckInputs,
): Promise<CheckedStack & { readonly findings: CheckFinding[] }> {
  const { stack, file } = source;
  const at = { region: "us-east-1" };
  const userData = userDataFilesIn(folder);
  const written = await compiledSource(source, project, at, userData);
  const { wrongItems, config } = withoutWrongItems(written.config, written.errors);
  const right =
    wrongItems.size > 0
      ? await compiledConfig(config, written.target, userData)
      : { workloads: written.workloads };
  const compiled = { ...written, workloads: right.workloads };
  const settings = packSettings(folder, stack);
  const cutOff = await boundaryErrors(compiled.workloads, folder, { project, stack }, false);
  const own = [...ownFindings(source, compiled, [...compiled.errors, ...cutOff])];
  const names = { name: stack, project };
  const resources = [stackResource(names)];
  const workloadOf = new Map<string, CompiledWorkload>();
  for (const workload of compiled.workloads)
    for (const resource of declaredResources(names, workload)) {
      resources.push(resource);
      workloadOf.set(resource.urn, workload);
    }
  const inputs = { settings, stackConfig: textsIn(compiled.config), exceptions: exceptions.entries };
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const ofPack: CheckFinding[] = [];
  if (compiled.problems.length === 0)
    for await (const found of judged(resources, inputs)) {
      const resource = byUrn.get(found.urn);
      if (resource === undefined) continue;
      const level = settings.levelOf(found.policy.name);
      const judgement = excused(found, exceptions, compiled.target.account);
      ofPack.push(
        ...(await placedFindings({
          ...{ found, level, judgement, resource, stack, file, exceptions },
          settings: compiled.settings,
          workload: workloadOf.get(found.urn),
        })),
      );
    }
  const wrong = own.filter(({ rule }) => rule === stackConfiguration.id).map(({ path }) => path);
  // The program says of its own statements what AWS can never apply, and at the very key.
  const isSaid = ({ rule, path }: CheckFinding) =>
    (rule === "no-ineffective-grants" && wrong.some((other) => other.startsWith(path))) ||
    wrongItems.has(path);
  return {
    name: stack,
    file,
    workloads: compiled.workloads.map(({ name }) => name),
    rules: checkRules.map(({ id }) => id).filter((id) => settings.levelOf(id) !== "disabled"),
    findings: [...own, ...ofPack.filter((finding) => !isSaid(finding))],
  };
}

/** What is wrong with the stack file itself, and what of it cannot be read. */
function* ownFindings(
  { stack, file, text = "" }: StackSource,
  { settings, problems }: CompiledSource,
  errors: readonly ConfigError[],
): Generator<CheckFinding> {
  const base = { stack, file };
  for (const { problem, place = START } of problems)
    yield {
      ...{ ...base, rule: stackConfiguration.id, verdict: "refused", place, path: "" },
      message: problem,
    };
  for (const error of errors) {
    const path = typeof error.path === "string" ? pathOf(error.path) : error.path;
    // What stands here for a secret is not what the program will get.
    if (isSecretAt(settings, path)) continue;
    const { place } = located(settings, path);
    yield {
      ...{ ...base, ...workloadAt(path), place, path: formatPath(path) },
      ...{ rule: stackConfiguration.id, verdict: "refused", message: formatError(error) },
    };
  }
  for (const environment of settings.environments)
    yield {
      ...{ ...base, rule: unreadConfiguration.id, verdict: "unknown", path: "environment" },
      place: {
        line: text.slice(0, text.search(/^\s*"?environment"?\s*:/m) + 1).split("\n").length,
        column: 1,
      },
      message: `environment ${environment} adds values that are not in the repository, and not judged`,
    };
  for (const name of ["workloads", "permissionsBoundary"])
    for (const below of secretPaths(settings.config[`${NAMESPACE}:${name}`])) {
      const path = [name, ...below];
      if (isAboutRights(path))
        yield {
          ...{ ...base, ...workloadAt(path), rule: unreadConfiguration.id, verdict: "unknown" },
          ...{ place: located(settings, path).place, path: formatPath(path) },
          message: `${formatPath(path)}: got a secret, which only its stack can read: what it allows is not judged`,
        };
    }
}

/** Whether a value of a workload decides what its role may do, or what its instances run. */
const isAboutRights = ([, , key]: readonly PropertyKey[]) =>
  key === undefined ||
  ["access", "statements", "managedPolicies", "permissionsBoundary", "launch"].includes(String(key));

const workloadAt = ([first, name]: readonly PropertyKey[]) =>
  first === "workloads" && name !== undefined ? { workload: String(name) } : {};

function textsIn(config: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
