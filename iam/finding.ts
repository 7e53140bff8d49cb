/** One thing wrong with a resource. It is shown as `<resource> <at>: got <got>; want <want>; <fix>`. */
export interface Finding {
  /** The property, in Pulumi's notation: `policy.Statement[0].Effect`. Empty for the resource as a whole. */
  readonly at: string;
  readonly got: string;
  readonly want: string;
  /** The change to make, as an imperative sentence without its full stop. */
  readonly fix: string;
}

/** A finding about one of the resources of a stack. */
export interface StackFinding extends Finding {
  readonly urn: string;
}

/** What is wrong and where, without the remedy: the part by which an exception names a finding. */
export function findingKey({ at, got }: Finding): string {
  return at === "" ? `got ${got}` : `${at}: got ${got}`;
}

/** The sentence that a user reads about a finding. */
export function findingMessage(resourceName: string, finding: Finding): string {
  const key = findingKey(finding);
  const subject = finding.at === "" ? `${resourceName}: ${key}` : `${resourceName} ${key}`;
  return `${subject}; want ${finding.want}; ${finding.fix}`;
}
