type Schema = Readonly<Record<string, unknown>>;

/** A field of a map, by where it stands. */
export interface Field {
  /** Such as `config/instance-profiles:workloads/*` with the name of the field behind it. */
  readonly at: string;
  readonly field: Schema;
}

/** All fields that a JSON schema names, at any depth. */
export function fieldsOf(schema: Schema, at = ""): Field[] {
  const { properties = {}, items, additionalProperties, anyOf = [], else: otherwise } = schema;
  const named = Object.entries(properties as Record<string, Schema>).flatMap(([name, field]) => [
    { at: `${at}/${name}`, field },
    ...fieldsOf(field, `${at}/${name}`),
  ]);
  const inside = [items, additionalProperties].filter(isSchema).flatMap((part) => fieldsOf(part, `${at}/*`));
  const same = [...(anyOf as unknown[]), otherwise].filter(isSchema).flatMap((part) => fieldsOf(part, at));
  return [...named, ...inside, ...same];
}

const isSchema = (part: unknown): part is Schema => typeof part === "object" && part !== null;
