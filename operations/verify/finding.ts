/** Something that is not as declared. */
export interface Finding {
  readonly at: string;
  readonly got: string;
  readonly want: string;
  readonly fix: string;
}

/** What to do where the next update makes it as declared again. */
export const putBack = 'find out who changed it, then run "pulumi up --refresh"';
