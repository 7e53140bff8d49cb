import type { Target } from "../../iam/arn.ts";
import { allow, type Condition, type Statement } from "../../iam/statement.ts";
import { keyResource } from "./key.ts";
import { arnsOf, type ResourceField, type ResourceValue } from "./resourceField.ts";

/**
 * One row of what a word of a service gives: actions, what they are on, and what limits them.
 *
 * Resources and values of conditions are literal but for what stands in braces: `{stream}` is each ARN that the grant
 * names there, a field that is no resource is its text, and `{partition}`, `{region}` and `{account}` are the stack's.
 * `{key}` is the KMS key of an entry, usable through the service alone. A row that names a field which the grant leaves
 * out gives nothing, but for a limit that a grant may ask for: as `{field?}`, the value of a condition key, it goes alone.
 */
export type Right = readonly [
  actions: readonly string[],
  on: string | readonly string[],
  condition?: Condition,
];

/** What a grant says beside its level. */
export type Named = Readonly<Record<string, ResourceValue | undefined>>;

/** The resources of a service, and the name by which KMS knows the service. */
interface Names {
  readonly resources: Readonly<Record<string, ResourceField>>;
  readonly via?: string | undefined;
}

/** What rows become for a grant: those on the same resources are one statement, at the place of the first. */
export function statementsOfRights(
  rights: readonly Right[],
  named: Named,
  { resources, via }: Names,
  target: Target,
): Statement[] {
  const statements = new Map<string, Statement>();
  for (const [actions, on, condition] of rights) {
    const filled = (text: string) => fill(text, named, resources, target);
    const given =
      on === "{key}"
        ? usesOfKeys(named, via, target)
        : [{ resources: [on].flat().flatMap(filled), condition: filledCondition(condition, named, filled) }];
    for (const { resources: on, condition } of given) {
      if (on.length === 0 || condition === "incomplete") continue;
      const place = JSON.stringify([on, condition]);
      const before = statements.get(place)?.Action ?? [];
      statements.set(place, allow([...new Set([...before, ...actions])], on, condition));
    }
  }
  return [...statements.values()];
}

/**
 * KMS keys, through the services of the key's own region that the grant or its service names, each by a name that ends in
 * `amazonaws.com` in every partition.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function usesOfKeys(named: Named, via: string | undefined, target: Target) {
  const services = [named["via"] ?? via ?? []].flat();
  const uses = new Map<string, { resources: string[]; condition: Condition | undefined }>();
  for (const key of [named["key"] ?? []].flat()) {
    const { resource, region, condition } = keyResource(key, target);
    const names = services.map((name) => `${name}.${region}.amazonaws.com`);
    const through = names.length > 0 ? { StringEquals: { "kms:ViaService": names } } : undefined;
    const limits = through || condition ? { ...through, ...condition } : undefined;
    const place = JSON.stringify(limits);
    uses.set(place, { resources: [...(uses.get(place)?.resources ?? []), resource], condition: limits });
  }
  return [...uses.values()];
}

function filledCondition(condition: Condition | undefined, named: Named, filled: (text: string) => string[]) {
  const written = Object.entries(condition ?? {}).flatMap(([operator, keys]) => {
    const asked = Object.entries(keys).filter(([, values]) => !values.some((text) => goes(text, named)));
    const limits = asked.map(([key, values]) => [key, values.flatMap(filled)] as const);
    return limits.length > 0 ? [[operator, limits] as const] : [];
  });
  if (written.length === 0) return undefined;
  // A limit that lost its values would limit nothing, so that the whole row goes.
  if (written.some(([, keys]) => keys.some(([, values]) => values.length === 0)))
    return "incomplete" as const;
  return Object.fromEntries(written.map(([operator, keys]) => [operator, Object.fromEntries(keys)]));
}

const OPTIONAL = /^\{(\w+)\?\}$/;

/** Whether a text is a limit that the grant may ask for, and does not. */
function goes(text: string, named: Named): boolean {
  const name = OPTIONAL.exec(text)?.[1];
  return name !== undefined && named[name] === undefined;
}

/** The texts that a template stands for, one for each value of each field in it; IAM's own `${…}` stays. */
function fill(template: string, named: Named, resources: Names["resources"], target: Target): string[] {
  const field = /(?<!\$)\{(\w+)\??\}/.exec(template);
  if (field === null) return [template];
  const [braces, name = ""] = field;
  const before = template.slice(0, field.index);
  const after = fill(template.slice(field.index + braces.length), named, resources, target);
  return valuesOf(name, named, resources, target).flatMap((value) =>
    after.map((rest) => before + value + rest),
  );
}

function valuesOf(
  name: string,
  named: Named,
  resources: Names["resources"],
  target: Target,
): readonly string[] {
  if (name === "partition" || name === "region" || name === "account") return [target[name]];
  const value = named[name];
  const resource = resources[name];
  if (value === undefined) return [];
  return resource ? arnsOf(resource, value, target) : [value].flat();
}
