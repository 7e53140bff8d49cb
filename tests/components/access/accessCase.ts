import assert from "node:assert/strict";
import {
  accessStatements,
  serviceFacts,
  type AccessEntry,
  type AccessService,
} from "../../../components/access/index.ts";
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

/** One test for each grant of a service, of which there has to be one at every level. */
export function testAccess(service: AccessService, cases: readonly AccessCase[]): void {
  describe(`access to ${service}`, () => {
    for (const { name, entry, gives } of cases) {
      it(name, () => {
        assert.deepEqual(accessStatements(entry, target), gives);
      });
    }

    it("has a case for every level", () => {
      const levels = cases.map(({ entry }) => entry[service]?.level);
      assert.deepEqual([...new Set(levels)].sort(), Object.keys(serviceFacts[service].levels).sort());
    });
  });
}
