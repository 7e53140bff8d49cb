/** A statement as `--statement` has it. Whether the actions and resources are right the schema says later. */
export interface NewStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Reads `s3:GetObject,s3:GetObjectTagging on arn:aws:s3:::orders/*`, or says what is wrong with it. */
export function statementOf(text: string): NewStatement | string {
  const [, actions, resources] = /^\s*(\S.*?)\s+on\s+(.*\S)\s*$/.exec(text) ?? [];
  if (actions === undefined || resources === undefined)
    return `--statement: got "${text}", want actions on resources, such as 'sqs:ListQueues on *'`;
  // A key of S3 may hold a comma, so that only one before another resource parts two.
  return { actions: actions.split(/\s*,\s*/), resources: resources.split(/\s*,\s*(?=arn:|\*(?:\s*,|$))/) };
}
