/**
 * How IAM compares the texts of a policy with those of a request, written from AWS's pages alone: the code under test is
 * not read here, nor used.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */

/** The keys of a request in lower case, each with its values. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** A pattern as pieces of which each is a text, a wildcard, or the value of a variable. */
type Piece = { readonly text: string } | { readonly wildcard: "*" | "?" };

/** The pieces of a pattern; undefined where a variable has no value in the request and no default. */
function piecesOf(pattern: string, context: Context): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const [token] of pattern.matchAll(/\$\{[^}]*\}|[^]/g)) {
    if (token === "*" || token === "?") pieces.push({ wildcard: token });
    else if (token.length === 1) pieces.push({ text: token });
    else {
      const text = valueOf(token.slice(2, -1), context);
      if (text === undefined) return undefined;
      pieces.push({ text });
    }
  }
  return pieces;
}

/** `${*}`, `${?}` and `${$}` are the characters; `${key, 'text'}` has a default. */
function valueOf(variable: string, context: Context): string | undefined {
  if (["*", "?", "$"].includes(variable)) return variable;
  const [, key = "", fallback] = /^([^,]*?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(variable) ?? [];
  return context.get(key.toLowerCase())?.[0] ?? fallback;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** Patterns without a variable mean the same for every request, and the same few are compared again and again. */
function remembered(sourceOf: (pattern: string, context: Context) => string | undefined) {
  const compiled = new Map<string, RegExp>();
  return (pattern: string, text: string, context: Context): boolean => {
    const known = compiled.get(pattern);
    if (known) return known.test(text);
    const source = sourceOf(pattern, context);
    if (source === undefined) return false;
    const expression = new RegExp(`^${source}$`);
    if (!pattern.includes("${")) compiled.set(pattern, expression);
    return expression.test(text);
  };
}

/** Whether a pattern in which a star stands for any characters matches a text. */
export const matchesText = remembered((pattern, context) => {
  const pieces = piecesOf(pattern, context);
  if (pieces === undefined) return undefined;
  const source = pieces.map((piece) =>
    "text" in piece ? escaped(piece.text) : piece.wildcard === "*" ? "[^]*" : "[^]",
  );
  return source.join("");
});

/** Actions are compared without case; they hold no variables. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesText(pattern.toLowerCase(), action.toLowerCase(), new Map());
}

/**
 * Whether the resource of a request is one of a Resource element. In the first five fields a wildcard stays in its field,
 * but for a star that ends it, which may reach beyond colons. Fields that are missing are as good as stars.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export const matchesResource = remembered((pattern, context) => {
  const pieces = piecesOf(pattern, context);
  if (pieces === undefined) return undefined;
  if (/^\*+$/.test(pattern)) return "[^]*";
  let fields = 1;
  const source = pieces.map((piece, index) => {
    if ("text" in piece) {
      if (piece.text === ":") fields++;
      return escaped(piece.text);
    }
    const next = pieces[index + 1];
    const endsField = next === undefined || ("text" in next && next.text === ":");
    const reaches = fields > 5 || (piece.wildcard === "*" && endsField);
    return `${reaches ? "[^]" : "[^:]"}${piece.wildcard === "*" ? "*" : ""}`;
  });
  return source.join("") + ":[^]*".repeat(Math.max(0, 6 - fields));
});

/** How the ARN operators compare: field by field, of which the sixth keeps its colons. */
export function matchesArn(pattern: string, arn: string, context: Context): boolean {
  const [wanted, given] = [fieldsOf(pattern), fieldsOf(arn)];
  if (wanted.length < 6 || given.length < 6) return false;
  return wanted.every((field, index) => matchesText(field, given[index] ?? "", context));
}

function fieldsOf(arn: string): string[] {
  const fields = arn.match(/(?:\$\{[^}]*\}|[^:])*(?::|$)/g) ?? [];
  const whole = fields.slice(0, 5).map((field) => field.replace(/:$/, ""));
  return [...whole, fields.slice(5).join("")];
}
