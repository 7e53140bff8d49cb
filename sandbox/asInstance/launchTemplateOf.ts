import { Failure } from "../../commandLine/failure.ts";
import { stackFileName } from "../../components/config/stackFiles.ts";
import { didYouMean } from "../../iam/nearest.ts";

/** What the program exports for one workload, as far as it is of use here. */
type Outputs = Readonly<Record<string, { readonly launchTemplateId?: string }>>;

/** The file in which Pulumi keeps the state of a stack, as far as it is of use here. */
interface Checkpoint {
  readonly checkpoint?: {
    readonly latest?: {
      readonly resources?: readonly {
        readonly type: string;
        readonly outputs?: { readonly workloads?: Outputs };
      }[];
    };
  };
}

/**
 * The launch template of a workload, by the state of its stack. The file is read as it is: to ask Pulumi takes longer than
 * everything else, and would have to lend the stack file a salt.
 *
 * @param state undefined where there is none
 * @throws Failure where the stack is not deployed, has no such workload, or that one has no launch template
 */
export function launchTemplateOf(state: unknown, stack: string, workload: string): string {
  const { resources = [] } = (state as Checkpoint | undefined)?.checkpoint?.latest ?? {};
  const outputs = resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs?.workloads ?? {};
  const names = Object.keys(outputs);
  const deploy = `"npx instance-profiles sandbox --stack ${stack}"`;
  if (names.length === 0) throw new Failure(`stack "${stack}" is not deployed in the sandbox: run ${deploy}`);
  const own = Object.hasOwn(outputs, workload) ? outputs[workload] : undefined;
  if (!own)
    throw new Failure(
      `no workload "${workload}" in ${stack}${didYouMean(workload, names)}; deployed are ${names.join(", ")}`,
    );
  if (own.launchTemplateId === undefined)
    throw new Failure(
      `workload "${workload}" has no launch template: give it "launch" in ${stackFileName(stack)} and run ${deploy}`,
    );
  return own.launchTemplateId;
}
