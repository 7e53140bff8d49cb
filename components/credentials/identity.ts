import {
  fromNodeProviderChain,
  fromTemporaryCredentials,
  type FromTemporaryCredentialsOptions,
} from "@aws-sdk/credential-providers";
import type { Caller } from "./caller.ts";

type Credentials = ReturnType<typeof fromTemporaryCredentials>;

/** How a client asks, and the clients that assume roles for it too. */
export type ClientSettings = Pick<
  NonNullable<FromTemporaryCredentialsOptions["clientConfig"]>,
  "region" | "maxAttempts" | "retryMode"
>;

/** The part of a client's configuration that says as whom it calls. */
export interface Identity {
  readonly profile?: string;
  readonly credentials?: Credentials;
}

/** A role that could not be assumed. What is wrong with the credentials before it is the SDK's own error. */
export class RoleNotAssumed extends Error {
  override readonly name = "RoleNotAssumed";
}

/** Errors that say nothing of the role: whoever wants to assume it is not known to AWS. */
const OF_THE_CALLER =
  /^(CredentialsProviderError|ExpiredToken(Exception)?|InvalidClientTokenId|RoleNotAssumed)$/;

/**
 * The identity of a caller, found when the first request is made. The client keeps what it found until shortly before that
 * ends, so that clients which share it ask once.
 *
 * @throws {@link RoleNotAssumed} with each request
 * @see https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/credential-providers.html
 */
export function identityOf({ profile, roles, stsRegion }: Caller, settings: ClientSettings): Identity {
  const named = profile !== undefined && { profile };
  if (roles.length === 0) return { ...named };
  const region = stsRegion ?? settings.region;
  const clientConfig = { ...settings, ...(region !== undefined && { region }) };
  const credentials = roles.reduce<Credentials>(
    (masterCredentials, params, index) =>
      explained(index, params.RoleArn, fromTemporaryCredentials({ params, masterCredentials, clientConfig })),
    fromNodeProviderChain({ ...named, clientConfig }),
  );
  return { ...named, credentials };
}

function explained(index: number, roleArn: string | undefined, assume: Credentials): Credentials {
  return async (properties) => {
    try {
      return await assume(properties);
    } catch (error) {
      if (!(error instanceof Error) || OF_THE_CALLER.test(error.name)) throw error;
      throw new RoleNotAssumed(
        `aws:assumeRoles[${index}]: cannot assume ${roleArn ?? ""}: ${error.name}: ${error.message.trim()}; ` +
          "correct the setting, let the role trust who assumes it, and allow them sts:AssumeRole",
      );
    }
  };
}
