import { textLayers } from "./encodedText";
import { propertyPath } from "./propertyPath";

/** One AWS access key found in plain or encoded text. It never carries the key itself. */
export interface AccessKeyFinding {
  /** Where, in Pulumi's notation: `userData`, `tags["my key"]`, `ingress[0].description`. */
  readonly path: string;
  readonly kind: "access key id" | "secret access key";
  /** The first four characters of an id, which only tell its type; empty for a secret. */
  readonly hint: string;
}

/**
 * Key ids: long-term, temporary, service bearer token, context-specific credential, and the old `A3T` form. The other
 * prefixes (`AROA`, `AIPA`, `AIDA`, …) name roles, profiles and users and are no credentials. `\b` would let an
 * underscore hide a key, so the neighbours are checked instead.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 */
const keyId = /(?<![A-Za-z0-9])(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g;

/** `aws_secret_access_key`, `secretAccessKey`, `AWS_SECRET_KEY`, `fs.s3a.secret.key`, `accessKeySecret`, … */
const secretName = String.raw`(?:secret[_.\- ]?(?:access[_.\- ]?)?key|access[_.\- ]?key[_.\- ]?secret|aws[_.\- ]?secret)`;

/**
 * A secret has no prefix of its own: 40 characters are one only after its name, so that hashes and tokens are left
 * alone. What may stand between covers sh, ini, toml, yaml, json, xml, PowerShell and `aws configure set`, and
 * `name: …, value: …` pairs.
 */
const between = String.raw`[\s"'\`\\:=>,(?|\-]{1,24}`;
const namedSecret = new RegExp(
  String.raw`${secretName}${between}(?:value${between})?([A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])`,
  "gi",
);
const endsAsSecretName = new RegExp(`${secretName}$`, "i");
const wholeSecret = /^\s*([A-Za-z0-9/+=]{40})\s*$/;

/**
 * Every access key in a value: in its strings, its map keys, and inside their encodings. Anything that is no string,
 * list or object (numbers, marks for unknown values) is passed over, so one gap loses nothing.
 */
export function* findAccessKeys(value: unknown, path = ""): Generator<AccessKeyFinding> {
  for (const string of namedStrings(value, path)) {
    const seen = new Set<string>();
    for (const { kind, text } of keysIn(string)) {
      // Several layers of one string may show the same key.
      if (seen.has(text)) continue;
      seen.add(text);
      yield { path: string.path, kind, hint: hintOf({ kind, text }) };
    }
  }
}

interface NamedString {
  readonly path: string;
  /** The property that holds the string, or the name beside it in a name and value pair. */
  readonly name: string;
  readonly text: string;
}

/** All strings of a value, map keys included. */
function* namedStrings(value: unknown, path: string, name = ""): Generator<NamedString> {
  if (typeof value === "string") {
    yield { path, name, text: value };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* namedStrings(item, `${path}[${index}]`, name);
  } else if (typeof value === "object" && value !== null) {
    const pairName = nameOfPair(value);
    for (const [key, item] of Object.entries(value)) {
      const at = propertyPath(path, withoutKeys(key));
      yield { path: at, name: "", text: key };
      yield* namedStrings(item, at, /^value$/i.test(key) ? (pairName ?? key) : key);
    }
  }
}

/** The name in `{ name, value }` or `{ key, value }`, as ECS environments, SSM parameters and tag lists have it. */
function nameOfPair(object: object): string | undefined {
  const entry = Object.entries(object).find(([key]) => /^(?:name|key)$/i.test(key));
  return typeof entry?.[1] === "string" ? entry[1] : undefined;
}

/** A map key fit to be shown in a path: one that holds an access key is cut to its hint. */
function withoutKeys(mapKey: string): string {
  const [first] = keysIn({ path: "", name: "", text: mapKey });
  return first === undefined ? mapKey : `${hintOf(first)}…`;
}

interface Match {
  readonly kind: AccessKeyFinding["kind"];
  readonly text: string;
}

function hintOf({ kind, text }: Match): string {
  return kind === "access key id" ? text.slice(0, 4) : "";
}

function* keysIn({ name, text }: NamedString): Generator<Match> {
  for (const layer of textLayers(text)) {
    for (const [id] of layer.matchAll(keyId)) {
      if (isRealKeyId(id)) yield { kind: "access key id", text: id };
    }
    for (const secret of secretsIn(layer, name)) {
      if (isRealSecret(secret)) yield { kind: "secret access key", text: secret };
    }
  }
}

function* secretsIn(text: string, name: string): Generator<string> {
  for (const [, secret] of text.matchAll(namedSecret)) yield secret ?? "";
  const whole = wholeSecret.exec(text)?.[1];
  if (whole !== undefined && endsAsSecretName.test(name)) yield whole;
  // In JSON a value may stand before its name. The strings inside were searched as part of this text already.
  for (const inner of namedStrings(parsedJson(text), "")) {
    const value = wholeSecret.exec(inner.text)?.[1];
    if (value !== undefined && endsAsSecretName.test(inner.name)) yield value;
  }
}

function parsedJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** AWS's documentation ends its ids in EXAMPLE; placeholders repeat one letter or two. */
function isRealKeyId(id: string): boolean {
  return !id.endsWith("EXAMPLE") && entropy(id) >= 3;
}

/** AWS's documentation ends its secrets in EXAMPLEKEY. Forty hexadecimal digits are a hash: no secret lacks all of g-z. */
function isRealSecret(secret: string): boolean {
  return !secret.endsWith("EXAMPLEKEY") && !/^[0-9a-f]+$/i.test(secret) && entropy(secret) >= 3;
}

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()]
    .map((count) => count / text.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0);
}
