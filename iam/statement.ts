/**
 * One statement of an identity policy, in the element names of IAM.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface Statement {
  /** @default - no Sid */
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  /** Operator, then condition key, then the values. @default - the statement applies always */
  readonly Condition?: Condition;
}

/** Operator → condition key → values. */
export type Condition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** An Allow statement. */
export function allow(
  actions: readonly string[],
  resources: readonly string[],
  condition?: Condition,
): Statement {
  return {
    Effect: "Allow",
    Action: actions,
    Resource: resources,
    ...(condition && { Condition: condition }),
  };
}
