import type { CompiledGrant, CompiledWorkload } from "../../components/config/compiledWorkload.ts";
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

/** Names that grants of one service use; a resource given by ARN may be another account's and is only simulated. */
function namesOf(
  workloads: readonly CompiledWorkload[],
  service: "s3" | "dynamodb" | "sqs",
  field: string,
): string[] {
  const entries = workloads.flatMap(({ grants }) => grants.flatMap(({ entry }) => entry[service] ?? []));
  const names = entries.map((entry) => (entry as unknown as Record<string, string>)[field] ?? "");
  return [...new Set(names)].filter((name) => !looksLikeArn(name));
}

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
      all.flatMap(({ entry }) => (entry.s3?.bucket === bucket ? [entry.s3] : [])),
    );
    removals.push(
      await makeBucket(
        admin,
        bucket,
        grants.map(({ prefix = "" }) => prefix),
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
      if (s3 && !looksLikeArn(s3.bucket)) return s3Calls(clients, target.partition, s3.bucket, s3.prefix);
      if (dynamodb && !looksLikeArn(dynamodb.table))
        return dynamodbCalls(clients, arn("dynamodb", `table/${dynamodb.table}`), dynamodb.table);
      const url = sqs && queueUrls.get(sqs.queue);
      return url ? sqsCalls(clients, arn("sqs", sqs.queue), url) : [];
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
