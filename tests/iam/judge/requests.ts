import type { Condition } from "./conditions.ts";
import { chance, pick, type Random } from "./draw.ts";
import type { JudgedDocument, Request } from "./evaluate.ts";
import type { Context } from "./patterns.ts";

const fills = ["", "a", "orders", "b/c", "x:y", "app-1"];

/** Some text that a pattern matches, with what the variables in it stand for in `context`. */
export function instanceOf(random: Random, pattern: string, context: Context): string {
  return pattern.replace(/\$\{([^}]*)\}|[*?]/g, (token, variable?: string) => {
    if (token === "*") return pick(random, fills);
    if (token === "?") return pick(random, ["a", "b", "7"]);
    const [key = "", fallback] = (variable ?? "").split(/,\s*'|'/);
    return context.get(key.toLowerCase())?.[0] ?? fallback ?? key;
  });
}

/** An ARN of all six fields that a Resource of a document names, or is near to. */
export function arnOf(random: Random, pattern: string, context: Context): string {
  if (/^\*+$/.test(pattern))
    return pick(random, ["arn:aws:s3:::orders/b", "arn:aws:iam::111122223333:role/app-1"]);
  const fields = instanceOf(random, pattern.replace(/^arn:\*/, "arn:aws"), context).split(":");
  const missing = ["arn", "aws", "s3", "", "", "orders"].slice(fields.length);
  return [...fields, ...missing].join(":");
}

/** Every test of a document's Conditions. */
export function testsIn({
  Statement,
}: JudgedDocument): readonly (readonly [key: string, values: readonly string[]])[] {
  return Statement.flatMap(({ Condition = {} }) => testsOf(Condition));
}

export function testsOf(
  condition: Condition,
): readonly (readonly [key: string, values: readonly string[]])[] {
  return Object.values(condition).flatMap((keys) => Object.entries(keys));
}

const others: Readonly<Record<string, readonly string[]>> = {
  "aws:multifactorauthpresent": ["true", "false"],
  "aws:securetransport": ["true", "false"],
  "aws:sourceip": ["203.0.113.9", "203.0.113.200", "198.51.100.7", "192.0.2.1"],
  "aws:multifactorauthage": ["60", "3600", "7200"],
  "aws:currenttime": ["2026-11-28T00:00:00Z", "2027-11-28T00:00:00Z"],
};

/** A value that no document names. */
export const unnamed = "wkvuq";

/**
 * What a request may bring for the keys of a document: nothing, a value that it names, or another. Keys that nobody may
 * choose get no value that is named.
 */
export function drawContext(
  random: Random,
  tests: readonly (readonly [string, readonly string[]])[],
  mayChoose: (key: string) => boolean = () => true,
): Context {
  const context = new Map<string, readonly string[]>();
  if (chance(random, 0.8)) context.set("aws:username", ["alice"]);
  if (chance(random, 0.5)) context.set("aws:principaltag/team", [pick(random, ["orders", "billing"])]);
  for (const [written, values] of tests) {
    const key = written.toLowerCase();
    if (chance(random, mayChoose(written) ? 0.25 : 0.5)) context.delete(key);
    else if (others[key]) context.set(key, [pick(random, others[key])]);
    else {
      const value = pick(random, values);
      const isNamed = mayChoose(key) && chance(random, 0.7);
      // What names a policy is an ARN, whatever the document says of it.
      if (/policyarn|boundary/.test(key)) {
        const arn = `arn:aws:iam::444455556666:policy/${unnamed}`;
        context.set(key, [isNamed && value.startsWith("arn:") ? instanceOf(random, value, context) : arn]);
      } else context.set(key, [isNamed ? instanceOf(random, value, context) : unnamed]);
    }
  }
  return context;
}

const plainActions = ["s3:GetObject", "sqs:SendMessage", "iam:PassRole", "sts:AssumeRole", "azqx:DoThing"];

/** A request near to what a statement of a document is about. */
export function drawRequest(random: Random, document: JudgedDocument): Request {
  const context = drawContext(random, testsIn(document));
  const { Action, NotAction, Resource, NotResource } = pick(random, document.Statement);
  const action = pick(random, Action ?? NotAction ?? []);
  const resource = pick(random, Resource ?? NotResource ?? []);
  const near = /^[*?]+(?::|$)/.test(action)
    ? pick(random, plainActions)
    : instanceOf(random, action, context);
  return {
    action: chance(random, 0.85) ? near.replace(/[:/]$/, "$&Thing") : pick(random, plainActions),
    resource: arnOf(random, resource, context),
    context,
  };
}
