import { type AccessKeyFinding, findAccessKeys } from "../../secrets/accessKeys.ts";
import type { ConfigError } from "./configError.ts";
import { NAMESPACE } from "./namespace.ts";

/** Access keys anywhere in the file, also under keys of other namespaces such as `aws:secretKey`. */
export function accessKeyErrors(values: Readonly<Record<string, unknown>>): ConfigError[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const own = key.startsWith(`${NAMESPACE}:`);
    // The key names the value, and its namespace says whose it is: forty characters are a secret only where something does.
    const name = own ? key.slice(NAMESPACE.length + 1) : key.replaceAll(":", "_");
    return Array.from(findAccessKeys({ [name]: value })).flatMap((found) => {
      const problem = problemOf(found);
      return problem === undefined ? [] : [{ path: own ? found.path : key, problem }];
    });
  });
}

/** What is wrong with what was found; what only cannot be opened is no error. */
function problemOf(found: AccessKeyFinding): string | undefined {
  if (found.kind === "closed text") return undefined;
  if (found.kind === "unsearched text") return `holds ${found.what}; write it plainly`;
  const { kind, hint, isUnsure } = found;
  if (isUnsure === true)
    return "holds a secret of 40 characters; keep it in Secrets Manager or Parameter Store";
  return `holds an AWS ${kind}${hint && ` (${hint}…)`}; remove it, the instance profile gives credentials`;
}
