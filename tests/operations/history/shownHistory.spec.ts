import assert from "node:assert/strict";
import pc from "picocolors";
import { policyHistory } from "../../../operations/history/policyHistory.ts";
import { shownHistory, shownOrigin } from "../../../operations/history/shownHistory.ts";
import { stackUpdate } from "../../../operations/history/stackUpdates.ts";
import { versions } from "./versions.ts";

const updates = [
  stackUpdate({
    version: 7,
    kind: "update",
    startTime: "2026-11-24T16:59:58.000Z",
    endTime: "2026-11-24T17:00:05.000Z",
    message: "Purge no queue",
    environment: { "git.head": "0123456789abcdef0123456789abcdef01234567" },
  }),
];

describe("the history of a policy", () => {
  it("is shown with the version in force, the changes, what made them, and what is gone", async () => {
    const history = await policyHistory({ policy: "shop-dev-orders", arn: "arn" }, versions, updates);
    assert.deepEqual(shownHistory([history], pc.createColors(false)).split("\n"), [
      "shop-dev-orders",
      "  v6   2026-11-24 18:00:00 UTC",
      "       made by no recorded update of this stack",
      "       + gains read on sqs orders (sqs:ReceiveMessage)",
      "● v5   2026-11-24 17:00:00 UTC  in force",
      "       update 7, commit 0123456789: Purge no queue",
      "       - loses write on sqs orders (sqs:PurgeQueue)",
      "  v4   2026-11-24 16:00:00 UTC",
      "       made by no recorded update of this stack",
      "       + gains write on sqs orders (sqs:PurgeQueue)",
      "  v2   2026-11-24 14:00:00 UTC",
      "       made by no recorded update of this stack",
      "       allows write on sqs orders (sqs:SendMessage)",
      "  v1, v3 gone",
      "",
      "AWS keeps at most 5 versions of a policy, and a deployment removes the oldest to make room. It is no archive: what is gone is only in git.",
      "",
    ]);
  });

  it("says of an update what it knows", () => {
    const entry = { kind: "update", startTime: "2026-11-24T12:00:00.000Z" };
    assert.equal(shownOrigin(stackUpdate(entry)), "an update, no commit recorded");
    assert.equal(
      shownOrigin(
        stackUpdate({
          ...entry,
          version: 2,
          environment: { "git.head": "0123456789ab", "git.dirty": "true" },
        }),
      ),
      "update 2, commit 0123456789 with uncommitted changes",
    );
  });
});
