import { z } from "zod";

export type Entry = Readonly<Record<string, unknown>>;

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

function paths({ properties = {}, items }: Schema): string[] {
  const inMap = Object.entries(properties).flatMap(([name, schema]) => [
    name,
    ...paths(schema).map((path) => (path.startsWith("[]") ? `${name}${path}` : `${name}.${path}`)),
  ]);
  const inList = items ? paths(items).map((path) => `[].${path}`) : [];
  return [...inMap, ...inList];
}

/** The paths of all fields of a map, those of the maps and lists in it included: `launch.image`, `statements[].sid`. */
export function fieldsOf(schema: z.ZodType): string[] {
  return paths(z.toJSONSchema(schema, { io: "input" }) as Schema);
}

/** A copy of a map with one field set. Undefined leaves the field out, and makes the maps on the way to it all the same. */
export function withField(map: Entry, field: string, value: unknown): Entry {
  const [, name = "", list, rest] = /^(\w+)(\[\])?(?:\.(.*))?$/.exec(field) ?? [];
  if (rest === undefined) return value === undefined ? map : { ...map, [name]: value };
  const held = (list ? (map[name] as readonly Entry[] | undefined)?.[0] : map[name]) as Entry | undefined;
  const changed = withField(held ?? {}, rest, value);
  return { ...map, [name]: list ? [changed] : changed };
}
