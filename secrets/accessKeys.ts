import { textLayers } from "./encodedText.ts";
import { keyIdsIn } from "./keyIds.ts";
import { namedSecretsIn, secretAlone } from "./namedSecrets.ts";
import { namedStrings } from "./namedStrings.ts";
import { SearchLimits } from "./searchLimits.ts";
import { isSecretName } from "./secretNames.ts";

/** One AWS access key found in plain or encoded text. It never carries the key itself. */
export interface FoundAccessKey {
  /** Where, in Pulumi's notation: `userData`, `tags["my key"]`, `ingress[0].description`. */
  readonly path: string;
  readonly kind: "access key id" | "secret access key";
  /** The first four characters of an id, which only tell its type; empty for a secret. */
  readonly hint: string;
}

/** A text in which a key could be hidden, because the search of it had to be given up. */
export interface UnsearchedText {
  readonly path: string;
  readonly kind: "unsearched text";
  /** What it is: `text that unpacks to more than 20 MiB and could not be searched to its end`. */
  readonly what: string;
}

export type AccessKeyFinding = FoundAccessKey | UnsearchedText;

/** No id, no secret and no encoding of either is shorter. */
const shortestKey = 20;

/**
 * Every access key in a value: in its strings, its map keys, and inside their encodings. Anything that is no string,
 * list or object (numbers, marks for unknown values) is passed over, so one gap loses nothing.
 */
export function* findAccessKeys(value: unknown, path = ""): Generator<AccessKeyFinding> {
  for (const { path: at, name, text } of namedStrings(value, path, withoutAccessKeys)) {
    const limits = new SearchLimits(text.length);
    for (const { kind, hint } of keysIn(text, name, limits)) yield { path: at, kind, hint };
    if (limits.unsearched !== undefined) yield { path: at, kind: "unsearched text", what: limits.unsearched };
  }
}

/**
 * A text fit to be shown: every access key in it is cut to its hint, and so is the whole text where a key is encoded
 * or could be.
 */
export function withoutAccessKeys(text: string): string {
  const limits = new SearchLimits(text.length);
  let shown = text;
  for (const { key, hint } of keysIn(text, "", limits)) {
    if (!text.includes(key)) return `${hint}…`;
    shown = shown.replaceAll(key, `${hint}…`);
  }
  return limits.unsearched === undefined ? shown : "…";
}

interface Match extends Pick<FoundAccessKey, "kind" | "hint"> {
  readonly key: string;
}

/** Each key once: several layers of one string may show the same. */
function* keysIn(text: string, name: string, limits: SearchLimits): Generator<Match> {
  if (text.length < shortestKey) return;
  const seen = new Set<string>();
  for (const match of matchesIn(text, name, limits)) {
    if (seen.has(match.key)) continue;
    seen.add(match.key);
    yield match;
  }
}

function* matchesIn(text: string, name: string, limits: SearchLimits): Generator<Match> {
  const isNamed = isSecretName(name);
  for (const layer of textLayers(text, limits)) {
    for (const key of keyIdsIn(layer)) yield { kind: "access key id", hint: key.slice(0, 4), key };
    for (const key of namedSecretsIn(layer)) yield { kind: "secret access key", hint: "", key };
    const alone = isNamed ? secretAlone(layer) : undefined;
    if (alone !== undefined) yield { kind: "secret access key", hint: "", key: alone };
  }
}
