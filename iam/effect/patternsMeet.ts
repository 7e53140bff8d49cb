/** What a part of an ARN may be: texts as they are, and between them the gaps that stand for others. */
type Token = string | typeof anything | typeof oneSegment | typeof oneCharacter;

const anything = Symbol("any characters");
const oneSegment = Symbol("any characters but a slash");
const oneCharacter = Symbol("one character");

/** The placeholders of the catalogue whose names can hold no slash, by AWS's rules for those names. */
const withoutSlash = new Set([
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  "bucketname",
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
  "tablename",
]);

/**
 * Whether some text is both one of an ARN form of the catalogue, such as `${BucketName}/${ObjectName}`, and one that a
 * pattern of a policy matches. Where that is not sure it is true: a placeholder or a policy variable may be any text.
 * ARNs are compared without case, since the catalogue is not particular about it.
 */
export function patternsMeet(form: string, pattern: string): boolean {
  if (!startsMeet(form, pattern)) return false;
  const [left, right] = [formTokens(form), patternTokens(pattern)];
  // The row of the table that says which rest of the pattern meets the rest of the form that begins at one token.
  let row = ends(right);
  for (let index = left.length - 1; index >= 0; index--) row = rowBefore(left[index] as Token, right, row);
  return row[0] === true;
}

/** What a pattern matches, as a form of the catalogue: its wildcards are gaps that may be any text. */
export const asForm = (pattern: string) => pattern.replace(/\$\{[^}]*\}|[*?]/g, "${any}");

/** Most forms of a service differ in their first letters, and need no table to be told apart. */
function startsMeet(form: string, pattern: string): boolean {
  const [start = ""] = form.toLowerCase().split("${");
  const [other = ""] = pattern.toLowerCase().split(/[*?$]/);
  return start.startsWith(other.slice(0, start.length)) && other.startsWith(start.slice(0, other.length));
}

/** Nothing is left of the form: what is left of the pattern has to match the empty text. */
function ends(right: readonly Token[]): boolean[] {
  const row = Array.from({ length: right.length + 1 }, () => true);
  for (let index = right.length - 1; index >= 0; index--)
    row[index] = right[index] === anything && row[index + 1] === true;
  return row;
}

function rowBefore(token: Token, right: readonly Token[], after: readonly boolean[]): boolean[] {
  const isGap = token === anything || token === oneSegment;
  const row = Array.from({ length: right.length + 1 }, () => false);
  row[right.length] = isGap && after[right.length] === true;
  for (let index = right.length - 1; index >= 0; index--) {
    const other = right[index] as Token;
    // A gap ends here or takes one more of the other side; of two gaps, either ends first.
    if (isGap)
      row[index] =
        after[index] === true || (row[index + 1] === true && (other === anything || takes(token, other)));
    else if (other === anything) row[index] = row[index + 1] === true || after[index] === true;
    else row[index] = after[index + 1] === true && takes(token, other);
  }
  return row;
}

function takes(token: Token, other: Token): boolean {
  if (token === oneSegment) return other !== "/";
  return typeof token !== "string" || typeof other !== "string" || token === other;
}

function formTokens(form: string): Token[] {
  return tokens(form, (text) => {
    const name = /^\$\{(.*)\}$/.exec(text)?.[1];
    if (name === undefined) return text;
    return withoutSlash.has(name) ? oneSegment : anything;
  });
}

function patternTokens(pattern: string): Token[] {
  return tokens(pattern, (text) => {
    if (text === "*") return anything;
    if (text === "?") return oneCharacter;
    if (/^\$\{[*?$]\}$/.test(text)) return text.charAt(2);
    return text.length > 1 ? anything : text;
  });
}

function tokens(text: string, tokenOf: (text: string) => Token): Token[] {
  return (text.toLowerCase().match(/\$\{[^}]*\}|[^]/g) ?? []).map(tokenOf);
}
