import type { Progress } from "../../commandLine/progress";
import { clientsIn } from "../clients";
import { deployedStack } from "../deployedStack";
import { isLoopback } from "../../commandLine/loopback";
import { requireOwnAccount } from "../ownAccount";
import { judge } from "./judge";
import { unmatched } from "./judgeStack";
import { observe } from "./observe";
import type { Verification } from "./report";

export interface VerifyOptions {
  readonly stack: string;
  readonly allowUnmanaged: boolean;
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
  const account = await requireOwnAccount(clients, stack, target);
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
      return own && seen ? [judge(workload, own, seen, { allowUnmanaged })] : [];
    }),
  };
}
