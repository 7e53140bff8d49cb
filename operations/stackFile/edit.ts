/** A change of one value below a workload in a stack file. */
export interface Edit {
  /** From the workload down, such as `["access", 0, "s3", "level"]`. */
  readonly path: EditPath;
  /** What stands there afterwards: nothing, one value, or in a list as many as it takes. */
  readonly values: readonly string[];
  /** A key that its map gets behind it. @default - none */
  readonly added?: { readonly key: string; readonly value: string };
}

export type EditPath = readonly (string | number)[];

/** The edit of exactly one place. */
export function editAt(edits: readonly Edit[], path: EditPath): Edit | undefined {
  return edits.find((edit) => edit.path.length === path.length && isBelow(edit, path));
}

/** Whether an edit is of a place or of something in it. */
export function isBelow(edit: Edit, path: EditPath): boolean {
  return path.every((key, index) => edit.path[index] === key);
}
