import type { Progress } from "../../commandLine/progress.ts";
import { secondsSince } from "../../commandLine/output/seconds.ts";
import { clientsIn } from "../clients.ts";
import { deployedStack } from "../deployedStack.ts";
import { isLoopback } from "../../commandLine/loopback.ts";
import { requireOwnAccount } from "../ownAccount.ts";
import { judge } from "./judge.ts";
import { judgeRole } from "./judgeRole.ts";
import { unmatched } from "./judgeStack.ts";
import { observe } from "./observe.ts";
import type { Verification } from "./report.ts";
import { roleDetails } from "./roleDetails.ts";

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
  const { target, caller, outputs } = deployed;
  const clients = clientsIn(target.region, caller);
  const account = await requireOwnAccount(clients, stack, target);
  const embedded = isLoopback(process.env.AWS_ENDPOINT_URL);
  const deployedOnes = deployed.declared.filter(({ name }) => outputs[name]);
  const { seen, roleFindings } = await progress.step(
    `verifying ${deployedOnes.length} workloads in ${target.region}`,
    async (report) => {
      const roleNames = new Set(deployedOnes.map(({ physicalName }) => physicalName));
      const [seen, { roles, documents }] = await Promise.all([
        observe(clients, deployed, embedded, report),
        roleDetails(clients.iam, roleNames),
      ]);
      const judged = deployedOnes.map((workload) =>
        judgeRole(
          workload,
          outputs[workload.name]?.roleArn ?? "",
          roles.get(workload.physicalName),
          documents,
        ),
      );
      return { seen, roleFindings: await Promise.all(judged) };
    },
  );
  return {
    stack,
    account,
    region: target.region,
    requests: clients.requests(),
    seconds: secondsSince(started),
    findings: unmatched(
      deployed.declared.map(({ name }) => name),
      Object.keys(outputs),
    ),
    workloads: deployedOnes.flatMap((workload, index) => {
      const [own, observed] = [outputs[workload.name], seen[index]];
      if (!own || !observed) return [];
      const verdict = judge(workload, own, observed, { allowUnmanaged });
      return [{ ...verdict, findings: [...(roleFindings[index] ?? []), ...verdict.findings] }];
    }),
  };
}
