import { Failure } from "../../../commandLine/failure.ts";
import { didYouMean } from "../../../iam/nearest.ts";
import type { StackAccess } from "./access.ts";

/** What one workload may do, in each of the stacks that have it. */
export function onlyWorkload(stacks: readonly StackAccess[], name: string): StackAccess[] {
  const having = stacks.flatMap(({ stack, workloads }) => {
    const own = workloads.filter((workload) => workload.name === name);
    const services = own.flatMap(({ rights }) =>
      rights.filter(({ effect }) => effect === "Allow").map(({ service }) => service),
    );
    return own.length === 0 ? [] : [{ stack, services: [...new Set(services)].sort(), workloads: own }];
  });
  if (having.length > 0) return having;
  const known = [...new Set(stacks.flatMap(({ workloads }) => workloads.map((workload) => workload.name)))];
  const where = stacks.map(({ stack }) => stack).join(", ");
  throw new Failure(
    `no workload "${name}" in ${where}${didYouMean(name, known)}; workloads are ${known.join(", ")}`,
  );
}
