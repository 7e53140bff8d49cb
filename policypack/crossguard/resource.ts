/** A resource as a check sees it: plain data, with `UNKNOWN` where a preview cannot know the value. */
export interface Resource {
  /** The type token, such as `aws:iam/policy:Policy`. */
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A resource with its place in the stack. A stack policy sees outputs, which hold the inputs too. */
export interface StackResource extends Resource {
  readonly urn: string;
  readonly name: string;
  /** Its logical id where it is a resource of a template of CloudFormation. @default - it is a resource of the program */
  readonly logicalId?: string;
  /** The URN of the parent; of the stack itself where nothing else is. */
  readonly parent?: string;
  /** The URNs of the resources whose outputs each property is made of: `{ role: ["urn:…::orders-api"] }`. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
}
