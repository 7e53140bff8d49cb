import type { Document, Statement } from "./generatedDocuments.ts";

/** A document without something in which the rule and the simulation are known to differ. */
export interface WithoutDifference {
  readonly reason: string;
  readonly document: Document;
}

type Change = readonly [reason: string, change: (statement: Statement) => Statement | undefined];

/**
 * What the rule does not count as a limit and the simulation does. The rule asks whether a grant is written to be open,
 * the simulation what comes out of it here and now.
 */
const limits: readonly Change[] = [
  ["a Deny does not excuse", (statement) => (statement.Effect === "Deny" ? undefined : statement)],
  ["a Condition does not excuse", (statement) => ({ ...statement, Condition: undefined })],
  [
    "NotAction is open whatever it leaves out",
    ({ NotAction, ...statement }) => (NotAction === undefined ? statement : { ...statement, Action: "*" }),
  ],
  [
    "NotResource is open whatever it leaves out",
    ({ NotResource, ...statement }) =>
      NotResource === undefined ? statement : { ...statement, Resource: "*" },
  ],
  [
    "the simulation compares ARNs with case",
    (statement) => withResources(statement, (pattern) => pattern.replace(/^ARN:/, "arn:")),
  ],
  [
    "a partition, a region, an account or a slash is no limit",
    (statement) => withResources(statement, (pattern) => (placed.has(pattern) ? "*" : pattern)),
  ],
];

/** What the simulation allows and IAM does not. */
const surplus: readonly Change[] = [
  [
    "the simulation takes an empty list of actions for every action, IAM for none",
    (statement) => (statement.Action?.length === 0 ? undefined : statement),
  ],
];

/** Patterns that any service's ARNs match, though not all of them. */
const placed = new Set([
  ...["arn:aws:*:eu-central-1:*", "arn:aws:*:*:111122223333:*", "arn:aws-cn:*", "arn:aws:*::*", "*/*"],
]);

/**
 * A document that the rule flags with one limit after another taken away: where it is right, all is allowed in the end,
 * and the last that was taken away is why it was not so before.
 */
export function withoutLimits(document: Document): WithoutDifference[] {
  return oneByOne(document, limits);
}

/** A document that the rule passes without what the simulation should not allow. */
export function withoutSurplus(document: Document): WithoutDifference[] {
  return oneByOne(document, surplus);
}

function oneByOne(document: Document, changes: readonly Change[]): WithoutDifference[] {
  let statements = [document.Statement].flat();
  return changes.map(([reason, change]) => {
    statements = statements.map(change).filter((statement) => statement !== undefined);
    return { reason, document: { ...document, Statement: statements } };
  });
}

function withResources(
  { Resource, ...statement }: Statement,
  change: (pattern: string) => string,
): Statement {
  if (Resource === undefined) return statement;
  return { ...statement, Resource: [Resource].flat().map(change) };
}
