import { accessKeyErrors } from "./accessKeyErrors.ts";
import { formatPath, shown, type Checked, type ConfigError } from "./configError.ts";
import { MAX_USER_DATA_BYTES, type LaunchEntry } from "./launchSchema.ts";
import { NAMESPACE } from "./namespace.ts";
import { unknownKey } from "../unknownKey.ts";
import { stackConfig, stackSettings, workload, WORKLOAD_NAME, type WorkloadEntry } from "./schema.ts";
import type { RawConfig } from "./rawConfig.ts";
import { checkSchema, type Showing } from "./schemaErrors.ts";
import { isEncoded } from "./encodedUserData.ts";
import { secretErrors } from "./secretErrors.ts";
import { secretValues, type IsSecret } from "./secretValues.ts";
import { isMap } from "./stackFile/isMap.ts";
import { yamlErrors } from "./yamlErrors.ts";
import type { ReadUserDataFile } from "./userDataFile.ts";

/** A workload whose user data is text, wherever it was written. */
export type ParsedWorkload = Omit<WorkloadEntry, "launch"> & {
  readonly launch?: Omit<LaunchEntry, "userDataFile">;
};

/** A stack's configuration after every check that needs no AWS account and no region. */
export interface ParsedStack {
  readonly environment: string;
  readonly permissionsBoundary?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** Fields with errors are left out. */
  readonly workloads: Readonly<Record<string, ParsedWorkload>>;
  /** True where the configuration holds a secret: no error shows a value. */
  readonly secret: boolean;
  /** What stays secret in whatever is made of it. */
  readonly isSecret: IsSecret;
}

/**
 * Reads a stack's configuration and says everything that is wrong with it at once. Each workload is judged alone, so
 * that an error in one hides none in another.
 */
export async function parseStackConfig(
  raw: RawConfig,
  readUserDataFile: ReadUserDataFile,
): Promise<Checked<ParsedStack>> {
  const own = ownValues(raw.values);
  const isSecret = (name: string) => raw.secretKeys?.includes(`${NAMESPACE}:${name}`) ?? false;
  const { workloads: rawWorkloads, ...rawSettings } = own;

  // One secret anywhere hides all values: the schema does not know which of them a message will repeat.
  const showing = { secret: knownNames.some(isSecret) };
  const settings = await checkSchema(stackSettings, pickKnown(rawSettings), [], showing);
  const workloads = await parseWorkloads(rawWorkloads, showing, readUserDataFile);

  return {
    value: {
      environment: settings.value?.environment ?? "unknown",
      permissionsBoundary: settings.value?.permissionsBoundary,
      tags: settings.value?.tags ?? {},
      workloads: workloads.value,
      secret: showing.secret,
      isSecret: secretValues(raw),
    },
    errors: [
      ...accessKeyErrors(raw.values),
      ...unknownKeyErrors(own),
      ...yamlErrors(own["workloads"], ["workloads"]),
      ...yamlErrors(own["tags"], ["tags"]),
      ...secretErrors(raw.written?.[`${NAMESPACE}:workloads`]),
      ...settings.errors,
      ...workloads.errors,
    ],
  };
}

const knownNames = Object.keys(stackConfig.shape);

/** The values of the namespace, by their short keys. */
function ownValues(values: RawConfig["values"]): Record<string, unknown> {
  const prefix = `${NAMESPACE}:`;
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}

function pickKnown(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => knownNames.includes(key)));
}

function unknownKeyErrors(own: Record<string, unknown>): ConfigError[] {
  return Object.keys(own)
    .filter((name) => !knownNames.includes(name))
    .map((name) => ({
      path: [name],
      problem: unknownKey(name, knownNames),
    }));
}

async function parseWorkloads(
  raw: unknown,
  showing: Showing,
  readUserDataFile: ReadUserDataFile,
): Promise<Checked<Record<string, ParsedWorkload>>> {
  if (!isMap(raw) || Object.keys(raw).length === 0) {
    const got = raw === undefined ? "missing" : `got ${isMap(raw) ? "an empty map" : shown(raw)}`;
    return {
      value: {},
      errors: [{ path: ["workloads"], problem: `${got}, want a map with at least one workload` }],
    };
  }
  const value: Record<string, ParsedWorkload> = {};
  const errors: ConfigError[] = [];
  for (const [name, entry] of Object.entries(raw)) {
    const path = ["workloads", name];
    if (!WORKLOAD_NAME.test(name)) {
      const want = "a name of 1 to 32 lower-case letters, digits and hyphens that starts with a letter";
      errors.push({ path, problem: `got ${shown(name)}, want ${want}` });
    }
    const checked = await checkSchema(workload, entry, path, showing);
    errors.push(...checked.errors);
    const { launch, ...rest } = checked.value ?? (await rightFields(entry));
    const parsed = launch && parseUserData(launch, [...path, "launch"], showing, readUserDataFile);
    errors.push(...(parsed?.errors ?? []));
    value[name] = { ...rest, ...(parsed && { launch: parsed.value }) };
  }
  return { value, errors };
}

/** The fields of a workload with errors that are right in themselves, so that the later checks judge those too. */
async function rightFields(entry: unknown): Promise<WorkloadEntry> {
  if (typeof entry !== "object" || entry === null) return {};
  const fields = Object.entries(workload.shape).map(async ([field, schema]) => {
    const result = await schema.safeParseAsync((entry as Record<string, unknown>)[field]);
    return result.success && result.data !== undefined ? [[field, result.data] as const] : [];
  });
  return Object.fromEntries((await Promise.all(fields)).flat());
}

/** Reads the file of user data, and checks the size and content of the text. */
function parseUserData(
  { userDataFile, ...launch }: LaunchEntry,
  path: readonly PropertyKey[],
  showing: Showing,
  readUserDataFile: ReadUserDataFile,
): Checked<Omit<LaunchEntry, "userDataFile">> {
  const errors: ConfigError[] = [];
  let userData = launch.userData;
  const at = [...path, userDataFile === undefined ? "userData" : "userDataFile"];
  if (userDataFile !== undefined) {
    const file = readUserDataFile(userDataFile);
    if ("want" in file) {
      const got = showing.secret ? "a secret value" : shown(userDataFile);
      errors.push({ path: at, problem: `got ${got}, want ${file.want}` });
    } else {
      userData = file.text;
      errors.push(...accessKeyErrors({ [formatPath(at)]: file.text }));
    }
  }
  if (userData !== undefined && isEncoded(userData))
    errors.push({
      path: at,
      problem: "got base64 or gzip, want the plain text: the program encodes it itself",
    });
  const bytes = Buffer.byteLength(userData ?? "", "utf8");
  if (bytes > MAX_USER_DATA_BYTES) {
    errors.push({ path: at, problem: `got ${bytes} bytes, want at most ${MAX_USER_DATA_BYTES}` });
  }
  return { value: { ...launch, ...(userData !== undefined && { userData }) }, errors };
}
