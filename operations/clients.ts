import { EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { SSMClient } from "@aws-sdk/client-ssm";
import { STSClient } from "@aws-sdk/client-sts";
import { environmentCaller, type Caller } from "../components/credentials/caller.ts";
import { identityOf } from "../components/credentials/identity.ts";
import { Limit } from "./limit.ts";

/** Requests in flight at any time, of all clients together. */
const inFlight = 8;

/** Clients of one caller, and how many requests they have sent. */
export type Clients = ReturnType<typeof clientsIn>;

/**
 * Clients for a region, as whoever the stack calls AWS. Adaptive retries slow down together when AWS throttles.
 *
 * @param caller the user's own credentials if left out
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export function clientsIn(region: string, caller: Caller = environmentCaller) {
  const settings = { region, retryMode: "adaptive", maxAttempts: 8 } as const;
  const sts = new STSClient({ ...settings, ...identityOf(caller, settings) });
  // What one client has found serves all, so that each role is assumed once.
  const config = { ...settings, credentials: sts.config.credentials };
  const limit = new Limit(inFlight);
  const clients = { ec2: new EC2Client(config), iam: new IAMClient(config), ssm: new SSMClient(config), sts };
  for (const { middlewareStack } of Object.values(clients))
    // Below the retries, so that a request that waits for its next attempt takes no place.
    (middlewareStack as EC2Client["middlewareStack"]).add(
      (next) => (request) => limit.run(() => next(request)),
      {
        step: "finalizeRequest",
        priority: "low",
        name: "requestsInFlight",
      },
    );
  return { ...clients, requests: () => limit.started };
}
