import type { z } from "zod";
import type { Target } from "../../iam/arn.ts";
import type { Statement } from "../../iam/statement.ts";
import { ACCESS_SERVICES, services } from "./services.ts";
import type { ServiceFacts } from "./service.ts";

/** The key of an `access` entry. The reference of the components names a type of this form instead of listing it. */
export type AccessService = { [Service in keyof typeof services]: Service }[keyof typeof services];

/** What each service's entry holds. */
export type AccessGrants = {
  readonly [Service in AccessService]: Readonly<z.infer<(typeof services)[Service]["schema"]>>;
};

export { ACCESS_SERVICES };

/** One entry of `access`. */
export type AccessEntry = { readonly [Service in AccessService]?: AccessGrants[Service] | undefined };

/** What is known of each service beside its schema. */
export const serviceFacts: Readonly<Record<AccessService, ServiceFacts>> = services;

/** The service of an entry; the schema allows exactly one. */
export function serviceOf(entry: AccessEntry): AccessService {
  const service = ACCESS_SERVICES.find((candidate) => entry[candidate] !== undefined);
  if (service === undefined) throw new Error("an access entry without a service passed the schema");
  return service;
}

/** The smallest statements that do what an `access` entry asks for. */
export function accessStatements(entry: AccessEntry, target: Target): readonly Statement[] {
  const service = serviceOf(entry);
  // A grant belongs to the service that is its key, which the type of one that stands for any of them cannot say.
  const compile = services[service].statements as (grant: unknown, target: Target) => readonly Statement[];
  return compile(entry[service], target);
}

/** The examples of a service, each at every level. */
export function everyGrantOf(service: AccessService): AccessEntry[] {
  return serviceFacts[service].examples.flatMap((grant) => atEveryLevel({ [service]: grant }));
}

/** The same grant at each level that its service has. */
export function atEveryLevel(entry: AccessEntry): AccessEntry[] {
  return Object.keys(services[serviceOf(entry)].levels).map((level) => atLevel(entry, level));
}

/** The same grant at another level. */
export function atLevel(entry: AccessEntry, level: string): AccessEntry {
  const service = serviceOf(entry);
  return { [service]: { ...entry[service], level } };
}

/** The levels whose rights the level of a grant includes, beside others. */
export function smallerLevels(entry: AccessEntry): readonly string[] {
  const service = serviceOf(entry);
  const { level } = entry[service] as { readonly level: string };
  return serviceFacts[service].levels[level] ?? [];
}
