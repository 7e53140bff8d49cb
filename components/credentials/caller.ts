import { formatPath, type Checked } from "../config/configError.ts";
import { checkSchema, type Showing } from "../config/schemaErrors.ts";
import { assumeRoleInput, assumeRoles, type AssumeRoleInput } from "./assumeRole.ts";

/** As whom a stack calls AWS, by the settings of its AWS provider. */
export interface Caller {
  /** A profile of ~/.aws. Undefined for AWS_PROFILE, or the credentials of the environment. */
  readonly profile: string | undefined;
  /** Roles that are assumed one after the other, from those credentials on. None for the credentials themselves. */
  readonly roles: readonly AssumeRoleInput[];
  /** Where they are assumed. Undefined for the region that is called. */
  readonly stsRegion: string | undefined;
}

/** Whoever the environment says. */
export const environmentCaller: Caller = { profile: undefined, roles: [], stsRegion: undefined };

/**
 * The caller of a stack, from its `aws:profile`, `aws:assumeRoles` and `aws:stsRegion`. With errors it is nobody to call as.
 *
 * @param setting a setting by its full key, a list as such or as the JSON that the engine makes of it
 */
export async function callerOf(
  setting: (key: string) => unknown,
  showing: Showing,
): Promise<Checked<Caller>> {
  const roles = await checkSchema(assumeRoles, listIn(setting("aws:assumeRoles")), [], showing);
  return {
    value: {
      profile: textIn(setting("aws:profile")),
      roles: roles.value?.map(assumeRoleInput) ?? [],
      stsRegion: textIn(setting("aws:stsRegion")),
    },
    errors: roles.errors.map(({ path, problem }) => ({
      path: `aws:assumeRoles${formatPath(path)}`,
      problem,
    })),
  };
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Text that is no JSON is no list either, and the schema says so. */
function listIn(value: unknown): unknown {
  if (value === undefined || value === "") return [];
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
