import {
  ACCESS_SERVICES,
  accessStatements,
  atEveryLevel,
  everyGrantOf,
  serviceFacts,
  serviceOf,
  type AccessEntry,
  type AccessService,
} from "./index.ts";

/** Actions on what a grant names, of any level of its service and of none: those it does not allow have to be denied. */
export function actionsCloseTo(entry: AccessEntry): string[] {
  return distinct([
    ...atEveryLevel(entry).flatMap(actionsOf),
    ...serviceFacts[serviceOf(entry)].neighbouringActions,
  ]);
}

/** The services whose grants a workload boundary may allow on any resource. */
export function servicesWithinBoundary(): AccessService[] {
  return ACCESS_SERVICES.filter((service) => serviceFacts[service].withinBoundary);
}

/** The actions of every grant of some services that a workload boundary may allow on any resource. */
export function actionsWithinBoundary(services: readonly AccessService[]): string[] {
  const within = servicesWithinBoundary().filter((service) => services.includes(service));
  return distinct(within.flatMap(actionsWithin));
}

/** The actions that grants of a service give, at any level. */
export function actionsWithin(service: AccessService): string[] {
  return distinct(everyGrantOf(service).flatMap(actionsOf));
}

/** Actions of all services that change data, of which IAM does not tell when a role used them last. */
export function dataEvents(): string[] {
  return ACCESS_SERVICES.flatMap((service) => serviceFacts[service].dataEvents);
}

/** Actions are the same wherever the resource is. */
const anywhere = { account: "111122223333", region: "us-east-1", partition: "aws" };

function actionsOf(entry: AccessEntry): string[] {
  return accessStatements(entry, anywhere).flatMap(({ Action }) => Action);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
