import type { GoYaml, Place, YamlProblem } from "./goYaml.ts";
import { isMap } from "./isMap.ts";
import { leadingBreaks } from "./leadingBreaks.ts";
import { readData } from "./readData.ts";
import { isSecret } from "./secret.ts";

/** What a stack file says, as Pulumi reads it. */
export interface StackSettings {
  /**
   * Values by full keys, such as `aws:region`: a text, plain data, or a secret as the map of the one key `secure`. A number or a
   * boolean at the top is a text, as the program gets it.
   */
  readonly config: Readonly<Record<string, unknown>>;
  /** The environments of Pulumi ESC whose values are added, by name; one that is defined in the file is `(inline)`. */
  readonly environments: readonly string[];
  /** `environment` as it is written, with how its parts are merged and what is defined in the file. @default - none */
  readonly environment?: unknown;
  /** `secretsprovider`, such as `awskms://…`. @default - the backend's own, or a passphrase */
  readonly secretsProvider?: string;
  /** `encryptedkey` or `encryptionsalt`, by which its secrets can be read. @default - none in the file */
  readonly secretsKey?: string;
  /** Everything that Pulumi would refuse or read in more than one way; where there is something, the rest is not whole. */
  readonly problems: readonly YamlProblem[];
  /** Where a value stands in the file, by its full key and the path below it. */
  readonly placeOf: (key: string, path?: readonly PropertyKey[]) => Place | undefined;
}

/**
 * Reads the text of a stack file as Pulumi does: the YAML of Go, keys without a namespace in that of the project, and
 * `namespace:config:name` for `namespace:name`.
 *
 * @param file Its name, of which the ending tells whether it is JSON.
 * @param project The name of the project.
 * @see https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/
 */
export function readStackSettings(text: string, file: string, project: string): StackSettings {
  const read = readData(text, file);
  const problems = [...read.problems];
  const settings = read.value ?? {};
  if (!isMap(settings)) {
    if (problems.length === 0) problems.push({ problem: "got no map, want one with the key config" });
    return { config: {}, environments: [], problems, placeOf: () => undefined };
  }
  for (const path of [[], ["config"]]) {
    const place = read.oddKeyOf(path);
    if (place) problems.push({ problem: "got a key that is no text, want it in quotes", place });
  }
  // Go's JSON takes a key in any case for the one that it knows, and YAML takes it for another key.
  for (const key of Object.keys(settings))
    if (file.endsWith(".json") && key !== key.toLowerCase() && KEYS.includes(key.toLowerCase()))
      problems.push({ problem: `got a key ${key}, want ${key.toLowerCase()}` });
  const { config: written = {}, environment, secretsprovider, encryptedkey, encryptionsalt } = settings;
  const secretsKey = encryptedkey ?? encryptionsalt;
  if (written !== null && !isMap(written))
    problems.push({ problem: "got no map in config, want one of keys and values", ...at(read, ["config"]) });
  for (const path of file.endsWith(".json") ? [] : leadingBreaks(written, ["config"]))
    problems.push({
      problem: "got a text that begins with a line break, want it without: Pulumi takes the break away",
      ...at(read, path),
    });
  const keys = fullKeys(isMap(written) ? Object.keys(written) : [], project);
  const places = new Map<string, string>();
  const config: Record<string, unknown> = {};
  for (const [key, name] of keys) {
    const problem =
      name === undefined
        ? "got a key that is none of Pulumi's, want namespace:name"
        : places.has(name)
          ? `got ${name} for the second time in other words, want it once: Pulumi takes any of the two`
          : undefined;
    if (problem !== undefined) problems.push({ problem, ...at(read, ["config", key]) });
    if (name === undefined || !isMap(written)) continue;
    places.set(name, key);
    config[name] = topValue(written[key]);
  }
  return {
    config,
    environments: environmentsOf(environment),
    ...(environment !== undefined && environment !== null && { environment }),
    ...(typeof secretsprovider === "string" &&
      secretsprovider !== "" && { secretsProvider: secretsprovider }),
    ...(typeof secretsKey === "string" && { secretsKey }),
    problems,
    placeOf: (key, path = []) => read.placeOf(["config", places.get(key) ?? key, ...path]),
  };
}

/** What Pulumi knows at the top of a stack file. */
const KEYS = ["config", "environment", "secretsprovider", "encryptedkey", "encryptionsalt"];

function at(read: GoYaml, path: readonly PropertyKey[]): { readonly place?: Place } {
  const place = read.placeOf(path);
  return place ? { place } : {};
}

/** Each key as it is written, with the full one; undefined where Pulumi takes it for none. */
function fullKeys(keys: readonly string[], project: string): [string, string | undefined][] {
  return keys.map((key) => {
    const parts = key.split(":");
    if (parts.length === 1) return [key, `${project}:${key}`];
    if (parts.length === 3 && parts[1] === "config") return [key, `${parts[0]}:${parts[2]}`];
    return [key, parts.length === 2 ? key : undefined];
  });
}

/** A scalar at the top is a text to Pulumi, and nothing is the empty one. */
function topValue(value: unknown): unknown {
  if (value === null) return "";
  if (typeof value === "number") return JSON.stringify(value);
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  return isSecret(value) ? value : withoutBigints(value);
}

/** The program reads data as JSON, in which a large number loses its last digits. */
function withoutBigints(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutBigints);
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, withoutBigints(inside)]));
}

function environmentsOf(environment: unknown): string[] {
  const imports = isMap(environment) ? environment["imports"] : environment;
  const names = Array.isArray(imports) ? imports.map(importName) : [];
  const isInline = isMap(environment) && Object.keys(environment).some((key) => key !== "imports");
  return isInline ? [...names, "(inline)"] : names;
}

/** One is imported by its name, or by a map of its name and how to merge it. */
const importName = (entry: unknown): string =>
  isMap(entry) ? Object.keys(entry).join() : typeof entry === "string" ? entry : JSON.stringify(entry);
