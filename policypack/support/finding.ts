/** One thing wrong with a resource. It is shown as `<at> is <found>; want <want>`. */
export interface Finding {
  /** The property, in Pulumi's notation: `policy.Statement[0].Effect`. */
  readonly at: string;
  readonly found: string;
  /** The change to make. */
  readonly want: string;
}

/** A resource as a check sees it: plain data, with `UNKNOWN` where a preview cannot know the value. */
export interface Resource {
  /** The type token, such as `aws:iam/policy:Policy`. */
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
