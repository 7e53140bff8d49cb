import type { Result } from "../measure.ts";
import type { Run } from "../measuredRun.ts";
import { markdownTable, measuredOn, medianSeconds, shownMegabytes, shownSeconds } from "./markdown.ts";

/** How each tool did one step; without runs of its own, those of the step named before the comma. */
interface Step {
  readonly terraform: readonly Run[];
  readonly pulumi: readonly Run[];
}

/** What one number of workloads took; each is measured in a run of its own, so that the large ones need not wait for the others. */
export interface TerraformCount extends Result {
  /** By the name of the step. */
  readonly steps: Readonly<Record<string, Step>>;
}

/** By the number of workloads. */
export type TerraformResult = Readonly<Record<string, TerraformCount>>;

const head = [
  ...["workloads", "step", "Terraform, s", "this program, s", "ratio"],
  ...["Terraform, MB", "this program, MB", "ratio"],
];

export function terraformTable(result: TerraformResult): string {
  const rows = Object.entries(result).flatMap(([count, { steps }]) => {
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
  return [markdownTable(head, rows), ...measuredOnEach(result)].join("\n\n");
}

/** One line below the table where all was measured alike, else one for each way, with the numbers of workloads before it. */
function measuredOnEach(result: TerraformResult): string[] {
  const lineOf = Object.entries(result).map(
    ([count, head]) => [count, measuredOn("terraform", head)] as const,
  );
  const lines = [...new Set(lineOf.map(([, line]) => line))];
  if (lines.length === 1) return lines;
  return lines.map((line) => {
    const counts = lineOf.filter(([, other]) => other === line).map(([count]) => count);
    return `${counts.join(", ")} workloads: ${line}`;
  });
}

function compared(terraform: readonly Run[], pulumi: readonly Run[]): string[] {
  const [theirs, ours] = [medianSeconds(terraform), medianSeconds(pulumi)];
  const [theirMemory, ourMemory] = [shownMegabytes(terraform), shownMegabytes(pulumi)];
  return [
    ...[shownSeconds(theirs), shownSeconds(ours), (ours / theirs).toFixed(2)],
    ...[theirMemory, ourMemory, (Number(ourMemory) / Number(theirMemory)).toFixed(2)],
  ];
}
