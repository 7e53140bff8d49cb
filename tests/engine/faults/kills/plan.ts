import { createHash } from "node:crypto";
import type { Moment } from "./countedAws.ts";

/** What is under way when somebody is killed. */
export type Operation = "create" | "change" | "destroy";

/** Who is killed. The embedded AWS starts again at once, with all that it held. */
export const victims = ["engine", "program", "provider", "AWS"] as const;

export type Victim = (typeof victims)[number];

/** One kill in the middle of one operation. */
export interface Kill {
  readonly operation: Operation;
  readonly victim: Victim;
  /** The how many-th request to AWS it falls on, from 1. */
  readonly request: number;
  readonly moment: Moment;
}

/** How many requests an operation sends at least, and while its program runs. A destroy runs no program. */
const requests: Readonly<Record<Operation, { readonly all: number; readonly withProgram: number }>> = {
  create: { all: 46, withProgram: 40 },
  change: { all: 42, withProgram: 26 },
  destroy: { all: 18, withProgram: 0 },
};

const moments: readonly Moment[] = ["before the request", "before the answer", "after the answer"];

/** The kills of one stack's life after the other, drawn from a seed. The victims take turns, so that all are killed. */
export function livesOf(seed: number, lives: readonly (readonly Operation[])[]): Kill[][] {
  const draw = drawFrom(seed);
  let waiting: Victim[] = [];
  return lives.map((operations) =>
    operations.map((operation) => {
      if (waiting.length === 0) waiting = [...victims];
      const { all, withProgram } = requests[operation];
      const fit = waiting.filter((victim) => victim !== "program" || withProgram > 0);
      const victim = fit[draw(fit.length)] ?? "engine";
      waiting = waiting.filter((other) => other !== victim);
      const request = 1 + draw(victim === "program" ? withProgram : all);
      return { operation, victim, request, moment: moments[draw(moments.length)] ?? "before the answer" };
    }),
  );
}

/** Whole numbers from 0 up to a limit. */
function drawFrom(seed: number): (limit: number) => number {
  let drawn = 0;
  return (limit) => createHash("sha256").update(`${seed} ${drawn++}`).digest().readUInt32BE() % limit;
}
