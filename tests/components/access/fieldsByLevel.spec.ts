import assert from "node:assert/strict";
import { accessEntry } from "../../../components/access/accessEntry.ts";

/** The messages about a grant of a service whose words want different fields. */
function problemsOf(kafka: object): string[] {
  const { error } = accessEntry.safeParse({ kafka: { cluster: "orders", ...kafka } });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("fields that only some words of a service want", () => {
  it("takes a grant with all that its word wants, and with or without what it takes", () => {
    assert.deepEqual(problemsOf({ level: "connect" }), []);
    assert.deepEqual(problemsOf({ topic: "orders.*", level: "read" }), []);
    assert.deepEqual(problemsOf({ topic: ["orders", "paid"], group: "a", level: "read" }), []);
  });

  it("wants what its word cannot do without", () => {
    assert.deepEqual(problemsOf({ level: "read" }), ["kafka.topic: missing, want it at level read"]);
  });

  it("refuses what does nothing at its word", () => {
    assert.deepEqual(problemsOf({ topic: "orders", group: "a", level: "write" }), [
      "kafka.group: does nothing at level write; remove it",
    ]);
  });

  it("takes one text or a list with at least one", () => {
    const want = "kafka.topic: a topic name, or several by *, such as orders.*, or a list of these";
    assert.deepEqual(problemsOf({ topic: [], level: "read" }), [want]);
    assert.deepEqual(problemsOf({ topic: "a/b", level: "read" }), [want]);
  });
});
