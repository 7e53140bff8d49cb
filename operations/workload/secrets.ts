import { formatPath } from "../../components/config/configError";
import { Failure } from "../../commandLine/failure";

/** Whether a value is what `pulumi config set --secret` writes; only its stack can read it. */
const isSecret = (value: object): boolean => Object.keys(value).join() === "secure";

/** A configuration with a text in the place of each secret, so that everything else of it can be checked. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return "secret";
  if (Array.isArray(value)) return value.map(withoutSecrets);
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, withoutSecrets(inside)]));
}

/** Ends where a workload holds secrets, which no other stack could read. */
export function refuseSecrets(file: string, name: string, workload: unknown): void {
  const [first] = secretPaths(workload, []);
  if (first === undefined) return;
  throw new Failure(
    `workload "${name}" of ${file} has a secret at ${formatPath(first)}, which only its own stack can read: take it out there, run this again, and set it in both with pulumi config set --secret --path`,
  );
}

function secretPaths(value: unknown, path: readonly PropertyKey[]): (readonly PropertyKey[])[] {
  if (typeof value !== "object" || value === null) return [];
  if (isSecret(value)) return [path];
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, inside]) => secretPaths(inside, [...path, key]));
}
