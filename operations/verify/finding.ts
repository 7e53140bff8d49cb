/** Something that is not as declared. */
export interface Finding {
  readonly at: string;
  readonly got: string;
  readonly want: string;
  readonly fix: string;
}
