import type { FleetStack } from "../stacks/stackFile.ts";

/** What one machine does, as an entry of a GitHub Actions matrix. */
export interface Machine {
  /** From 1. */
  readonly machine: number;
  /** As `--stacks` takes it. */
  readonly stacks: string;
  /** With commas; those that only credentials tell are left out. */
  readonly accounts: string;
  /** With commas; those that only the environment tells are left out. */
  readonly regions: string;
  readonly workloads: number;
}

/** A matrix makes no more jobs than this. https://docs.github.com/en/actions/reference/limits */
export const mostMachines = 256;

/** A stack without workloads takes as long as this many workloads: the engine has to start. See docs/scale.md. */
const startInWorkloads = 40;

const joined = (values: readonly (string | null)[]) =>
  [...new Set(values.filter((value) => value !== null))].join(",");

/**
 * Shares stacks among machines so that all of them take about as long: the largest stack goes first, each to the machine
 * that has least to do.
 *
 * @param machines at most; there are never more than stacks
 */
export function shareAmong(stacks: readonly FleetStack[], machines: number): Machine[] {
  const weightOf = ({ workloads }: FleetStack) => workloads + startInWorkloads;
  const shares = Array.from({ length: Math.min(machines, stacks.length) }, () => ({
    weight: 0,
    stacks: [] as FleetStack[],
  }));
  for (const stack of [...stacks].sort((one, other) => weightOf(other) - weightOf(one))) {
    const [least] = [...shares].sort((one, other) => one.weight - other.weight);
    if (!least) continue;
    least.stacks.push(stack);
    least.weight += weightOf(stack);
  }
  return shares.map(({ stacks: own }, index) => ({
    machine: index + 1,
    stacks: joined(own.map(({ name }) => name)),
    accounts: joined(own.map(({ account }) => account)),
    regions: joined(own.map(({ region }) => region)),
    workloads: own.reduce((sum, { workloads }) => sum + workloads, 0),
  }));
}
