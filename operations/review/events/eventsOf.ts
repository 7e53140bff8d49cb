import type { STSClient } from "@aws-sdk/client-sts";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import type { EventFile } from "../../cloudTrail/files/eventFile.ts";
import { localFiles } from "../../cloudTrail/files/localFiles.ts";
import { readS3Address } from "../../cloudTrail/files/s3Address.ts";
import { readEvents } from "../../cloudTrail/readEvents.ts";
import type { Wanted } from "../../cloudTrail/wanted.ts";
import type { ObservedEvents } from "../reviewWorkload.ts";
import type { ReviewedEvents } from "./reviewedEvents.ts";
import { missingDays } from "./roleEvents.ts";
import { stackEvents } from "./stackEvents.ts";

/** What events say, of each role and of the stack. */
export interface EventsFound {
  readonly ofRole: (arn: string) => ObservedEvents;
  readonly ofStack: (workloads: readonly CompiledWorkload[]) => ReviewedEvents;
}

/**
 * Reads the events of a path, or of an `s3://` address with the credentials of a client.
 *
 * @throws Failure where there are no files at all
 */
export async function eventsOf(
  path: string,
  wanted: Wanted,
  sts: STSClient,
  region: string,
  report: (detail: string) => void,
): Promise<EventsFound> {
  const observed = await readEvents(await filesOf(path, sts, region), wanted, report);
  const { roles, trail } = observed;
  const missing = missingDays(trail.days, wanted.since, wanted.until);
  return {
    ofRole: (arn) => ({ role: roles.get(arn), trail, missingDays: missing }),
    ofStack: (workloads) => stackEvents(path, observed, missing, workloads),
  };
}

async function filesOf(path: string, sts: STSClient, region: string): Promise<EventFile[]> {
  const address = readS3Address(path);
  if (address === undefined) return localFiles(path);
  // Few reviews need the client, and it takes a while to load.
  const { s3ClientLike, s3Files } = await import("../../cloudTrail/files/s3Files.ts");
  return s3Files(s3ClientLike(sts, region), address);
}
