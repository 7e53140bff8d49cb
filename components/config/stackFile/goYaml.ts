import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { type GoScalar, goScalar } from "./goScalar.ts";
import { type MapEntry, mapEntries, type MapReading, oddKey } from "./mapEntries.ts";
import { hasPlaceholder } from "../../placeholders.ts";
import { readPlainYaml } from "./plainYaml.ts";

/** Where something stands in a text; both count from one. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something in a text that Go's YAML refuses, or of which this reader does not know what Go makes of it. */
export interface YamlProblem {
  readonly place?: Place;
  /** `got …, want …`, or `not valid YAML at line …`, without a word of the text: it may hold a secret. */
  readonly problem: string;
}

/** A text as Go's YAML reads it. */
export interface GoYaml {
  /** Plain data. Integers are numbers, or bigints where a number would lose digits. */
  readonly value: unknown;
  /** Everything that is wrong with the text; where there is something, the value is not whole. */
  readonly problems: readonly YamlProblem[];
  /** Where the value at a path stands: its key, or an item itself, also behind an alias or a merge. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place | undefined;
  /** Where the first key stands that the map at a path has itself and that is no text, such as `1`. */
  readonly oddKeyOf: (path: readonly PropertyKey[]) => Place | undefined;
}

/** A few lines of aliases of aliases can stand for more than any memory holds. */
const MOST_VALUES_OF_ALIASES = 100_000;

/**
 * Reads YAML as Go's YAML does, and so as Pulumi reads its files. Scalars are what {@link goScalar} says, aliases and merge
 * keys are followed, keys become texts.
 *
 * @see https://github.com/go-yaml/yaml/blob/v3.0.1/decode.go
 */
export function readGoYaml(text: string): GoYaml {
  const plain = readPlainYaml(text, plainScalar);
  if (plain === undefined) return readWholeYaml(text);
  let whole: GoYaml | undefined;
  // Only the whole parser knows where something stands, and all keys of plain YAML are texts.
  const placeOf: GoYaml["placeOf"] = (path) => (whole ??= readWholeYaml(text)).placeOf(path);
  return { ...plain, problems: [], placeOf, oddKeyOf: () => undefined };
}

/** The value of a scalar without quotes; undefined where there is something to report of it. */
function plainScalar(text: string): { readonly value: unknown } | undefined {
  const scalar = goScalar(text);
  return scalar.is === "float" ? undefined : { value: valueOfScalar(scalar) };
}

/** The same by the parser for all of YAML. */
export function readWholeYaml(text: string): GoYaml {
  const odd = oddLineEnd(text);
  if (odd) return { value: undefined, problems: [odd], placeOf: () => undefined, oddKeyOf: () => undefined };
  const lineCounter = new LineCounter();
  // Every scalar is a text to this schema: which value it stands for is decided here, and not by YAML 1.2.
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    schema: "failsafe",
    lineCounter,
    uniqueKeys: false,
    logLevel: "error",
  });
  const problems: YamlProblem[] = document.errors.slice(0, 1).map(({ code, linePos }) => {
    const place = linePos && { line: linePos[0].line, column: linePos[0].col };
    const line = text.split("\n")[(place?.line ?? 0) - 1] ?? "";
    const quotes = hasPlaceholder(line)
      ? "; a text with a placeholder such as {account} needs quotes here"
      : "";
    const reason = code.toLowerCase().replaceAll("_", " ") + quotes;
    return { problem: notYaml(reason, place), ...(place && { place }) };
  });
  if (problems.length > 0)
    return { value: undefined, problems, placeOf: () => undefined, oddKeyOf: () => undefined };
  const placeOfNode = (node: Node | null | undefined): Place | undefined => {
    const start = node?.range?.[0];
    if (start === undefined) return undefined;
    const { line, col } = lineCounter.linePos(start);
    return { line, column: col };
  };
  const report = (problem: string, node: Node) => {
    const place = placeOfNode(node);
    problems.push({
      problem: problem.startsWith("got ") ? problem : notYaml(problem, place),
      ...(place && { place }),
    });
  };
  const value = valueOf(document.contents, { document, report });
  // Maps are read once more on the way, and what is wrong with them was said above.
  const quietly = { document, report: () => undefined };
  const known = new Map<Node, ReadonlyMap<string, MapEntry>>();
  const entriesOf = (map: YAMLMap) => {
    const entries = known.get(map) ?? mapEntries(map, quietly);
    known.set(map, entries);
    return entries;
  };
  const at = (path: readonly PropertyKey[]) => nodeAt(document.contents, path, document, entriesOf);
  return {
    value,
    problems,
    placeOf: (path) => placeOfNode(at(path)?.found),
    oddKeyOf: (path) => {
      const map = at(path)?.value;
      return isMap(map) ? placeOfNode(oddKey(map, document)) : undefined;
    },
  };
}

/**
 * The first end of a line that only Go sees: what stands behind it may be a comment to all others, and to Go it is a key.
 *
 * @see https://github.com/go-yaml/yaml/blob/v3.0.1/yamlprivateh.go `is_break`
 */
function oddLineEnd(text: string): YamlProblem | undefined {
  const at = text.search(/\r(?!\n)|[\u0085\u2028\u2029]/);
  if (at < 0) return undefined;
  const lines = text.slice(0, at).split("\n");
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  return {
    place: { line: lines.length, column: (lines.at(-1) ?? "").length + 1 },
    problem: `got the end of a line U+${code}, want a line feed: Pulumi begins a line there, where editors show none`,
  };
}

/** What a parser would say, without a word of the text. */
const notYaml = (reason: string, place: Place | undefined) =>
  `not valid YAML${place ? ` at line ${place.line}, column ${place.column}` : ""} (${reason})`;

function valueOf(contents: Node | null, reading: MapReading): unknown {
  const open = new Set<Node>();
  let ofAliases = 0;
  const read = (node: Node | null, isBehindAlias: boolean): unknown => {
    if (node === null) return null;
    if (isBehindAlias && ++ofAliases > MOST_VALUES_OF_ALIASES) {
      if (ofAliases === MOST_VALUES_OF_ALIASES + 1)
        reading.report(`got aliases for more than ${MOST_VALUES_OF_ALIASES} values, want fewer`, node);
      return null;
    }
    if (isAlias(node)) {
      const target = node.resolve(reading.document);
      if (target === undefined || open.has(target)) {
        reading.report("got an alias of nothing or of what it stands in, want one of an anchor above", node);
        return null;
      }
      return read(target, true);
    }
    refuseTag(node, reading);
    if (isScalar(node)) return scalarValue(node, reading);
    open.add(node);
    const value = isMap(node)
      ? Object.fromEntries(
          [...mapEntries(node, reading)].map(([key, { value }]) => [key, read(value, isBehindAlias)]),
        )
      : isSeq(node)
        ? node.items.map((item) => read(item as Node | null, isBehindAlias))
        : undefined;
    open.delete(node);
    return value;
  };
  return read(contents, false);
}

/** What Go makes of a tag depends on the value, and no stack file needs one: only those that say nothing new pass. */
function refuseTag(node: Node & { readonly tag?: string }, { report }: MapReading): void {
  const own = isMap(node) ? "map" : isSeq(node) ? "seq" : "str";
  if (node.tag !== undefined && node.tag !== `tag:yaml.org,2002:${own}`)
    report(`got a tag, want ${own === "str" ? "a text in quotes, or a value" : "it"} without one`, node);
}

function scalarValue(node: Node & { readonly value: unknown }, { report }: MapReading): unknown {
  const text = String(node.value);
  const { type, tag } = node as { readonly type?: string; readonly tag?: string };
  if (type !== "PLAIN" || tag !== undefined) return text;
  const scalar = goScalar(text);
  if (scalar.is === "float" && !Number.isFinite(scalar.value))
    report("got a number without end, want one that JSON can write", node);
  return valueOfScalar(scalar);
}

function valueOfScalar(scalar: GoScalar): unknown {
  if (scalar.is !== "integer") return scalar.value;
  return Number.isSafeInteger(Number(scalar.value)) ? Number(scalar.value) : scalar.value;
}

/** The key or the item at a path, and the value there. */
function nodeAt(
  contents: Node | null,
  path: readonly PropertyKey[],
  document: Document,
  entriesOf: (map: YAMLMap) => ReadonlyMap<string, MapEntry>,
): { readonly found: Node | null; readonly value: Node | null } | undefined {
  const behind = (node: Node | null) => (isAlias(node) ? (node.resolve(document) ?? null) : node);
  let [found, value] = [contents, behind(contents)];
  for (const part of path) {
    if (isMap(value)) {
      const entry = entriesOf(value).get(String(part));
      if (entry === undefined) return undefined;
      [found, value] = [entry.key, behind(entry.value)];
    } else {
      const item = isSeq(value) ? (value.items[Number(part)] as Node | undefined) : undefined;
      if (item === undefined) return undefined;
      [found, value] = [item, behind(item)];
    }
  }
  return { found, value };
}
