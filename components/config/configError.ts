import { findAccessKeys } from "../../secrets/accessKeys.ts";

/** One thing that is wrong with a stack's configuration. */
export interface ConfigError {
  /**
   * The keys and positions from the namespace down, such as `["workloads", "orders-api", "access", 1]`, or a path that
   * is formatted already.
   */
  readonly path: readonly PropertyKey[] | string;
  /** What is wrong, as a rule `got …, want …`. Never holds a secret. */
  readonly problem: string;
}

/** A result, with everything that is wrong beside whatever could be read. */
export interface Checked<T> {
  readonly value: T;
  /** Empty where the value can be used. */
  readonly errors: readonly ConfigError[];
}

const LONGEST_SHOWN_VALUE = 80;

/** A value as an error shows it: short, and hidden where it holds an access key. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const hidden = Array.from(findAccessKeys(value)).find(({ kind }) => kind !== "closed text");
  if (hidden !== undefined && "what" in hidden) return `a value with ${hidden.what}`;
  if (hidden !== undefined) return "a value with an AWS access key in it";
  if (typeof value === "object" && value !== null) {
    const kind = Array.isArray(value) ? "list" : "map";
    return Object.keys(value).length === 0 ? `an empty ${kind}` : `a ${kind}`;
  }
  // Forty such characters are what a secret access key looks like without its name.
  if (typeof value === "string" && /^[A-Za-z0-9/+=]{40}$/.test(value))
    return "40 characters that may be a secret";
  const text = JSON.stringify(value);
  return text.length <= LONGEST_SHOWN_VALUE ? text : `${text.slice(0, LONGEST_SHOWN_VALUE)}…"`;
}

/** `workloads.orders-api.access[1].s3.level`; a key that would be ambiguous is quoted: `tags["cost:center"]`. */
export function formatPath(path: readonly PropertyKey[] | string): string {
  if (typeof path === "string") return path;
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      const key = String(part);
      if (!/^[\w-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

/** Where, and what is wrong: one line, or that and further ones which are indented. */
export function formatError({ path, problem }: ConfigError): string {
  return hideKeyIds(`${formatPath(path)}: ${problem}`);
}

/** All errors as the one message of a failed run, each once. */
export function formatErrors(errors: readonly ConfigError[]): string {
  const lines = [...new Set(errors.map(formatError))];
  const count = lines.length === 1 ? "1 error" : `${lines.length} errors`;
  return [`The stack configuration has ${count}:`, ...lines.map((line) => line.replace(/^/gm, "  "))].join(
    "\n",
  );
}

/** A key id can also stand in a key of the config, and so in a path. Four characters tell which kind it is. */
function hideKeyIds(text: string): string {
  return text.replace(/(?<![A-Za-z0-9])((?:A3T|AKI|ASI|ABI|ACC)[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])/g, "$1…");
}
