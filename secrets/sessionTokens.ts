import { entropy } from "./entropy.ts";

/**
 * A session token is opaque and has no fixed length. The ones that AWS gives out begin with few different words; any
 * other text is one only under the name that AWS's tools give it.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html
 */
const knownStart =
  /(?<![A-Za-z0-9+/])(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz|AQoDYXdz|AQoEAWMz)[A-Za-z0-9+/=]{80}[A-Za-z0-9+/=]*/g;
const tokenName =
  /(?:aws[_.\- ]?(?:session|security)[_.\- ]?token|x-amz-security-token|(?:session|security)[_.\- ]?token)/gi;
const awsName = /aws|amz/i;

const credentials = /access[_.\- ]?key|aws/i;

/** What may stand between the name and the token. */
const between =
  /(?:[\s"'`\\:=,()[\]>@{}|-]|%3D|value|default|name|type|plaintext|string|none|echo|set){1,60}/iy;
const token = /[A-Za-z0-9+/]{80}[A-Za-z0-9+/]*={0,2}/y;

const whole = /^[\s"']*([A-Za-z0-9+/]{80}[A-Za-z0-9+/]*={0,2})[\s"']*$/;

/** Every session token of AWS that stands in a text. */
export function* sessionTokensIn(text: string): Generator<string> {
  for (const [found] of text.matchAll(knownStart)) if (isReal(found)) yield found;
  if (!/token/i.test(text)) return;
  for (const { 0: name, index } of text.matchAll(tokenName)) {
    if (!awsName.test(name) && !besideKey(text, index)) continue;
    between.lastIndex = index + name.length;
    if (!between.test(text)) continue;
    token.lastIndex = between.lastIndex;
    const found = token.exec(text)?.[0];
    if (found !== undefined && isReal(found)) yield found;
  }
}

/** Whether a property, or the path of a parameter, is called like a session token. */
export function isTokenName(name: string): boolean {
  return /(?:session|security)[_.\- ]?token$/i.test(name);
}

/** The token that a text is, when all of it is one and its name says so. */
export function sessionTokenAlone(text: string, name: string, beside: () => string): string | undefined {
  if (!isTokenName(name) || !(awsName.test(name) || credentials.test(beside()))) return undefined;
  const found = text.length < 8192 ? whole.exec(text)?.[1] : undefined;
  return found !== undefined && isReal(found) ? found : undefined;
}

/** Whether a name that others use too stands among the names of AWS's credentials. */
function besideKey(text: string, index: number): boolean {
  return credentials.test(text.slice(Math.max(0, index - 300), index + 300));
}

/** AWS's documentation has EXAMPLE in its tokens. */
function isReal(found: string): boolean {
  return !found.includes("EXAMPLE") && /[a-z]/.test(found) && /[A-Z]/.test(found) && entropy(found) >= 3.5;
}
