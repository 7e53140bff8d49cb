/** A part of a statement because of which AWS never applies it, or applies it always. Shown as `got …, want …`. */
export interface Ineffective {
  /** Where it stands in the statement: `["Action", 0]`, or `["Condition", "StringLike", "s3:prefx"]`. */
  readonly path: readonly ["Action", number] | readonly ["Condition", operator: string, key?: string];
  /** What stands there. */
  readonly value: string;
  /** What that comes to, as the end of a sentence: `, so the statement never applies`. */
  readonly does: string;
  /** What AWS would take, with the nearest that is right where there is one. */
  readonly want: string;
}
