import { readFileSync } from "node:fs";
import { isMap } from "../../components/config/stackFile/isMap.ts";
import { isSecret } from "../../components/config/stackFile/secret.ts";
import { Failure, sentenceOf } from "../../commandLine/failure.ts";

/** A value as `pulumi config --json` prints it; a secret has none without `--show-secrets`. */
export interface ConfigValue {
  readonly value?: string;
  readonly objectValue?: unknown;
  readonly secret?: boolean;
}

/** The configuration of a stack as `pulumi config --json` prints it, by full keys: with what environments of Pulumi ESC add. */
export type GivenConfig = Readonly<Record<string, ConfigValue>>;

const WANTED = 'the output of "pulumi config --json --stack STACK"';

/**
 * Reads the output of `pulumi config --json`.
 *
 * @param file Its path; `-` for what comes on standard input.
 * @throws Failure where it is something else. Its text is not repeated: it may hold secrets.
 * @see https://www.pulumi.com/docs/iac/cli/commands/pulumi_config/
 */
export function readGivenConfig(file: string): GivenConfig {
  const name = file === "-" ? "standard input" : file;
  const read = () => {
    try {
      return readFileSync(file === "-" ? 0 : file, "utf8");
    } catch (error) {
      throw new Failure(`--config cannot read ${name} (${sentenceOf(error)}): give it ${WANTED}`);
    }
  };
  const given = parsed(read());
  const isGiven =
    isMap(given) &&
    Object.entries(given).every(([key, value]) => key.includes(":") && isMap(value) && isValue(value));
  if (!isGiven) throw new Failure(`--config got something else in ${name}, want ${WANTED}`);
  return given as GivenConfig;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isValue = (entry: Readonly<Record<string, unknown>>) =>
  "value" in entry || "objectValue" in entry || entry.secret === true;

/**
 * What environments add to the `config` of a stack file, by full keys. Under a key that is secret nobody says which value is, so
 * that all are: each is a secret of its own, named by where it stands.
 *
 * @param written The `config` of the stack file that was checked out.
 * @throws Failure where the configuration is not one of this file.
 */
export function valuesOfEnvironments(
  given: GivenConfig,
  written: Readonly<Record<string, unknown>>,
  file: string,
): Record<string, unknown> {
  const lacking = Object.keys(written).filter((key) => !(key in given));
  if (lacking.length > 0)
    throw new Failure(
      `--config has no ${lacking.join(", ")}, which ${file} has: give it ${WANTED} for this file as it lies here`,
    );
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, { value, objectValue, secret = false }]) => {
      const whole = objectValue ?? value ?? { secure: `environment ${key}` };
      const added = addedTo(written[key], secret ? hidden(whole, key) : whole);
      return added === undefined ? [] : [[key, added]];
    }),
  );
}

function hidden(value: unknown, path: string): unknown {
  if (isSecret(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => hidden(item, `${path}[${index}]`));
  if (!isMap(value)) return { secure: `environment ${path}` };
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, hidden(inside, `${path}.${key}`)]),
  );
}

/** What of a value the file does not say; undefined where it says all. */
function addedTo(written: unknown, whole: unknown): unknown {
  if (written === undefined) return whole;
  if (!isMap(written) || !isMap(whole) || isSecret(written) || isSecret(whole)) return undefined;
  const added = Object.entries(whole).flatMap(([key, inside]) => {
    const more = addedTo(written[key], inside);
    return more === undefined ? [] : [[key, more] as const];
  });
  return added.length === 0 ? undefined : Object.fromEntries(added);
}

/** A configuration over the values of environments: what the file says wins. */
export function over(
  environments: Readonly<Record<string, unknown>>,
  written: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const both = Object.entries(written).map(([key, value]): [string, unknown] => {
    const below = environments[key];
    const isMerged = isMap(below) && isMap(value) && !isSecret(below) && !isSecret(value);
    return [key, isMerged ? over(below, value) : value];
  });
  return { ...environments, ...Object.fromEntries(both) };
}
