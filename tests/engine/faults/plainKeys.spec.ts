import assert from "node:assert/strict";
import { workloadPlaces } from "./secrets/plainPlaces.ts";
import { seededKeys } from "../../faults/secrets/keys.ts";
import { shownKeys } from "../../faults/secrets/search.ts";
import { checkedStack, stackOf } from "../../components/stackFixture.ts";

const places = [
  ...workloadPlaces,
  [
    "a placeholder",
    (key: { id: string }) => ({ access: [{ s3: { bucket: `{${key.id}}`, level: "read" } }] }),
  ],
] as const;

describe("errors about access keys in plain text", () => {
  const keys = seededKeys("plain keys", places.length);
  for (const [index, [place, workload]] of places.entries())
    it(`show none of ${place}`, async () => {
      const key = keys[index] ?? assert.fail();
      const { errors } = await checkedStack({ values: stackOf({ workload: workload(key) }) });
      assert.notDeepEqual(errors, []);
      assert.deepEqual(shownKeys([key], JSON.stringify(errors)), []);
    });
});
