import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { Failure } from "../../sandbox/failure";
import type { Progress } from "../../sandbox/progress";
import { clientsIn, type Clients } from "../clients";
import { deployedStack } from "../deployedStack";
import { isLoopback } from "../../sandbox/loopback";
import { judge } from "./judge";
import { unmatched } from "./judgeStack";
import { observe } from "./observe";
import type { Verification } from "./report";

export interface VerifyOptions {
  readonly stack: string;
  readonly allowUnmanaged: boolean;
}

/** The account of the credentials. It is asked first, so that what is wrong with them is said in one sentence. */
async function ownAccount({ sts }: Clients): Promise<string> {
  try {
    return (await sts.send(new GetCallerIdentityCommand({}))).Account ?? "";
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "CredentialsProviderError")
      throw new Failure('no AWS credentials: run "aws sso login" or "aws configure", or set AWS_PROFILE');
    throw new Failure(`AWS refuses the credentials or cannot be reached (${name}): ${message}`);
  }
}

/** Compares a deployed stack, in its account and region, with what its file declares. */
export async function verify(
  project: string,
  { stack, allowUnmanaged }: VerifyOptions,
  progress: Progress,
): Promise<Verification> {
  const started = Date.now();
  const deployed = await progress.step(`reading stack ${stack}`, () => deployedStack(project, stack));
  const { target, outputs } = deployed;
  const clients = clientsIn(target.region);
  const account = await ownAccount(clients);
  if (account !== target.account)
    throw new Failure(
      `the credentials are of account ${account}, and stack "${stack}" is in ${target.account}: choose its credentials with AWS_PROFILE`,
    );
  const embedded = isLoopback(process.env.AWS_ENDPOINT_URL);
  const deployedOnes = deployed.declared.filter(({ name }) => outputs[name]);
  const observed = await progress.step(
    `verifying ${deployedOnes.length} workloads in ${target.region}`,
    (report) => observe(clients, deployed, embedded, report),
  );
  return {
    stack,
    account,
    region: target.region,
    requests: clients.requests(),
    seconds: Math.round((Date.now() - started) / 100) / 10,
    findings: unmatched(
      deployed.declared.map(({ name }) => name),
      Object.keys(outputs),
    ),
    workloads: deployedOnes.flatMap((workload, index) => {
      const [own, seen] = [outputs[workload.name], observed[index]];
      return own && seen ? [judge(workload, own, seen, { allowUnmanaged, embedded })] : [];
    }),
  };
}
