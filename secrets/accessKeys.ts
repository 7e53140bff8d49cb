import { bedrockKeysIn } from "./bedrockKeys.ts";
import { byteLayers, textLayers } from "./encodedText.ts";
import { keyIdsIn } from "./keyIds.ts";
import { namedSecretsIn, secretAlone } from "./namedSecrets.ts";
import { namedStrings } from "./namedStrings.ts";
import { SearchLimits } from "./searchLimits.ts";
import { isSecretName } from "./secretNames.ts";
import { secretOwner } from "./secretOwner.ts";
import { servicePasswordsIn } from "./servicePasswords.ts";
import { sessionTokenAlone, sessionTokensIn } from "./sessionTokens.ts";

/** One AWS access key found in plain or encoded text. It never carries the key itself. */
export interface FoundAccessKey {
  /** Where, in Pulumi's notation: `userData`, `tags["my key"]`, `ingress[0].description`. */
  readonly path: string;
  readonly kind:
    "access key id" | "secret access key" | "Bedrock API key" | "session token" | "service-specific password";
  /** The first four characters of an id or a Bedrock API key, which only tell its type; empty for a secret. */
  readonly hint: string;
  /** Whether neither its name nor anything near it tells that it is AWS's. */
  readonly isUnsure?: true;
}

/** A text in which a key could be hidden, because the search of it had to be given up. */
export interface UnsearchedText {
  readonly path: string;
  readonly kind: "unsearched text";
  /** What it is: `text that unpacks to more than 20 MiB and could not be searched to its end`. */
  readonly what: string;
}

/** Something that a text holds and that nothing here can open. */
export interface ClosedText {
  readonly path: string;
  readonly kind: "closed text";
  /** What it is: `an xz archive`. */
  readonly what: string;
}

export type AccessKeyFinding = FoundAccessKey | UnsearchedText | ClosedText;

/** No id, no secret and no encoding of either is shorter. */
const shortestKey = 20;

/**
 * Every access key in a value: in its strings, its map keys, and inside their encodings. Anything that is no string,
 * list or object (numbers, marks for unknown values) is passed over, so one gap loses nothing.
 */
export function* findAccessKeys(value: unknown, path = ""): Generator<AccessKeyFinding> {
  for (const { path: at, name, text, beside } of namedStrings(value, path, withoutAccessKeys)) {
    if (text.length < shortestKey) continue;
    const limits = new SearchLimits(text.length);
    yield* findingsAt(at, keysIn(textLayers(text, limits), { name, beside }), limits);
  }
}

/** Every access key in the content of a file, whatever it is packed in. */
export function* findAccessKeysInBytes(bytes: Buffer, path: string): Generator<AccessKeyFinding> {
  const limits = new SearchLimits(bytes.length);
  yield* findingsAt(path, keysIn(byteLayers(bytes, limits), { name: "", beside: () => path }), limits);
}

function* findingsAt(path: string, keys: Iterable<Match>, limits: SearchLimits): Generator<AccessKeyFinding> {
  for (const { kind, hint, isUnsure } of keys) {
    yield { path, kind, hint, ...(isUnsure === true && { isUnsure }) };
  }
  if (limits.unsearched !== undefined) yield { path, kind: "unsearched text", what: limits.unsearched };
  for (const what of limits.closed) yield { path, kind: "closed text", what };
}

/**
 * A text fit to be shown: every access key in it is cut to its hint, and so is the whole text where a key is encoded
 * or could be.
 */
export function withoutAccessKeys(text: string): string {
  if (text.length < shortestKey) return text;
  const limits = new SearchLimits(text.length);
  let shown = text;
  for (const { key, hint } of keysIn(textLayers(text, limits), unnamed)) {
    if (!text.includes(key)) return `${hint}…`;
    shown = shown.replaceAll(key, `${hint}…`);
  }
  return limits.unsearched === undefined ? shown : "…";
}

interface Match extends Omit<FoundAccessKey, "path"> {
  readonly key: string;
}

/** What a text is called, and what stands beside it. */
interface Surroundings {
  readonly name: string;
  readonly beside: () => string;
}

const unnamed: Surroundings = { name: "", beside: () => "" };

/** Each key once: several layers of one string may show the same. */
function* keysIn(layers: Iterable<string>, surroundings: Surroundings): Generator<Match> {
  const seen = new Set<string>();
  const isNamed = isSecretName(surroundings.name);
  for (const layer of layers) {
    for (const match of matchesIn(layer, surroundings, isNamed)) {
      if (seen.has(match.key)) continue;
      seen.add(match.key);
      yield match;
    }
  }
}

function* matchesIn(layer: string, { name, beside }: Surroundings, isNamed: boolean): Generator<Match> {
  for (const key of keyIdsIn(layer)) yield { kind: "access key id", hint: key.slice(0, 4), key };
  for (const key of bedrockKeysIn(layer)) yield { kind: "Bedrock API key", hint: key.slice(0, 4), key };
  for (const { secret, owner } of namedSecretsIn(layer)) yield secretMatch(secret, owner === "unknown");
  for (const key of sessionTokensIn(layer)) yield { kind: "session token", hint: "", key };
  for (const key of servicePasswordsIn(layer)) yield { kind: "service-specific password", hint: "", key };
  const token = sessionTokenAlone(layer, name, beside);
  if (token !== undefined) yield { kind: "session token", hint: "", key: token };
  const alone = isNamed ? secretAlone(layer) : undefined;
  if (alone === undefined) return;
  const owner = secretOwner(name, beside().replaceAll(name, " "));
  if (owner !== "another") yield secretMatch(alone, owner === "unknown");
}

function secretMatch(key: string, isUnsure: boolean): Match {
  return { kind: "secret access key", hint: "", key, ...(isUnsure && { isUnsure }) };
}
