/**
 * Whether an IAM pattern is open, that is, also covers services nobody thought of when it was written.
 *
 * `*` stands for any characters and `?` for one. IAM compares an ARN part by part; here a `*` may also run over colons,
 * which can only find a pattern more open than IAM does, never less.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */

/** A name no AWS service, action or resource has. */
const invented = "zzqxjzzqxj";

/** Matches any action of any service: `*`, `*:*`, `**`, `?*:*`. A pattern with no letter in it was never meant to be narrow. */
export function isOpenAction(pattern: string): boolean {
  return /^[*?:]+$/.test(pattern) && pattern.includes("*");
}

/** Matches every action of a service, also future ones: `s3:*`, `S3:**`, `s*:*`, `*`. */
export function coversService(pattern: string, service: string): boolean {
  return matches(pattern.toLowerCase(), `${service.toLowerCase()}:${invented}`);
}

/**
 * Matches ARNs of any service: `*`, `arn:*`, `arn:aws:*`, `arn:*:*:*:*:*`, and `arn:aws:*:*:111122223333:*`, for naming
 * a partition, region or account is no limit on what can be done there. Judged by trying an ARN of an invented service
 * in the partition, region and account that the pattern names.
 */
export function isOpenResource(pattern: string): boolean {
  // A variable is a literal here, and so is `${*}`, which is how IAM writes a star that is no wildcard.
  const literal = pattern.toLowerCase().replace(/\$\{[^}]*\}/g, "_");
  const [, partition, service, region, account, ...rest] = literal.split(":");
  const resource = rest.join(":");
  const parts = [
    "arn",
    instance(partition, "aws"),
    isOnlyWildcards(service) ? instance(service, invented) : invented,
    instance(region, "xx-none-1"),
    instance(account, "000000000000"),
    isOnlyWildcards(resource) ? instance(resource, `${invented}:${invented}/${invented}`) : invented,
  ];
  return matches(literal, parts.join(":"));
}

function isOnlyWildcards(part: string | undefined): boolean {
  return /^[*?:/]*$/.test(part ?? "");
}

/** A text that a part of a pattern matches; `anything` where the part says nothing. */
function instance(part: string | undefined, anything: string): string {
  if (part === undefined || /^\**$/.test(part)) return anything;
  return part.replaceAll("*", "").replaceAll("?", "0");
}

/** Wildcard matching without backtracking into earlier stars, so that no pattern can make it slow. */
function matches(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let star = -1;
  let resumeAt = 0;
  while (inText < text.length) {
    const expected = pattern[inPattern];
    if (expected === "*") {
      star = inPattern++;
      resumeAt = inText;
    } else if (expected === "?" || expected === text[inText]) {
      inPattern++;
      inText++;
    } else if (star >= 0) {
      inPattern = star + 1;
      inText = ++resumeAt;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
