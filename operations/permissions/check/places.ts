import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { NAMESPACE } from "../../../components/config/namespace.ts";
import type { Place } from "../../../components/config/stackFile/goYaml.ts";
import type { StackSettings } from "../../../components/config/stackFile/stackSettings.ts";
import { isSecret } from "../../../components/config/stackFile/secret.ts";
import { valueAt } from "../../../components/config/schemaErrors.ts";

/** A path with the place that it leads to. */
export interface Located {
  readonly path: readonly PropertyKey[];
  readonly place: Place;
}

/** The first character of a file, for what stands nowhere in it. */
export const START: Place = { line: 1, column: 1 };

/**
 * Where a path stands in a stack file. What is missing there stands where its parent does.
 *
 * @param path From the namespace down, such as `["workloads", "orders-api", "access", 1]`, or one key of another namespace.
 */
export function located({ config, placeOf }: StackSettings, path: readonly PropertyKey[]): Located {
  const [first = ""] = path.map(String);
  const key = first in config ? first : `${NAMESPACE}:${first}`;
  for (let length = path.length; length > 0; length--) {
    const place = placeOf(key, path.slice(1, length));
    if (place !== undefined) return { path: path.slice(0, length), place };
  }
  return { path: [], place: START };
}

/** Whether a path leads to a secret, or into one. */
export function isSecretAt({ config }: StackSettings, path: readonly PropertyKey[]): boolean {
  const value = config[`${NAMESPACE}:${String(path[0])}`];
  return path.some((_, index) => isSecret(valueAt(value, path.slice(1, index + 1))));
}

/**
 * The keys and positions of a path that is written as text, such as `workloads.orders-api.access[1]` and `tags["cost:center"]`. What
 * does not read as one is a single key.
 */
export function pathOf(text: string): PropertyKey[] {
  const parts: PropertyKey[] = [];
  let rest = text;
  while (rest !== "") {
    const [all = "", name, position, quoted] =
      /^(?:\.?([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\])/.exec(rest) ?? [];
    if (all === "") return [text];
    parts.push(name ?? (quoted === undefined ? Number(position) : (JSON.parse(quoted) as string)));
    rest = rest.slice(all.length);
  }
  return parts;
}

/** The keys of `launch` that the properties of a launch template come from. */
const launchKeys: readonly (readonly [property: RegExp, keys: readonly string[]])[] = [
  [/^metadataOptions/, ["hopLimit"]],
  [/^userData/, ["userData", "userDataFile"]],
  [/^imageId/, ["image"]],
  [/^instanceType/, ["instanceType"]],
  [/^vpcSecurityGroupIds/, ["securityGroupIds"]],
  [/^blockDeviceMappings/, ["rootVolume"]],
  [/^monitoring/, ["monitoring"]],
];

/**
 * The paths that a property of a workload's resource may come from, the likeliest first.
 *
 * @param at In Pulumi's notation: `metadataOptions.httpPutResponseHopLimit`.
 */
export function sourcesOf(
  { name, managedPolicyArns }: CompiledWorkload,
  at: string,
  inputs: Readonly<Record<string, unknown>>,
): PropertyKey[][] {
  const own = ["workloads", name];
  const [property, ...rest] = pathOf(at);
  if (property === "policyArn") {
    const index = managedPolicyArns.findIndex((arn) => arn === inputs["policyArn"]);
    return [[...own, "managedPolicies", index]];
  }
  if (property === "permissionsBoundary") return [[...own, "permissionsBoundary"], ["permissionsBoundary"]];
  if (property === "tags")
    return [
      [...own, "tags", ...rest],
      ["tags", ...rest],
    ];
  if (at === "attached policies") return [[...own, "managedPolicies"]];
  const [, keys = []] = launchKeys.find(([pattern]) => pattern.test(at)) ?? [];
  return keys.map((key) => [...own, "launch", key, ...rest]);
}
