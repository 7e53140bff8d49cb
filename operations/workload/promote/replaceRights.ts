import { isMap, isScalar, type Node, type YAMLMap } from "yaml";
import { Failure } from "../../../commandLine/failure.ts";
import { editSplices } from "../../stackFile/editText.ts";
import { saysOnly } from "../../stackFile/rereadText.ts";
import { type Splice, spliced } from "../../stackFile/splice.ts";
import { atColumn, blockOf, columnOf, linesOf } from "../../stackFile/block.ts";
import type { CopyPlan } from "../copyWorkload.ts";
import { refuseSecrets } from "../secrets.ts";
import { type StackText, workloadIn, WORKLOADS } from "../../stackFile/stackText.ts";

/** What a workload is and may do. Everything else of it belongs to the environment: sizes, limits, tags, instances. */
const RIGHTS = ["description", "access", "statements", "managedPolicies"];

type Fields = Readonly<Record<string, unknown>>;

/** The target's text with the rights of one workload replaced by those of the source, key by key, where they stand. */
export function replaceRights(source: StackText, target: StackText, name: string, copy: CopyPlan): string {
  const [from, to] = [fieldsIn(source, name), fieldsIn(target, name)];
  const column = columnOf(target.text, to);
  const places = to.items.map((_, index) => linesOf(target.text, to, index));
  const first = places[0]?.start ?? 0;
  // What the target does not have yet goes below the last key that both have, or above all.
  const splices: Splice[] = [{ start: first, end: first, text: "" }];
  const gone: Splice[] = [];
  for (const key of RIGHTS) {
    const [index, place] = [indexOf(from, key), places[indexOf(to, key)]];
    if (index < 0) {
      if (place) gone.push({ ...place, text: "" });
      continue;
    }
    const text = atColumn(blockOf(source.text, from, index, copy.splices), column, target.text);
    if (place) splices.push({ ...place, text });
    else splices.push(below(splices.pop(), text));
  }
  const taken = only(copy.data as Fields);
  refuseSecrets(source.file, name, taken);
  const data = { ...without(dataOf(target, name)), ...taken };
  const changes =
    Object.keys(data).length > 0
      ? [...splices.map((splice) => asEnded(target.text, splice)), ...gone]
      : emptied(target, name);
  const text = spliced(target.text, changes);
  if (saysOnly(target.text, text, new Map([[name, data]]))) return text;
  throw new Failure(
    `${target.file}: the rights of workload "${name}" cannot be replaced without a change of what stands beside them; change them there by hand`,
  );
}

const below = (last: Splice | undefined, text: string): Splice => ({
  start: last?.start ?? 0,
  end: last?.end ?? 0,
  text: (last?.text ?? "") + text,
});

/** A file that does not end its last line stays so. */
function asEnded(text: string, splice: Splice): Splice {
  const isOpen = splice.start < splice.end && text[splice.end - 1] !== "\n";
  return isOpen ? { ...splice, text: splice.text.replace(/\r?\n$/, "") } : splice;
}

/** A workload of which nothing is left is an empty map. */
function emptied(target: StackText, name: string): Splice[] {
  const edits = Object.keys(dataOf(target, name)).map((key) => ({ path: [key], values: [] }));
  return editSplices(target.text, workloadIn(target, name), edits);
}

function fieldsIn(stack: StackText, name: string): YAMLMap<Node, Node | null> {
  const { value } = workloadIn(stack, name);
  if (isMap(value) && value.items.length > 0 && !value.flow) return value as YAMLMap<Node, Node | null>;
  throw new Failure(
    `${stack.file}: got braces in workload "${name}", want its keys on lines of their own; write it so and run this again`,
  );
}

const indexOf = ({ items }: YAMLMap<Node, Node | null>, key: string) =>
  items.findIndex((item) => isScalar(item.key) && item.key.value === key);

const dataOf = ({ values }: StackText, name: string) =>
  (values[WORKLOADS] as Record<string, Fields>)[name] ?? {};
const isRight = ([key]: [string, unknown]) => RIGHTS.includes(key);
const only = (fields: Fields) => Object.fromEntries(Object.entries(fields).filter(isRight));
const without = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter((field) => !isRight(field)));
