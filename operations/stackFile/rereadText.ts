import { isDeepStrictEqual } from "node:util";
import { readGoYaml } from "../../components/config/stackFile/goYaml.ts";
import { NAMESPACE } from "../../components/config/namespace.ts";

/** The data of edited workloads, by name. */
type Edited = ReadonlyMap<string, unknown>;

interface StackData {
  readonly config?: Readonly<Record<string, unknown>>;
}

const key = `${NAMESPACE}:workloads`;

/** The workloads of which a text does not say what it should; all of them where it cannot be read. */
export function misread(text: string, edited: Edited): string[] {
  const read = workloadsOf(dataOf(text));
  return [...edited].flatMap(([name, data]) => (isDeepStrictEqual(read[name], data) ? [] : [name]));
}

/** Whether a text says the same as before but for edited workloads. */
export function saysOnly(before: string, after: string, edited: Edited): boolean {
  const data = dataOf(before);
  const workloads = { ...workloadsOf(data), ...Object.fromEntries(edited) };
  const expected = edited.size === 0 ? data : { ...data, config: { ...data.config, [key]: workloads } };
  return isDeepStrictEqual(dataOf(after), expected);
}

function dataOf(text: string): StackData {
  const { value, problems } = readGoYaml(text);
  return problems.length > 0 ? {} : (value ?? {});
}

function workloadsOf({ config }: StackData): Readonly<Record<string, unknown>> {
  return (config?.[key] ?? {}) as Readonly<Record<string, unknown>>;
}
