import { accountBoundaries } from "../../components/config/accountBoundaries.ts";
import { boundaryPath } from "../../components/permissions/workloadBoundary.ts";
import { isLoopback } from "../../commandLine/loopback.ts";
import type { Clients } from "../clients.ts";
import type { DeployedStack } from "../deployedStack.ts";
import { accountDetails, type AccountDetails } from "./accountDetails.ts";
import { judge } from "./judge.ts";
import type { JudgeOptions } from "./judgeInstance.ts";
import { judgeRole } from "./judgeRole.ts";
import { isJudgedByTime, judgeShared, type SharedBaseline, sharedPolicies } from "./judgeShared.ts";
import { judgeStrays, strangers, unmatched } from "./judgeStack.ts";
import type { ObservedStack } from "./observation.ts";
import { observe } from "./observe.ts";
import type { Verification } from "./report.ts";
import { providerTags, wantedTags } from "./tags.ts";

/** What to compare with, beside the stack itself. */
export interface Surroundings {
  /** The folder of the project. */
  readonly project: string;
  /** When the last update of the stack ended, in milliseconds since 1970. Asked only where it is needed. */
  readonly lastUpdate: () => Promise<number | undefined>;
}

/** Compares what AWS shows of a deployed stack with what was declared and deployed. */
export async function compare(
  clients: Clients,
  deployed: DeployedStack,
  surroundings: Surroundings,
  options: JudgeOptions,
  report: (detail: string) => void,
): Promise<Pick<Verification, "findings" | "workloads">> {
  const { declared, outputs, path } = deployed;
  const names = new Set(declared.map(({ physicalName }) => physicalName));
  const details = accountDetails(clients.iam, path, names);
  const policies = details.then((account) => account.policies);
  const embedded = isLoopback(process.env.AWS_ENDPOINT_URL);
  const shared = sharedPolicies(declared);
  const [observed, account, baseline] = await Promise.all([
    observe(clients, deployed, policies, embedded, report),
    details,
    sharedBaseline(deployed, [...shared.keys()], surroundings),
  ]);
  return {
    findings: [
      ...unmatched(
        declared.map(({ name }) => name),
        Object.keys(outputs),
      ),
      ...strangers(deployed, account, observed),
      ...judgeStrays(observed.strays, deployed, observed.profileArns),
      ...(await judgeShared(shared, account, baseline)),
    ],
    workloads: await verdicts(deployed, observed, account, options),
  };
}

/** The time is asked for only where a policy is judged by it: it takes a command of Pulumi's. */
async function sharedBaseline(
  { name, path }: DeployedStack,
  arns: readonly string[],
  { project, lastUpdate }: Surroundings,
): Promise<SharedBaseline> {
  const [, projectName = ""] = path.split("/");
  const baseline = {
    boundaryPath: boundaryPath(projectName),
    boundaries: await accountBoundaries(project, { project: projectName, stack: name }),
  };
  const time = arns.some((arn) => isJudgedByTime(arn, baseline)) ? await lastUpdate() : undefined;
  return { ...baseline, ...(time !== undefined && { lastUpdate: time }) };
}

async function verdicts(
  { declared, outputs, config }: DeployedStack,
  observed: ObservedStack,
  account: AccountDetails,
  options: JudgeOptions,
): Promise<Verification["workloads"]> {
  const ofProvider = providerTags(config);
  const deployedOnes = declared.flatMap((workload) => {
    const own = outputs[workload.name];
    return own ? [{ workload, own }] : [];
  });
  const judged = deployedOnes.map(async ({ workload, own }, index) => {
    const seen = observed.workloads[index];
    if (!seen) return [];
    const tags = wantedTags(workload, ofProvider);
    const verdict = judge(workload, own, seen, tags, options);
    return [
      { ...verdict, findings: [...(await judgeRole(workload, own, account, tags)), ...verdict.findings] },
    ];
  });
  return (await Promise.all(judged)).flat();
}
