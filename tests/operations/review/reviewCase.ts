import assert from "node:assert/strict";
import type { ManagedStatements } from "../../../operations/probes/expectations.ts";
import { reviewWorkload } from "../../../operations/review/reviewWorkload.ts";
import type { RoleUsage } from "../../../operations/review/usage/usage.ts";
import { target } from "../../components/stackFixture.ts";
import { orders, since } from "./reviewFixture.ts";

/** A workload as YAML, what its role used, and what has to be found. */
export interface Case {
  readonly name: string;
  readonly workload: string;
  readonly usage: RoleUsage;
  readonly verdict: string;
  readonly proposals: readonly (readonly [
    at: string,
    got: string,
    want: string | undefined,
    because: string,
  ])[];
  readonly edits?: readonly string[];
  readonly managed?: ManagedStatements;
}

/** A test for each case. */
export function describeCases(what: string, cases: readonly Case[]): void {
  describe(what, () => {
    for (const { name, workload, usage: used, managed = {}, edits = [], ...expected } of cases)
      it(name, async () => {
        const reviewable = { workload: await orders(workload), usage: used, managed, atAnyAge: false };
        const { verdict, planned } = await reviewWorkload(reviewable, target, since);
        assert.deepEqual(
          {
            verdict,
            proposals: planned.map(({ proposal: { at, got, want, because } }) => [at, got, want, because]),
            edits: planned.flatMap((plan) =>
              plan.edits.map(({ path, values }) => `${path.join(".")} → ${values.join(" ")}`),
            ),
          },
          { ...expected, edits },
        );
      });
  });
}
