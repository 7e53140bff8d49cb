import type { CompiledGrant, CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import type { ResourceValue } from "../../components/access/resourceField.ts";
import { looksLikeArn, type Target } from "../../iam/arn.ts";
import type { Clients } from "./clients.ts";
import { dynamodbCalls, makeTable } from "./calls/dynamodb.ts";
import { saysGone, type RealCall, type Remove } from "./calls/realCall.ts";
import { makeBucket, s3Calls } from "./calls/s3.ts";
import { makeQueue, sqsCalls } from "./calls/sqs.ts";

/** Buckets, tables and queues that the grants of a stack name and the proof has made. */
export interface Fixtures {
  /** The real calls that a role makes for one of its grants; none for a service without real calls. */
  readonly callsOf: (clients: Clients, grant: CompiledGrant) => RealCall[];
  readonly removeAll: () => Promise<void>;
}

/**
 * The names that a grant uses, of which there are several in a list. A resource given by ARN may be another account's,
 * and a pattern names none: both are only simulated.
 */
function namesIn(value: ResourceValue): string[] {
  return [value].flat().filter((name) => !looksLikeArn(name) && !/[*?]/.test(name));
}

function namesOf(
  workloads: readonly CompiledWorkload[],
  service: "s3" | "dynamodb" | "sqs",
  field: string,
): string[] {
  const entries = workloads.flatMap(({ grants }) => grants.flatMap(({ entry }) => entry[service] ?? []));
  const values = entries.map((entry) => (entry as unknown as Record<string, ResourceValue>)[field] ?? []);
  return [...new Set(values.flatMap(namesIn))];
}

/** The starts of keys that a grant of S3 is for, without the star that ends one. */
const prefixesOf = (prefix: ResourceValue = "") => [prefix].flat().map((one) => one.replace(/\*$/, ""));

/** Makes the resources that the real calls need. Nothing is made where the embedded AWS holds it already. */
export async function makeFixtures(
  admin: Clients,
  workloads: readonly CompiledWorkload[],
  target: Target,
): Promise<Fixtures> {
  const removals: Remove[] = [];
  const queueUrls = new Map<string, string>();
  for (const bucket of namesOf(workloads, "s3", "bucket")) {
    const grants = workloads.flatMap(({ grants: all }) =>
      all.flatMap(({ entry: { s3 } }) => (s3 && namesIn(s3.bucket).includes(bucket) ? [s3] : [])),
    );
    removals.push(
      await makeBucket(
        admin,
        bucket,
        grants.flatMap(({ prefix }) => prefixesOf(prefix)),
        target.region,
      ),
    );
  }
  for (const table of namesOf(workloads, "dynamodb", "table")) removals.push(await makeTable(admin, table));
  for (const name of namesOf(workloads, "sqs", "queue")) {
    const { url, remove } = await makeQueue(admin, name);
    queueUrls.set(name, url);
    removals.push(remove);
  }
  const arn = (service: string, resource: string) =>
    `arn:${target.partition}:${service}:${target.region}:${target.account}:${resource}`;
  return {
    callsOf: (clients, { entry: { s3, dynamodb, sqs } }) => {
      const ofBuckets = namesIn(s3?.bucket ?? []).flatMap((bucket) =>
        prefixesOf(s3?.prefix).flatMap((prefix) => s3Calls(clients, target.partition, bucket, prefix)),
      );
      // A real call would need partition keys to be judged by, so that a grant of a few is only simulated.
      const tables = dynamodb?.leadingKeys === undefined ? namesIn(dynamodb?.table ?? []) : [];
      return [
        ...ofBuckets,
        ...tables.flatMap((table) => dynamodbCalls(clients, arn("dynamodb", `table/${table}`), table)),
        ...namesIn(sqs?.queue ?? []).flatMap((queue) => {
          const url = queueUrls.get(queue);
          return url ? sqsCalls(clients, arn("sqs", queue), url) : [];
        }),
      ];
    },
    removeAll: async () => {
      for (const remove of removals) {
        await remove().catch((error: unknown) => {
          if (!saysGone(error)) throw error;
        });
      }
    },
  };
}
