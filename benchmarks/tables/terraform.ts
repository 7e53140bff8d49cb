import type { Result } from "../measure";
import type { Run } from "../measuredRun";
import { markdownTable, measuredOn, medianSeconds, shownMegabytes, shownSeconds } from "./markdown";

/** How each tool did one step; without runs of its own, those of the step count that is named before the comma. */
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
    const runs = (name: string, tool: keyof Step): readonly Run[] => {
      const own = steps[name]?.[tool] ?? [];
      return own.length > 0 ? own : (steps[name.split(",")[0] ?? name]?.[tool] ?? []);
    };
    return Object.keys(steps).map((name) => [
      count,
      name,
      ...compared(runs(name, "terraform"), runs(name, "pulumi")),
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
