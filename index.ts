import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getPartition } from "@pulumi/aws/getPartition";
import { getRegion } from "@pulumi/aws/getRegion";
import { compileWorkloads, readStackConfig, Workload } from "./components";

// Pulumi takes the stack of each of its promises, in case that one never ends, and lines of TypeScript are found for all
// of it: a quarter of the program's time. One line still names the place of an error.
if (process.env.PULUMI_DEBUG_PROMISE_LEAKS === undefined) Error.stackTraceLimit = 1;

/** Everything is checked before the first resource is declared, so a mistake changes nothing. */
export = async () => {
  const stack = await readStackConfig(__dirname);
  const [{ accountId }, { partition }, region] = await Promise.all([
    getCallerIdentity(),
    getPartition(),
    stack.region ?? getRegion().then((found) => found.region),
  ]);
  const workloads = compileWorkloads(stack, { account: accountId, partition, region }).map(
    (workload) => [workload.name, new Workload(workload.name, workload).outputs] as const,
  );
  return { workloads: Object.fromEntries(workloads) };
};
