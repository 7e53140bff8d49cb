/** Names of services in hosts that are not those by which people know them. */
const knownAs: Readonly<Record<string, string>> = { queue: "sqs", ddb: "dynamodb" };

const awsSuffix = /\.(amazonaws\.com(\.cn)?|api\.aws|api\.amazonwebservices\.com\.cn)$/;

const region = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/**
 * The service that a public host of AWS is of, such as `s3` of `pictures.s3.eu-central-1.amazonaws.com`.
 *
 * @returns undefined for a host that is not one of AWS
 * @see https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
export function serviceOfHost(host: string): string | undefined {
  if (!awsSuffix.test(host)) return undefined;
  const labels = host
    .replace(awsSuffix, "")
    .split(".")
    .filter((label) => label !== "dualstack" && !region.test(label));
  const name = (labels.at(-1) ?? host).replace(/-fips$/, "");
  return knownAs[name] ?? name;
}

/** Where a client looks for credentials that knows only the addresses that every instance has. */
const isMetadata = (host: string) => /^(169\.254\.(169\.254|170\.2|170\.23)|\[fd00:ec2::\w+\])$/.test(host);

function remedyFor(host: string): string {
  const service = serviceOfHost(host);
  if (service !== undefined)
    return `${service} (${host}): the client does not read AWS_ENDPOINT_URL; give it the endpoint, as in --endpoint-url "$AWS_ENDPOINT_URL", or take a newer one`;
  if (isMetadata(host))
    return `metadata (${host}): the client does not read AWS_EC2_METADATA_SERVICE_ENDPOINT; give it that endpoint, or take a newer one`;
  return `${host}: not AWS, and the sandbox reaches nothing outside of it`;
}

/**
 * What a command tried to reach outside of the sandbox, and what to do about it, a line for each host.
 *
 * @param refused how often each host was asked for
 * @returns nothing where it tried nothing
 */
export function refusedSummary(calledAs: string, refused: ReadonlyMap<string, number>): string {
  if (refused.size === 0) return "";
  const lines = [...refused].map(
    ([host, times]) => `  ${times === 1 ? "once" : `${times} times`} ${remedyFor(host)}\n`,
  );
  return `${calledAs}: the sandbox refused what would have left it:\n${lines.join("")}`;
}
