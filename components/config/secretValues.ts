import { isDeepStrictEqual } from "node:util";
import { NAMESPACE } from "./namespace.ts";
import type { RawConfig } from "./rawConfig.ts";
import { valueAt } from "./schemaErrors.ts";

/** Whether the user marked a value as a secret, by its path from the namespace down: `("workloads", "orders", "tags")`. */
export type IsSecret = (name: string, ...path: readonly string[]) => boolean;

/**
 * Tells which values are secret. The engine says only of a whole key, such as `workloads`, that something in it is; what
 * the stack file has in plain text is none of it.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/secrets/
 */
export function secretValues({ values, secretKeys = [], written = {} }: RawConfig): IsSecret {
  return (name, ...path) => {
    const key = `${NAMESPACE}:${name}`;
    return (
      secretKeys.includes(key) && !isDeepStrictEqual(valueAt(values[key], path), valueAt(written[key], path))
    );
  };
}
