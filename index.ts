import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getPartition } from "@pulumi/aws/getPartition";
import { getRegion } from "@pulumi/aws/getRegion";
import { compileWorkloads, readStackConfig, Workload } from "./components";

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
