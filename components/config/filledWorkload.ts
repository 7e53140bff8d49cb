import { isDeepStrictEqual } from "node:util";
import { accessEntry } from "../access/accessEntry.ts";
import { type PlaceholderValues, withPlaceholders } from "../placeholders.ts";
import type { Checked } from "./configError.ts";
import type { ParsedWorkload } from "./parseStackConfig.ts";
import { schemaErrorsNow, type Showing } from "./schemaErrors.ts";
import { resource } from "./statementSchema.ts";

/**
 * A workload with its placeholders filled. The schema has judged samples of the same form; a name that is right with
 * them, and is too long or holds a wrong letter now, is an error.
 */
export function filledWorkload(
  written: ParsedWorkload,
  path: readonly PropertyKey[],
  values: PlaceholderValues,
  showing: Showing,
): Checked<ParsedWorkload> {
  const access = written.access?.map((grant) => withPlaceholders(grant, values));
  const statements = written.statements?.map((statement) => ({
    ...statement,
    resources: withPlaceholders(statement.resources, values),
    conditions: withPlaceholders(statement.conditions, values),
  }));
  const grantErrors = (access ?? []).flatMap((grant, index) =>
    isDeepStrictEqual(grant, written.access?.[index])
      ? []
      : schemaErrorsNow(accessEntry, grant, [...path, "access", index], showing),
  );
  const resourceErrors = (statements ?? []).flatMap(({ resources }, index) =>
    resources.flatMap((text, place) =>
      schemaErrorsNow(resource, text, [...path, "statements", index, "resources", place], showing),
    ),
  );
  return {
    value: { ...written, ...(access && { access }), ...(statements && { statements }) },
    errors: [...grantErrors, ...resourceErrors],
  };
}
