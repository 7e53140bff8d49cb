import { colors } from "../../commandLine/output/colors.ts";
import { textTable } from "../../commandLine/output/textTable.ts";
import type { Proved, WorkloadProof } from "./prove.ts";

/** The proof of a stack, as `--json` prints it. */
export interface StackProof {
  readonly stack: string;
  readonly engine: string;
  readonly provider: string;
  readonly emulator: string;
  readonly workloads: readonly WorkloadProof[];
}

const count = (proved: readonly Proved[]) => {
  const calls = proved.filter(({ by }) => by === "call").length;
  return `${proved.length}${calls > 0 ? `, ${calls} by real calls` : ""}`;
};

const distinct = (texts: readonly string[]) => [...new Set(texts)];

/** Widths that fit a terminal of 120 columns. */
const widths = [38, 38, 42];

/** Denied calls that a row shows; the count stands below them. */
const examples = 3;

/** One row a workload: who its instance is, what it can do by grant, and what beside that is denied. */
export function proofTable({ workloads }: StackProof, useColors: boolean): string {
  const paint = colors(useColors);
  const rows = workloads.map(({ name, identity, allowed, denied, surprises }) => {
    const mark = surprises.length === 0 ? paint.green("✓") : paint.red("✗");
    const refused = [...denied]
      .sort((a, b) => a.by.localeCompare(b.by))
      .map(({ action, resource }) => `${action} ${resource.split(":").slice(5).join(":") || resource}`);
    return [
      `${mark} ${name}\n${paint.dim(identity.split("/").slice(1).join("\n"))}`,
      [...distinct(allowed.map(({ because }) => because)), paint.dim(`allowed: ${count(allowed)}`)].join(
        "\n",
      ),
      [...distinct(refused).slice(0, examples), paint.dim(`denied: ${count(denied)}`)].join("\n"),
    ];
  });
  return textTable({
    head: ["WORKLOAD, ASSUMED ROLE, INSTANCE", "CAN", "CANNOT, FOR EXAMPLE"],
    rows,
    widths,
    useColors,
  });
}

/** A sentence for each thing that is not as declared. */
export function surprises({ workloads }: StackProof): string[] {
  return workloads.flatMap(({ name, surprises: found }) =>
    found.map(
      ({ action, resource, expected, got, by, because }) =>
        `${name}: ${action} on ${resource} is ${got} (by ${by}), want ${expected}: ${because}`,
    ),
  );
}
