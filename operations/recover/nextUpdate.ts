/** A resource that the next update would create or change. */
export interface Change {
  /** Which names the stack and the project as well. */
  readonly urn: string;
  /** Such as `aws:iam/role:Role`. */
  readonly type: string;
  /** The name in the program, such as `orders-api`. */
  readonly name: string;
  /** What is not known yet is something that no ARN looks like. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The inputs that an update would change. */
  readonly fields: readonly string[];
}

/** What `pulumi preview --json` prints. */
export interface PreviewDigest {
  readonly steps?: readonly {
    readonly op: string;
    readonly urn: string;
    readonly newState?: { readonly type: string; readonly inputs?: Readonly<Record<string, unknown>> };
    readonly diffReasons?: readonly string[];
  }[];
}

/** The creates or the updates of a preview, in its order. */
export function changesOf({ steps = [] }: PreviewDigest, wanted: "create" | "update"): Change[] {
  return steps.flatMap(({ op, urn, newState, diffReasons = [] }) =>
    op === wanted && newState
      ? [
          {
            urn,
            type: newState.type,
            name: urn.split("::").at(-1) ?? "",
            inputs: newState.inputs ?? {},
            fields: diffReasons,
          },
        ]
      : [],
  );
}

/** As `pulumi preview --import-file` writes it and `pulumi import --file` reads it. */
export interface ImportFile {
  readonly nameTable?: Readonly<Record<string, string>>;
  readonly resources?: readonly ImportEntry[];
}

export interface ImportEntry {
  readonly type: string;
  readonly name: string;
  /** The name in the program, where `name` had to differ. */
  readonly logicalName?: string;
  readonly component?: boolean;
  readonly id?: string;
}

/** A resource and what the provider takes as its id. */
export interface Found extends Change {
  readonly id: string;
}

/** The file that imports what was found and nothing else, beside the components that it belongs to. */
export function importOf(file: ImportFile, found: readonly Found[]): ImportFile {
  const resources = (file.resources ?? []).flatMap((entry) => {
    if (entry.component === true) return [entry];
    const name = entry.logicalName ?? entry.name;
    const match = found.find((one) => one.type === entry.type && one.name === name);
    return match ? [{ ...entry, id: match.id }] : [];
  });
  return { ...file, resources };
}
