import { Failure } from "../commandLine/failure.ts";

/** Runs calls to AWS; an error becomes one sentence with what was being done and what to do about it. */
export async function fromAws<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Error ? new Failure(sentenceFor(doing, error)) : error;
  }
}

/** What AWS answers about something, or undefined where it has no such thing. */
export function ifThere<T>(what: string, ask: () => Promise<T>): Promise<T | undefined> {
  return fromAws(`looking for ${what}`, () =>
    ask().catch((error: unknown) => {
      if (error instanceof Error && meansNothing.test(error.name)) return undefined;
      throw error;
    }),
  );
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const meansNothing = /^(?:NoSuchEntity(?:Exception)?|InvalidLaunchTemplateName\.NotFoundException)$/;

/** The sentence for an error of the AWS SDK. */
export function sentenceFor(doing: string, { name, message }: Error): string {
  if (name === "CredentialsProviderError")
    return `no AWS credentials for ${doing}: set AWS_PROFILE, or log in with "aws sso login"`;
  if (/^(?:ExpiredToken|ExpiredTokenException|InvalidClientTokenId)$/.test(name))
    return `AWS does not accept the credentials for ${doing}: log in again (${message})`;
  if (/^AccessDenied/.test(name)) return `your AWS credentials do not allow ${doing}: ${message}`;
  if (name === "NoSuchEntityException" || name === "NoSuchEntity")
    return `${doing} failed because it is gone: run "pulumi refresh", then "pulumi up" (${message})`;
  return `${doing} failed: ${message || name}`;
}
