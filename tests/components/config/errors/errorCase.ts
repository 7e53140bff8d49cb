import assert from "node:assert/strict";
import { checkedStack, stackOf } from "../../stackFixture.ts";

/** A mistake in a stack file, and every line that it brings. */
export interface ErrorCase {
  readonly name: string;
  /** The workload `orders`. @default - a right one */
  readonly workload?: Readonly<Record<string, unknown>>;
  /** Other keys of the stack file. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly says: readonly string[];
}

/** One test for each mistake. */
export function testErrors(cases: readonly ErrorCase[]): void {
  for (const { name, workload, values, says } of cases) {
    it(`tell ${name}`, async () => {
      const stack = stackOf({ ...(workload && { workload }), ...(values && { values }) });
      const { errors } = await checkedStack({ values: stack });
      assert.deepEqual([...errors].sort(), [...says].sort());
    });
  }
}

/** A workload with a right launch and changes to it. */
export function launching(changes: Readonly<Record<string, unknown>>) {
  return { launch: { image: "al2023", instanceType: "t3.micro", ...changes } };
}

/** A workload with one right raw statement and changes to it. */
export function stating(changes: Readonly<Record<string, unknown>>) {
  return { statements: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::orders/*"], ...changes }] };
}
