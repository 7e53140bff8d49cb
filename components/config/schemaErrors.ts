import { z } from "zod";
import type { ConfigError } from "./configError.ts";
import { shown } from "./configError.ts";
import { didYouMean } from "../../iam/nearest.ts";
import { unquotedPlaceholder } from "../placeholders.ts";
import { unknownKey } from "../unknownKey.ts";
import { wantQuotes } from "./yamlErrors.ts";

/** How values of a configuration are shown in errors. */
export interface Showing {
  /** True where the values are secret, so that none may be shown. */
  readonly secret: boolean;
}

/** Checks a value against a schema; the errors carry `path` before their own. */
export async function checkSchema<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: readonly PropertyKey[],
  showing: Showing,
): Promise<{ readonly value?: z.infer<Schema>; readonly errors: readonly ConfigError[] }> {
  const result = await schema.safeParseAsync(value);
  if (result.success) return { value: result.data, errors: [] };
  return { errors: errorsAt(path, result.error, schema, value, showing) };
}

/** The same errors of a schema that waits for nothing. */
export function schemaErrorsNow(
  schema: z.ZodType,
  value: unknown,
  path: readonly PropertyKey[],
  showing: Showing,
): ConfigError[] {
  const { error } = schema.safeParse(value);
  return error ? errorsAt(path, error, schema, value, showing) : [];
}

function errorsAt(
  path: readonly PropertyKey[],
  { issues }: z.ZodError,
  schema: z.ZodType,
  value: unknown,
  showing: Showing,
): ConfigError[] {
  const errors = issues.flatMap((issue) => errorsOf(issue, schema, value, showing));
  return errors.map((error) => ({ path: [...path, ...error.path], problem: error.problem }));
}

function errorsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  value: unknown,
  showing: Showing,
): { path: PropertyKey[]; problem: string }[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schemaAt(schema, issue.path));
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      problem: unknownKey(key, known),
    }));
  }
  const params = issue.code === "custom" ? issue.params : undefined;
  const whole: unknown = params?.["unlessSecret"];
  if (typeof whole === "string" && !showing.secret) return [{ path: issue.path, problem: whole }];
  if (params?.["wholeProblem"] === true) return [{ path: issue.path, problem: issue.message }];
  const given: unknown = params?.["shown"] ?? valueAt(value, issue.path);
  const got = showing.secret && given !== undefined ? "a secret value" : shown(given);
  const quotes = wantsText(issue) || unquotedPlaceholder(given) ? wantQuotes(given) : undefined;
  const want =
    quotes === undefined
      ? `${issue.message}${meantWord(issue, given, showing)}`
      : `${issue.message}; ${quotes}`;
  return [{ path: issue.path, problem: `${given === undefined ? "missing" : `got ${got}`}, want ${want}` }];
}

/** The word of a few that a mistyped one comes close to; of a secret, that would say too much. */
function meantWord(issue: z.core.$ZodIssue, given: unknown, { secret }: Showing): string {
  if (secret || issue.code !== "invalid_value" || typeof given !== "string") return "";
  return didYouMean(given, issue.values.map(String));
}

function wantsText(issue: z.core.$ZodIssue): boolean {
  return issue.code === "invalid_type" && issue.expected === "string";
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** The schema of the value at a path, through lists, maps and optional keys; of alternatives, the map. */
function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType {
  const [key, ...rest] = path;
  if (schema instanceof z.ZodOptional) return schemaAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) {
    const asMap = schema.options.find((option) => option instanceof z.ZodObject);
    if (asMap) return schemaAt(asMap, path);
  }
  if (key === undefined) return schema;
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, rest);
  const property = schema instanceof z.ZodObject ? shapeOf(schema)[String(key)] : undefined;
  return property === undefined ? schema : schemaAt(property, rest);
}

function shapeOf(schema: z.ZodObject): Readonly<Record<string, z.core.$ZodType>> {
  return schema.shape;
}

function knownKeys(schema: z.core.$ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
