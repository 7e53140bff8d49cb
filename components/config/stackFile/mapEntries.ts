import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { goScalar } from "./goScalar.ts";

/** A key of a map as it is written, and its value; null where nothing stands behind the colon. */
export interface MapEntry {
  readonly key: Node;
  readonly value: Node | null;
}

/** What reading a map needs to know, and where it says what is wrong. */
export interface MapReading {
  readonly document: Document;
  /** Takes `got …, want …`, or why the text is not valid. */
  readonly report: (problem: string, node: Node) => void;
}

type Pairs = YAMLMap<Node, Node | null>;

/**
 * The entries of a map by the texts that Go makes of its keys. What a merge key stands for comes behind the map's own entries,
 * which win; of several maps to merge the first one wins.
 *
 * @see https://yaml.org/type/merge.html
 */
export function mapEntries(map: YAMLMap, reading: MapReading): Map<string, MapEntry> {
  return entriesOf(map as Pairs, reading, new Set());
}

function entriesOf(map: Pairs, reading: MapReading, open: Set<Node>): Map<string, MapEntry> {
  const entries = new Map<string, MapEntry>();
  if (open.has(map)) {
    reading.report("got a map that merges itself, want another", map);
    return entries;
  }
  open.add(map);
  const sources = new Set<string>();
  let merged: Node | null | undefined;
  for (const { key, value } of map.items) {
    if (isMergeKey(key)) {
      if (merged !== undefined) reading.report("got a second merge key in a map, want one with a list", key);
      merged = value ?? null;
      continue;
    }
    const text = keyText(key, reading);
    if (text === undefined) continue;
    // Go compares keys as they are written, and two that become one text leave it to chance which of them counts.
    const source = isScalar(key) ? String(key.value) : undefined;
    if (entries.has(text) || (source !== undefined && sources.has(source)))
      reading.report("duplicate key", key);
    if (source !== undefined) sources.add(source);
    entries.set(text, { key, value: value ?? null });
  }
  for (const source of merged === undefined ? [] : mergedMaps(merged, map, reading))
    for (const [text, entry] of entriesOf(source, reading, open))
      if (!entries.has(text)) entries.set(text, entry);
  open.delete(map);
  return entries;
}

const MERGE = /^(?:tag:yaml.org,2002:merge)?$/;

function isMergeKey(key: Node): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.value === "<<" && MERGE.test(key.tag ?? "");
}

function mergedMaps(merged: Node | null, map: Node, { document, report }: MapReading): Pairs[] {
  const behind = (node: Node | null | undefined) => (isAlias(node) ? node.resolve(document) : node);
  // Only a list that stands there itself is a list of maps: Go refuses an alias of one.
  const found = isSeq(merged) ? merged.items.map((item) => behind(item as Node)) : [behind(merged)];
  if (!found.every((item) => isMap(item)))
    report(
      "got something else than maps behind a merge key, want an alias of a map or a list of them",
      merged ?? map,
    );
  const maps = found.filter((item): item is Pairs => isMap(item));
  for (const odd of maps.flatMap((item) => oddKey(item, document) ?? []))
    report("got a key that is no text in a map that is merged, want it in quotes", odd);
  return maps;
}

/** The first key that a map has itself and that Go takes for something else than a text, such as `1` or `true`. */
export function oddKey(map: YAMLMap, document: Document): Node | undefined {
  const keys = (map as Pairs).items.map(({ key }) => key);
  return keys.find((written) => {
    const key = isAlias(written) ? written.resolve(document) : written;
    const isPlain = isScalar(key) && key.type === "PLAIN" && key.tag === undefined;
    return isPlain && goScalar(String(key.value)).is !== "text";
  });
}

/** The text of a key; undefined where Go has none for it. */
function keyText(written: Node, { document, report }: MapReading): string | undefined {
  const key = isAlias(written) ? written.resolve(document) : written;
  if (!isScalar(key)) {
    report("got a key that is a map or a list, want a text", written);
    return undefined;
  }
  const text = String(key.value);
  if (key.tag !== undefined && key.tag !== "tag:yaml.org,2002:str")
    report("got a key with a tag, want it without", written);
  if (key.type !== "PLAIN" || key.tag !== undefined) return text;
  const scalar = goScalar(text);
  if (scalar.is === "float") report("got a number with a fraction as a key, want it in quotes", written);
  return scalar.is === "null" ? "<nil>" : String(scalar.value);
}
