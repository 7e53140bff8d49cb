import { counted, listed } from "../proposals/words.ts";
import type { ReviewedDataEvents, ReviewedEvents } from "./reviewedEvents.ts";

/**
 * What the events of a review do not tell, in sentences.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
export function limitsOfEvents({ missingDays, dataEvents }: ReviewedEvents): string[] {
  return [
    ...(missingDays.length > 0
      ? [
          `The events hold nothing of ${counted(missingDays.length, "day")} of the window (${listed(missingDays)}): nothing is called unused because they do not show it. Take the files of these days, or fewer --days.`,
        ]
      : []),
    ...dataEvents.map(shownDataEvents),
    "What events do not show is called unused only where others show that the trail logs such calls; it may still log those of some resources or some calls alone.",
    "A KMS key that a service uses for the role may be used under the name of the service: it never counts as unused by events.",
  ];
}

function shownDataEvents({ service, reads, writes }: ReviewedDataEvents): string {
  if (!reads && !writes)
    return `${service}: no data event was seen, and silence is no proof: a trail logs what happens to data only where that is switched on, if at all.`;
  const seen =
    reads && writes ? "that read and that write" : `that ${reads ? "read" : "write"}, and none of the others`;
  return `${service}: data events ${seen} were seen.`;
}
