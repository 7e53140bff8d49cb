import { z } from "zod";
import type { Target } from "../../iam/arn.ts";
import type { Statement } from "../../iam/statement.ts";
import { map, problem } from "../fields.ts";
import { cloudwatch } from "./cloudwatch.ts";
import { dynamodb } from "./dynamodb.ts";
import { ecr } from "./ecr.ts";
import { kinesis } from "./kinesis.ts";
import { kms } from "./kms.ts";
import { logs } from "./logs.ts";
import { s3 } from "./s3.ts";
import { secretsmanager } from "./secretsmanager.ts";
import type { ServiceFacts } from "./service.ts";
import { sns } from "./sns.ts";
import { sqs } from "./sqs.ts";
import { ssm } from "./ssm.ts";
import { sts } from "./sts.ts";

/** The services that `access` knows, in the order of the documentation. A new one is its file and its name here. */
const services = { s3, dynamodb, sqs, sns, secretsmanager, ssm, kms, logs, ecr, cloudwatch, sts, kinesis };

/** The key of an `access` entry. The reference of the components names a type of this form instead of listing it. */
export type AccessService = { [Service in keyof typeof services]: Service }[keyof typeof services];

/** What each service's entry holds. */
export type AccessGrants = {
  readonly [Service in AccessService]: Readonly<z.infer<(typeof services)[Service]["schema"]>>;
};

/** The names of the services. */
export const ACCESS_SERVICES = Object.keys(services) as readonly AccessService[];

const optionalServices = Object.fromEntries(
  Object.entries(services).map(([service, { schema }]) => [service, schema.optional()]),
) as { [Service in AccessService]: z.ZodOptional<(typeof services)[Service]["schema"]> };

/** One grant: a map with exactly one service key. */
export const accessEntry = map(optionalServices)
  .superRefine((entry, issues) => {
    const named = Object.keys(entry);
    if (named.length === 1) return;
    issues.addIssue(
      problem(
        named.length === 0
          ? `names no service, want one of ${ACCESS_SERVICES.join(", ")}`
          : `names ${named.join(" and ")}, want one service for each entry`,
      ),
    );
  })
  .meta({ minProperties: 1, maxProperties: 1 });

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
