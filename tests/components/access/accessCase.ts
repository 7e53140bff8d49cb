import assert from "node:assert/strict";
import type { AccessEntry } from "../../../components/config/accessSchema.ts";
import { accessStatements } from "../../../components/access/index.ts";
import type { Statement } from "../../../iam/statement.ts";
import { target } from "../stackFixture.ts";

/** A grant, and exactly the statements that it becomes. */
export interface AccessCase {
  readonly name: string;
  readonly entry: AccessEntry;
  readonly gives: readonly Statement[];
}

/** The region and account of resources that are given by name, as they stand in an ARN. */
export const place = `${target.region}:${target.account}`;

/** One test for each grant. */
export function testAccess(cases: readonly AccessCase[]): void {
  for (const { name, entry, gives } of cases) {
    it(name, () => {
      assert.deepEqual(accessStatements(entry, target), gives);
    });
  }
}
