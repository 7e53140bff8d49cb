import type { Observed } from "../../cloudTrail/observed.ts";
import { type AccessService, serviceFacts } from "../../../components/access/index.ts";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import type { ReviewedDataEvents, ReviewedEvents } from "./reviewedEvents.ts";

/** What was read of CloudTrail for a stack. */
export function stackEvents(
  path: string,
  { trail, problems }: Observed,
  missingDays: readonly string[],
  workloads: readonly CompiledWorkload[],
): ReviewedEvents {
  const { files, skippedFiles, events, ownEvents } = trail;
  const dataEvents = dataServices(workloads).map((service): ReviewedDataEvents => {
    const { reads = false, writes = false } = trail.dataEvents.get(service) ?? {};
    return { service, reads, writes };
  });
  return { path, files, skippedFiles, events, ownEvents, missingDays, dataEvents, problems };
}

/**
 * Whether a service has data events. Of S3 the words of `access` do not say so.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
 */
const hasDataEvents = (service: AccessService) =>
  service === "s3" || serviceFacts[service].dataEvents.length > 0;

/** The services that `access` of a stack names and that have data events, by name. */
function dataServices(workloads: readonly CompiledWorkload[]): string[] {
  const grants = workloads.flatMap((workload) => workload.grants);
  const services = grants.filter(({ service }) => hasDataEvents(service));
  return [...new Set(services.map(({ service }) => service))].sort();
}
