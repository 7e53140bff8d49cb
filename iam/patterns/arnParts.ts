/** The six parts of an ARN, of which the last keeps its colons; a colon in a variable parts nothing. */
export function arnParts(text: string): string[] {
  const parts = text.split(/:(?![^{}]*\})/);
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}

/**
 * A resource pattern with all parts of an ARN. IAM takes those that are missing for stars, so that `arn:aws:sqs` names
 * every queue. One in which a star may reach over colons stays as it is, and so does what does not begin as an ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function completeArn(pattern: string): string {
  return /\*(?::|$)/.test(pattern) ? pattern : padded(pattern);
}

/**
 * What a resource pattern may be read as: it as it stands, and with stars for the parts that it lacks. AWS does not say
 * which of them holds where a star could be these parts: `arn:aws:*:eu-central-1`.
 */
export function readingsOf(pattern: string): string[] {
  return [...new Set([pattern, padded(pattern)])];
}

function padded(pattern: string): string {
  if (!/^arn:/i.test(pattern)) return pattern;
  const parts = arnParts(pattern);
  return [...parts, ...Array.from({ length: 6 - parts.length }, () => "*")].join(":");
}
