import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Target } from "../iam/arn.ts";
import { Failure } from "../commandLine/failure.ts";
import { fromAws } from "./awsErrors.ts";
import type { Clients } from "./clients.ts";

/** The account of the credentials. */
export async function callerAccount({ sts }: Pick<Clients, "sts">): Promise<string> {
  const { Account: account = "" } = await fromAws("reading your identity", () =>
    sts.send(new GetCallerIdentityCommand({})),
  );
  return account;
}

/**
 * Stops where the credentials are not of the account that a stack is in. It asks first of all, so that what is wrong with
 * the credentials is said in one sentence.
 */
export async function requireOwnAccount(
  clients: Pick<Clients, "sts">,
  stack: string,
  target: Target,
): Promise<string> {
  const account = await callerAccount(clients);
  if (account !== target.account)
    throw new Failure(
      `the credentials are of account ${account}, and stack "${stack}" is in ${target.account}: choose its credentials with AWS_PROFILE, or name them in its file, by aws:profile or aws:assumeRoles`,
    );
  return account;
}
