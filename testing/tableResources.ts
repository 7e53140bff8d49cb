/** A resource that the program `../programs/table` registers. Others are named by name, and stand above it. */
export interface TableResource {
  /** A type token; one of the package `test` is a component. */
  readonly type: string;
  readonly name: string;
  /** JSON with the marks of {@link output}, {@link secret}, {@link json} and {@link asset}. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  readonly dependsOn?: readonly string[];
}

/** An output of another resource; `id` and `arn` are unknown until that one exists. */
export const output = (name: string, property: "arn" | "id"): object => ({ $output: [name, property] });

/** A value that the program marks as a secret. */
export const secret = (value: unknown): object => ({ $secret: value });

/** The JSON text of a value, unknown as a whole where one of its parts is. */
export const json = (value: unknown): object => ({ $json: value });

/** An asset with this text. */
export const asset = (text: string): object => ({ $asset: text });

/** The same resources with a prefix to every name, so that tables can stand beside each other in one stack. */
export function prefixed(prefix: string, resources: readonly TableResource[]): TableResource[] {
  const named = (name: string) => `${prefix}${name}`;
  const inputs = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inputs);
    if (typeof value !== "object" || value === null) return value;
    if ("$output" in value) {
      const [name, property] = value.$output as [string, "arn" | "id"];
      return output(named(name), property);
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inputs(item)]));
  };
  return resources.map(({ parent, dependsOn, ...resource }) => ({
    ...resource,
    name: named(resource.name),
    ...(resource.inputs && { inputs: inputs(resource.inputs) as TableResource["inputs"] }),
    ...(parent && { parent: named(parent) }),
    ...(dependsOn && { dependsOn: dependsOn.map(named) }),
  }));
}
