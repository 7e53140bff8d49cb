/** `aws_secret_access_key`, `secretAccessKey`, `AWS_SECRET_KEY`, `fs.s3a.secret.key`, `accessKeySecret`, … */
const secretName = new RegExp(
  [
    String.raw`secret[_.\- ]{0,2}(?:access[_.\- ]{0,2})?key`,
    String.raw`access[_.\- ]?(?:key[_.\- ]?)?secret`,
    // The words before a secret manager's name are no name of a secret.
    String.raw`(?:aws|s3)[_.\- ]?(?:[a-z0-9]{1,12}[_.\-]){0,3}secret(?:[_.\- ]?access)?(?:[_.\- ]?key)?(?!s?[_.\- ]?manager)`,
  ].join("|"),
  "gi",
);

/** `secret_key_1` and `secretAccessKeyProd` name secrets as well; `secret_key_path` and `secretKeyHash` name other things. */
const suffix = /[\w.-]{0,40}/y;
const otherThing = /(?:arn|name|path|file|hash|sha\d*|digest|fingerprint|checksum|version|url)$/i;

/** Where a text names a secret access key. */
export interface SecretName {
  /** All of it: `TURNSTILE_SECRET_KEY_1`. */
  readonly name: string;
  readonly start: number;
  /** Behind the name and its suffix. */
  readonly end: number;
}

/** Every place where a text names a secret access key. */
export function* secretNamesIn(text: string): Generator<SecretName> {
  for (const { 0: name, index } of text.matchAll(secretName)) {
    suffix.lastIndex = index + name.length;
    const tail = suffix.exec(text)?.[0] ?? "";
    const head = text.slice(Math.max(0, index - 40), index).replace(/^.*[^\w.-]/s, "");
    if (otherThing.test(tail)) continue;
    yield { name: head + name + tail, start: index - head.length, end: index + name.length + tail.length };
  }
}

/** Whether a property, or the path of a parameter, is called like a secret access key. */
export function isSecretName(name: string): boolean {
  if (!/secret/i.test(name)) return false;
  for (const { end } of secretNamesIn(name)) if (end === name.length) return true;
  return false;
}
