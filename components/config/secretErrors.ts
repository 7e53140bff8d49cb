import type { ConfigError } from "./configError.ts";
import { secretPaths } from "./stackFile/secret.ts";

/** Fields of a workload whose secrets stay secret in whatever is made of them. */
const KEPT = /^(description|tags|access|statements|permissionsBoundary|launch\.userData)(\.|$)/;

/**
 * Secrets in fields that name something, as `managedPolicies` and `attachTo` do: the names of resources hold them, and
 * Pulumi encrypts no name. A whole key that is secret says of no field in particular that it must be.
 *
 * @param written The workloads as the stack file has them, with a map of the one key `secure` for each secret.
 * @see https://www.pulumi.com/docs/iac/concepts/secrets/
 */
export function secretErrors(written: unknown): ConfigError[] {
  return secretPaths(written)
    .filter(([name, ...field]) => name !== undefined && !KEPT.test(field.join(".")))
    .map((path) => ({
      path: ["workloads", ...path],
      problem: "got a secret value, want plain text: Pulumi's state would hold it unencrypted",
    }));
}
