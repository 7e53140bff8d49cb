import { stackFileName, stackNames } from "../../components/config/stackFiles.ts";
import { readGoYaml } from "../../components/config/stackFile/goYaml.ts";
import { settingsProblems } from "./settingsProblems.ts";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { isMap, isScalar, type Node, parseDocument, type YAMLMap } from "yaml";
import { NAMESPACE } from "../../components/config/namespace.ts";
import { didYouMean } from "../../iam/nearest.ts";
import { Failure } from "../../commandLine/failure.ts";
import { knownStack } from "./declaredStacks.ts";
import type { FilledPair } from "./editText.ts";

/** The key below `config` that holds the workloads. */
export const WORKLOADS = `${NAMESPACE}:workloads`;

type BlockMap = YAMLMap<Node, Node | null>;

/** A stack file as text, and where its workloads stand in it. */
export interface StackText {
  readonly stack: string;
  /** Such as `Pulumi.dev.yaml`. */
  readonly file: string;
  readonly text: string;
  readonly config: BlockMap;
  /** @default - the file has no such key yet */
  readonly workloads?: BlockMap;
  /** All values below `config` by their keys as they are written, as Pulumi reads them. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads the file of a stack that the project has. */
export function readStackText(project: string, name: string): StackText {
  const stack = knownStack(stackNames(project), name);
  return stackText(stack, readFileSync(path.join(project, stackFileName(stack)), "utf8"));
}

/** Finds the workloads in the text of a stack file; a Failure says why a workload cannot be written there. */
export function stackText(stack: string, text: string): StackText {
  const file = stackFileName(stack);
  const read = readGoYaml(text);
  const problem = settingsProblems(file, read.problems);
  if (problem !== undefined) throw new Failure(`${problem}; correct it and run this again`);
  const document = parseDocument(text, { keepSourceTokens: true });
  const config = document.getIn(["config"], true);
  const workloads = document.getIn(["config", WORKLOADS], true);
  const values = (read.value as { readonly config?: StackText["values"] | null } | null)?.config ?? {};
  const short = Object.keys(values).find(
    (key) => key === "workloads" || key === `${NAMESPACE}:config:workloads`,
  );
  if (workloads === undefined && short !== undefined)
    throw new Failure(`${file}: got the key ${short}, want ${WORKLOADS}; write it so and run this again`);
  if (workloads === undefined && document.has("environment"))
    throw new Failure(
      `${file} has no ${WORKLOADS}, and its environment may declare them: change them there, or put the key in the file`,
    );
  if (isMap(workloads) && isScalar(workloads.get("secure", true)))
    throw new Failure(`${file}: ${WORKLOADS} is a secret as a whole, want the workloads in plain text`);
  const found = { stack, file, text, config: blockMap(config, file, "config"), values };
  if (workloads === undefined) return found;
  return { ...found, workloads: blockMap(workloads, file, WORKLOADS) };
}

/** A map of which each key has lines of its own, so that another can be put below them. */
function blockMap(node: unknown, file: string, key: string): BlockMap {
  if (isMap(node) && node.items.length > 0 && node.flow !== true) return node as BlockMap;
  const isEmpty =
    node === undefined || (isScalar(node) && node.value === null) || (isMap(node) && node.items.length === 0);
  const got = isEmpty ? "nothing" : isMap(node) ? "braces" : "no map";
  throw new Failure(
    `${file}: got ${got} in ${key}, want keys on lines of their own; ${isEmpty && key === WORKLOADS ? "take the empty key out" : "write it so"} and run this again`,
  );
}

/** Where a workload stands in a stack file that has to have it. */
export function workloadIn({ file, workloads }: StackText, name: string): FilledPair & { index: number } {
  const pairs = workloads?.items ?? [];
  const index = pairs.findIndex(({ key }) => nameOf(key) === name);
  const pair = pairs[index];
  if (pair?.value) return { index, key: pair.key, value: pair.value };
  const names = pairs.map(({ key }) => nameOf(key));
  throw new Failure(
    `no workload "${name}" in ${file}${didYouMean(name, names)}; ${names.length === 0 ? "it has none" : `workloads are ${names.join(", ")}`}`,
  );
}

/** Whether a stack file has a workload. */
export function hasWorkload({ workloads }: StackText, name: string): boolean {
  return workloads?.items.some(({ key }) => nameOf(key) === name) ?? false;
}

const nameOf = (key: Node) => (isScalar(key) ? String(key.value) : "");
