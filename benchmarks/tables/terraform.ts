import type { Result } from "../measure";
import type { Run } from "../measuredRun";
import { markdownTable, measuredOn, medianSeconds, shownMegabytes, shownSeconds } from "./markdown";

/** How each tool did one step; a step that Terraform does not have is compared with its first plan. */
interface Step {
  readonly terraform: readonly Run[];
  readonly pulumi: readonly Run[];
}

export interface TerraformResult extends Result {
  /** By the number of workloads, then by the name of the step. */
  readonly all: Readonly<Record<string, Readonly<Record<string, Step>>>>;
}

const head = [
  ...["workloads", "step", "Terraform, s", "this program, s", "ratio"],
  ...["Terraform, MB", "this program, MB", "ratio"],
];

export function terraformTable(result: TerraformResult): string {
  const rows = Object.entries(result.all).flatMap(([count, steps]) => {
    const plan = steps["first plan"]?.terraform ?? [];
    return Object.entries(steps).map(([name, { terraform, pulumi }]) => [
      count,
      name,
      ...compared(terraform.length > 0 ? terraform : plan, pulumi),
    ]);
  });
  return `${markdownTable(head, rows)}\n\n${measuredOn("terraform", result)}`;
}

function compared(terraform: readonly Run[], pulumi: readonly Run[]): string[] {
  const [theirs, ours] = [medianSeconds(terraform), medianSeconds(pulumi)];
  const [theirMemory, ourMemory] = [shownMegabytes(terraform), shownMegabytes(pulumi)];
  return [
    ...[shownSeconds(theirs), shownSeconds(ours), (ours / theirs).toFixed(2)],
    ...[theirMemory, ourMemory, (Number(ourMemory) / Number(theirMemory)).toFixed(2)],
  ];
}
