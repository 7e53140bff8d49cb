import type { UNKNOWN } from "./unknownValue.ts";

/** A pattern or another text of a statement, or the mark of one that a preview cannot know. */
export type Pattern = string | typeof UNKNOWN;

/**
 * A statement as it was read, with everything that it says in one shape, whichever of the shapes IAM accepts it was
 * written in. What a statement does not hold is an empty list.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface PolicyStatement {
  /** Where it stands: `policy.Statement[0]`. */
  readonly at: string;
  readonly sid?: string;
  /** Deny only where nothing else is said: what has no plain Effect is judged as if it allowed. */
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly Pattern[];
  readonly notActions: readonly Pattern[];
  readonly resources: readonly Pattern[];
  readonly notResources: readonly Pattern[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  /** All of them have to hold. */
  readonly conditions: readonly ConditionTest[];
  /** What of it IAM would not take, or a preview cannot know; empty for every statement that IAM accepts. */
  readonly problems: readonly Problem[];
}

/** Whom a trust policy or a resource policy is about. */
export interface Principal {
  readonly at: string;
  /** `Service`, `AWS`, `Federated` or `CanonicalUser`, as written; `*` for everyone. */
  readonly kind: string;
  readonly value: Pattern;
}

/** One key of a Condition under its operator, in the spelling of the document. */
export interface ConditionTest {
  readonly operator: string;
  readonly key: string;
  /** IAM compares text, so that numbers and booleans are text here. */
  readonly values: readonly Pattern[];
}

/** A part of a document that says nothing, and what stands there instead. */
export interface Problem {
  /** Unknown parts of a preview could say anything; malformed ones nothing that IAM would take. */
  readonly kind: "malformed" | "unknown";
  readonly at: string;
  readonly found: string;
  /** The element that is missing or is this: `Effect`. @default - a whole statement or document is this */
  readonly element?: ElementName;
}

export type ElementName =
  | "Statement"
  | "Sid"
  | "Effect"
  | "Action"
  | "NotAction"
  | "Resource"
  | "NotResource"
  | "Principal"
  | "NotPrincipal"
  | "Condition";
