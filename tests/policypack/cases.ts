import assert from "node:assert/strict";
import type { PackPolicy } from "../../policypack/crossguard/packPolicy.ts";
import { type PolicyRun, stackViolations, type TestResource, violations } from "./violations.ts";

/** A resource called `subject`, and all that a policy says about it. */
export interface ResourceCase extends PolicyRun {
  readonly name: string;
  readonly type: string;
  readonly props: Record<string, unknown>;
  readonly reports: readonly string[];
}

export function itJudgesResources(policy: PackPolicy, cases: readonly ResourceCase[]): void {
  for (const { name, type, props, reports, ...run } of cases) {
    it(name, async () => {
      assert.deepStrictEqual(await violations(policy, type, props, run), reports);
    });
  }
}

/** A stack, and all that a policy says about it. */
export interface StackCase extends PolicyRun {
  readonly name: string;
  readonly stack: readonly TestResource[];
  readonly reports: readonly string[];
}

export function itJudgesStacks(policy: PackPolicy, cases: readonly StackCase[]): void {
  for (const { name, stack, reports, ...run } of cases) {
    it(name, async () => {
      assert.deepStrictEqual(await stackViolations(policy, stack, run), reports);
    });
  }
}

/** An identity policy document as JSON text. */
export function documentOf(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

export const allow = (
  actions: string | string[],
  resources: string | string[],
  rest: object = {},
): object => ({
  Effect: "Allow",
  Action: actions,
  Resource: resources,
  ...rest,
});
