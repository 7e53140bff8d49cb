import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, type Node, parseDocument, type YAMLMap } from "yaml";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { readGoYaml } from "../../components/config/stackFile/goYaml.ts";
import { sentenceOf } from "../../commandLine/failure.ts";
import { widens } from "../../iam/diff/index.ts";
import type { Edit } from "../stackFile/edit.ts";
import { editData } from "../stackFile/editData.ts";
import { editSplices, type FilledPair } from "../stackFile/editText.ts";
import { NotEditable } from "../stackFile/notEditable.ts";
import { misread, saysOnly } from "../stackFile/rereadText.ts";
import { settingsProblems } from "../stackFile/settingsProblems.ts";
import { WORKLOADS } from "../stackFile/stackText.ts";
import { type Splice, spliced } from "../stackFile/splice.ts";

/** The edits of a workload, and the workload as Pulumi reads it. */
export interface WorkloadEdits {
  readonly declared: CompiledWorkload;
  readonly edits: readonly Edit[];
}

/** Compiles one workload of a stack file; fails where it has errors. */
export type CompileOne = (name: string, workload: unknown) => Promise<CompiledWorkload | undefined>;

/** A stack file after edits. */
export interface PatchedStack {
  readonly text: string;
  /** The workloads whose edits are in the text, as they compile then, by name. */
  readonly after: ReadonlyMap<string, CompiledWorkload>;
  /** Why the edits of the other workloads are not, by name. */
  readonly refused: ReadonlyMap<string, string>;
}

interface Planned {
  readonly splices: readonly Splice[];
  readonly data: unknown;
  readonly after: CompiledWorkload;
}

/** Carries edits out in the text of a stack file, workload by workload. What is not edited stays byte for byte. */
export async function patchStack(
  text: string,
  workloads: readonly WorkloadEdits[],
  compile: CompileOne,
): Promise<PatchedStack> {
  const refused = new Map<string, string>();
  const planned = new Map<string, Planned>();
  const document = parseDocument(text, { keepSourceTokens: true });
  for (const { declared, edits } of workloads)
    try {
      planned.set(declared.name, await plan(text, document, declared, edits, compile));
    } catch (error) {
      refused.set(declared.name, sentenceOf(error).replace(/\s+/g, " "));
    }
  const patched = () =>
    spliced(
      text,
      [...planned.values()].flatMap(({ splices }) => splices),
    );
  const refuse = (names: readonly string[]) => {
    for (const name of names) {
      planned.delete(name);
      refused.set(name, "its place in the file is written in a way that cannot be edited alone");
    }
  };
  const edited = () => new Map([...planned].map(([name, { data }]) => [name, data]));
  refuse(misread(patched(), edited()));
  if (!saysOnly(text, patched(), edited())) refuse([...planned.keys()]);
  const after = new Map([...planned].map(([name, one]) => [name, one.after]));
  return { text: patched(), after, refused };
}

/** The change of the text for one workload, if it is sure to take away and nothing else. */
async function plan(
  text: string,
  document: Document,
  declared: CompiledWorkload,
  edits: readonly Edit[],
  compile: CompileOne,
): Promise<Planned> {
  const { name } = declared;
  if (document.errors.length > 0) refuseUnread(text);
  const pair = workloadIn(document, name);
  const splices = editSplices(text, pair, edits);
  const data = dataOf(text, name);
  const before = await compile(name, data);
  if (!before || !isDeepStrictEqual(grantsOf(before), grantsOf(declared)))
    throw new NotEditable(
      "the file says something else than Pulumi reads, as with an environment that adds to it",
    );
  const edited = editData(data, edits);
  const after = await compile(name, edited);
  if (!after || widens(before.statements, after.statements))
    throw new NotEditable("it is not sure that the change only takes away");
  return { splices, data: edited, after };
}

/** A workload of a stack file as Pulumi reads it. */
function dataOf(text: string, name: string): unknown {
  const { config } = refuseUnread(text) as {
    readonly config: Readonly<Record<string, Record<string, unknown>>>;
  };
  return config[WORKLOADS]?.[name];
}

function refuseUnread(text: string): unknown {
  const { value, problems } = readGoYaml(text);
  const problem = settingsProblems("the file", problems);
  if (problem !== undefined) throw new NotEditable(problem);
  return value;
}

/** Where a workload stands in a stack file. */
function workloadIn(document: Document, name: string): FilledPair {
  const workloads = document.getIn(["config", WORKLOADS], true);
  if (!isMap(workloads))
    throw new NotEditable(
      `the file has no map ${WORKLOADS} below config; where an environment or another key declares it, change it there`,
    );
  const pair = (workloads as YAMLMap<Node, Node | null>).items.find((item) => String(item.key) === name);
  if (!pair?.value) throw new NotEditable(`the file declares no such workload below ${WORKLOADS}`);
  return { key: pair.key, value: pair.value };
}

const grantsOf = ({ grants, rawStatements, managedPolicyArns }: CompiledWorkload) => ({
  grants: grants.map(({ statements }) => statements),
  rawStatements,
  managedPolicyArns,
});
