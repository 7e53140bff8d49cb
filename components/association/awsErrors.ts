/** An error as the AWS SDK throws it: `name` is the code. */
interface AwsError {
  readonly name: string;
  readonly message: string;
  /** Left out where no answer came. */
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** What an error of EC2 means for the step that it ended. */
export type Verdict = "profile not known yet" | "situation changed" | "failed";

/**
 * A new profile is refused by EC2 until IAM has spread it; no other error goes away by waiting. An association that was
 * made, swapped or removed by somebody else in the meantime has to be looked at again.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export function verdictOn({ name, message }: AwsError): Verdict {
  if (name === "InvalidParameterValue" && /Invalid IAM Instance Profile (name|ARN)/.test(message))
    return "profile not known yet";
  return ["IncorrectState", "InvalidAssociationID.NotFound"].includes(name) ? "situation changed" : "failed";
}

/**
 * Whether a request that ended in an error may have taken effect all the same: nobody answered, or a server failed while
 * it was at it.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export function mayHaveTakenEffect({ $metadata }: AwsError): boolean {
  return ($metadata?.httpStatusCode ?? 500) >= 500;
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^(UnauthorizedOperation|AccessDenied)/,
    "allow whoever deploys ec2:*IamInstanceProfile*, ec2:DescribeInstances and iam:PassRole on the role",
  ],
  [/Throttl|RequestLimitExceeded|TooManyRequests/, "run the command again, or set AWS_MAX_ATTEMPTS higher"],
  [/^(TimeoutError|InternalError|Unavailable)$/, "run the command again, which goes on from what it finds"],
  [/Credentials|ExpiredToken|AuthFailure/, "check the credentials in the environment of pulumi"],
];

/** What EC2 said and what to do about it. A role that could not be assumed says so itself. */
export function explain({ name, message }: AwsError): string {
  if (name === "RoleNotAssumed") return message;
  const advice = ADVICE.find(([code]) => code.test(name))?.[1];
  return `${name}: ${message.trim()}${advice ? `; ${advice}` : ""}`;
}

/** Anything thrown, as an error with a code. */
export function asAwsError(error: unknown): AwsError {
  return error instanceof Error ? error : { name: "Error", message: String(error) };
}
