import { entropy } from "./entropy.ts";
import { keyIdPattern } from "./keyIds.ts";
import { runsOf } from "./runs.ts";
import { type SecretName, secretNamesIn } from "./secretNames.ts";
import { type SecretOwner, secretOwner } from "./secretOwner.ts";

/**
 * A secret has no prefix of its own: 40 characters are one only beside its name, so that hashes and tokens are left
 * alone. They are not a part of a longer token; an equals sign in front is an assignment.
 */
const bareSecret = /(?!=)[A-Za-z0-9/+=]{40}(?![A-Za-z0-9/+=_-]|\.[A-Za-z0-9])/y;
const wholeSecret = /^[\s"']*([A-Za-z0-9/+=]{40})[\s"']*$/;
const encodedSecret = /[A-Za-z0-9+/]{52,160}={0,2}(?![A-Za-z0-9+/=_-])/y;

/** Whatever could be a secret, perhaps with a part of its name in front: `key=…`. */
const candidate = runsOf("[A-Za-z0-9/+=]", 40);
const secretLength = 40;

/** How far a name may be from its secret. */
const reach = 300;

/** What may stand between a name and its secret, one piece at a time, in configuration files, scripts and commands. */
const separator = new RegExp(
  [
    String.raw`\s+`,
    String.raw`\\[nrt]`,
    String.raw`[|>][0-9+-]{0,2}(?=\s)`,
    "[\"'`\\\\:=,?()\\[\\]|>@*}–—→]",
    String.raw`\+=|%s`,
    String.raw`#[^\n]{0,80}\n[ \t]+`,
    // Two braces hold a reference, and so does a dollar before a name.
    String.raw`\{(?!\{)|\{\{(?=\s?["'])|\$(?=["'({])`,
    String.raw`<{2,3}|<!\[CDATA\[|</?\w[\w.:-]{0,40}>`,
    String.raw`!{1,2}\w{1,12}|&\w{1,20}(?=\s)`,
    String.raw`(?:(?:aws|pulumi)\.)?(?:value|default|string|str|s|echo|printf|is|none|set|new|text|secret)\b`,
    String.raw`ConvertTo-SecureString\b|b(?:ase)?64(?:decode)?\b|--?d(?:ecode)?\b|-`,
    String.raw`${keyIdPattern}(?![A-Za-z0-9])`,
  ].join("|"),
  "iy",
);
const maxSeparators = 40;

/** From a name to the value of the same pair, over its other fields: `name: X, type: Y, value: …`. */
const restOfPair =
  /(?:(?!\b(?:name|key)\b|[}\]]|\n\s{0,40}-\s)[^]){0,200}?\b(?:\w{0,20}value|default)\b(?=\W)/iy;

/** A pair that has its value in front: what is before the value, and what is between it and the name. */
const valueBefore = /value[\s"'`\\:=>]{1,20}$/i;
const nameBehind =
  /^(?:(?!\bvalue\b(?!>)|[{}\]]|\n\s{0,40}-\s)[^]){0,120}?\b\w{0,20}(?:name|key)\b[\s"'`\\:=>/]{1,20}[\w./-]{0,80}$/i;

/** A secret of forty characters, and whose it is. */
export interface NamedSecret {
  readonly secret: string;
  readonly owner: Exclude<SecretOwner, "another">;
}

/** Every secret access key that stands in a text with its name. */
export function* namedSecretsIn(text: string): Generator<NamedSecret> {
  if (!/secret/i.test(text)) return;
  for (const { 0: run, index } of text.matchAll(candidate)) {
    const found = secretNamedBefore(text, index, index + run.length) ?? secretNamedBehind(text, index, run);
    if (found === undefined || !isRealSecret(found.secret)) continue;
    const owner = secretOwner(found.name, around(text, found));
    if (owner !== "another") yield { secret: found.secret, owner };
  }
}

/** The secret that a text is, when all of it is one. */
export function secretAlone(text: string): string | undefined {
  const secret = text.length < 100 ? wholeSecret.exec(text)?.[1] : undefined;
  return secret !== undefined && isRealSecret(secret) ? secret : undefined;
}

/** A secret and the name that says what it is. */
interface Named {
  readonly secret: string;
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
}

/** What stands near a secret, without its name, which speaks for itself, and without the secret, which says nothing. */
function around(text: string, { secret, nameStart, nameEnd }: Named): string {
  const before = text.slice(Math.max(0, nameStart - reach), nameStart);
  return `${before} ${text.slice(nameEnd, nameEnd + 2 * reach).replace(secret, " ")}`;
}

function named(secret: string, { name, start, end }: SecretName, offset: number): Named {
  return { secret, name, nameStart: offset + start, nameEnd: offset + end };
}

function secretNamedBefore(text: string, start: number, end: number): Named | undefined {
  const from = Math.max(0, start - reach, end - secretLength - 2 * reach);
  const near = text.slice(from, end - secretLength);
  const name = /secret/i.test(near) ? Array.from(secretNamesIn(near)).at(-1) : undefined;
  if (name === undefined) return undefined;
  const nameEnd = from + name.end;
  const secret = secretAfter(text, nameEnd);
  if (secret !== undefined) return named(secret, name, from);
  const rest = matchAt(restOfPair, text, nameEnd);
  const valued = rest === undefined ? undefined : secretAfter(text, nameEnd + rest.length);
  return valued === undefined ? undefined : named(valued, name, from);
}

function secretNamedBehind(text: string, start: number, run: string): Named | undefined {
  if (run.length !== secretLength || !valueBefore.test(text.slice(Math.max(0, start - 30), start)))
    return undefined;
  const end = start + run.length;
  const near = text.slice(end, end + reach);
  const [name] = secretNamesIn(near);
  return name !== undefined && nameBehind.test(near.slice(0, name.start)) ? named(run, name, end) : undefined;
}

function secretAfter(text: string, start: number): string | undefined {
  let at = start;
  for (let count = 0; count < maxSeparators; count++) {
    const piece = matchAt(separator, text, at);
    if (piece === undefined) return undefined;
    at += piece.length;
    const secret = matchAt(bareSecret, text, at) ?? encodedSecretAt(text, at);
    if (secret !== undefined) return secret;
  }
  return undefined;
}

/** A secret that is encoded once more by itself, as the values of a Kubernetes secret are. */
function encodedSecretAt(text: string, at: number): string | undefined {
  let token = matchAt(encodedSecret, text, at);
  for (let depth = 0; token !== undefined && depth < 4; depth++) {
    const decoded = Buffer.from(token, "base64").toString("latin1");
    const secret = secretAlone(decoded);
    if (secret !== undefined) return secret;
    token = /^[A-Za-z0-9+/=]+\s*$/.test(decoded) ? decoded : undefined;
  }
  return undefined;
}

function matchAt(sticky: RegExp, text: string, at: number): string | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
}

/**
 * AWS's documentation ends its secrets in EXAMPLEKEY. Forty hexadecimal digits are a hash, and forty characters without
 * small or without capital letters a path or a constant: of a million secrets not one is like that.
 */
function isRealSecret(secret: string): boolean {
  if (secret.endsWith("EXAMPLEKEY") || /^[0-9a-f]+$/i.test(secret)) return false;
  return /[a-z]/.test(secret) && /[A-Z]/.test(secret) && entropy(secret) >= 3;
}
