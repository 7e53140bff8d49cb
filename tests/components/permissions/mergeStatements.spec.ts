import assert from "node:assert/strict";
import { mergeStatements } from "../../../components/permissions/mergeStatements.ts";
import { allow } from "../../../iam/statement.ts";

describe("merging statements", () => {
  it("joins the resources of equal actions at the place of the first, each once", () => {
    assert.deepEqual(
      mergeStatements([allow(["a:B"], ["1"]), allow(["c:D"], ["2"]), allow(["a:B"], ["3", "1"])]),
      [allow(["a:B"], ["1", "3"]), allow(["c:D"], ["2"])],
    );
  });

  it("keeps apart what differs in effect, condition or has a Sid", () => {
    const statements = [
      allow(["a:B"], ["1"]),
      { ...allow(["a:B"], ["2"]), Effect: "Deny" as const },
      allow(["a:B"], ["3"], { Bool: { "aws:SecureTransport": ["true"] } }),
      { Sid: "Mine", ...allow(["a:B"], ["4"]) },
      { Sid: "Yours", ...allow(["a:B"], ["5"]) },
    ];
    assert.deepEqual(mergeStatements(statements), statements);
  });
});
