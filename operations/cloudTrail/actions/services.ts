/**
 * Sources of events whose service has another prefix in IAM; of all others it is the first part: `s3` of `s3.amazonaws.com`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/logging_cw_api_calls.html
 * @see https://docs.aws.amazon.com/ses/latest/dg/logging-using-cloudtrail.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/logging-using-cloudtrail-data-api.html
 */
const prefixes: Readonly<Record<string, string>> = {
  monitoring: "cloudwatch",
  email: "ses",
  tagging: "tag",
  rdsdata: "rds-data",
  rdsdataapi: "rds-data",
};

/** The prefix that the actions of an event's service have in IAM, as far as its source tells. */
export function prefixOf(eventSource: string): string {
  const [first = ""] = eventSource.toLowerCase().split(".");
  // Sources come from files, and must reach nothing that every object has.
  return (Object.hasOwn(prefixes, first) ? prefixes[first] : undefined) ?? first;
}
