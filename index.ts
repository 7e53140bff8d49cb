import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import { getPartition } from "@pulumi/aws/getPartition.js";
import { getRegion } from "@pulumi/aws/getRegion.js";
import { compileWorkloads, readStackConfig, Workload } from "./components/index.ts";

/** Everything is checked before the first resource is declared, so a mistake changes nothing. */
export default async () => {
  const stack = await readStackConfig(import.meta.dirname);
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
