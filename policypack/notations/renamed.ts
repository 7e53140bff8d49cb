import { isObject } from "../../iam/document/elements.ts";
import { propertyPath } from "../../iam/document/propertyPath.ts";
import type { JudgedResource } from "./judgedResource.ts";

/** How a notation writes the properties that the rules know in camelCase. */
export interface Naming {
  /** The name that the rules know of a written one. */
  readonly known: (written: string) => string;
  /** The written name of one that the rules know. */
  readonly written: (known: string) => string;
  /** Properties, by their known names, that are written as a list of one. @default - none */
  readonly single?: ReadonlySet<string>;
}

/** Maps of names that somebody chose, and documents, which have names of their own. */
const keepsItsNames = /^(?:tags|tagsAll|parameters|templateBody|desiredState)$|policy(?:Document)?$/i;

/**
 * Inputs under the names that the rules know, with the way back.
 *
 * @param place Where the inputs stand in what the program wrote; empty for the resource itself.
 */
export function renamed(
  inputs: object,
  naming: Naming,
  place = "",
): Required<Pick<JudgedResource, "inputs" | "at">> {
  /** Written paths by known ones, and whether what follows them keeps its names. */
  const paths = new Map<string, { readonly written: string; readonly keeps: boolean }>();

  const copyOf = (value: unknown, known: string, written: string, keeps: boolean): unknown => {
    const isLeaf = keeps || typeof value !== "object" || value === null;
    paths.set(known, { written, keeps: isLeaf });
    if (isLeaf) return value;
    if (Array.isArray(value))
      return value.map((item: unknown, index) =>
        copyOf(item, `${known}[${index}]`, `${written}[${index}]`, false),
      );
    return propertiesOf(value, known, written);
  };

  const propertiesOf = (holder: object, known: string, written: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(holder).map(([key, value]: [string, unknown]) => {
        const name = naming.known(key);
        const keeps = keepsItsNames.test(name);
        const [only, ...more] = Array.isArray(value) ? (value as unknown[]) : [];
        const isOnly = naming.single?.has(name) === true && isObject(only) && more.length === 0;
        const there = `${propertyPath(written, key)}${isOnly ? "[0]" : ""}`;
        return [name, copyOf(isOnly ? only : value, propertyPath(known, name), there, keeps)];
      }),
    );

  const at = (path: string): string => {
    for (let end = path.length; end > 0; end--) {
      if (end < path.length && path[end] !== "." && path[end] !== "[") continue;
      const found = paths.get(path.slice(0, end));
      if (found === undefined) continue;
      const rest = path.slice(end);
      return found.written + (found.keeps ? rest : writtenPath(rest, naming));
    }
    if (path === "") return place;
    const rest = writtenPath(path, naming);
    return place === "" ? rest : `${place}.${rest}`;
  };

  return { inputs: propertiesOf(inputs, "", place), at };
}

/** A path to what is not there, in the written names. */
function writtenPath(path: string, { written }: Naming): string {
  return /[\s"]/.test(path) ? path : path.replace(/[A-Za-z_$][\w$]*/g, (name) => written(name));
}
