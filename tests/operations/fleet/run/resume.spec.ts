import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import {
  lastRecord,
  newRunFolder,
  writeRecord,
  type RunRecord,
} from "../../../../operations/fleet/run/record.ts";
import { restOf } from "../../../../operations/fleet/run/resume.ts";
import { temporaryFolder } from "../../../sandbox/temporaryFolder.ts";
import { outcome } from "./outcomes.ts";

const outcomes = [
  outcome("a", { changes: { create: 9 } }),
  outcome("b", { status: "failed", message: "it broke" }),
  outcome("c", { status: "findings" }),
  outcome("d", { status: "interrupted" }),
  outcome("e", { status: "not begun" }),
];

const record: RunRecord = {
  command: "up",
  options: { allowUnmanaged: false, policyPack: "policypack" },
  digests: { a: "1", b: "1", c: "1", d: "1", e: "1" },
  outcomes,
};

describe("what is left of a run", () => {
  it("is what failed, was interrupted or was not begun", () => {
    assert.deepEqual(restOf(record, record.digests), {
      stacks: ["b", "d", "e"],
      kept: [outcomes[0], outcomes[2]],
      notes: [],
    });
  });

  it("is run as it is now, and what changed or is gone is named", () => {
    assert.deepEqual(restOf(record, { a: "2", b: "2", c: "1", d: "1" }), {
      stacks: ["b", "d"],
      kept: [outcomes[0], outcomes[2]],
      notes: [
        "changed since the last run, and run as they are now: b",
        "done, but changed since: name them with --stacks to run them again: a",
        "have no file any more, and are left out: e",
      ],
    });
  });
});

describe("the record of a run", () => {
  const root = temporaryFolder();
  const begin = (command: string, seconds: number) =>
    newRunFolder(root(), command, new Date(Date.UTC(2026, 10, 25, 4, 5, seconds)));

  it("is read back as it was written, that of the last run of the same command", () => {
    writeRecord(begin("up", 1), { ...record, outcomes: [] });
    writeRecord(begin("up", 10), record);
    writeRecord(begin("verify", 20), { ...record, command: "verify" });
    assert.deepEqual(lastRecord(root(), "up"), record);
  });

  it("is missing with the command to run", () => {
    begin("verify", 1);
    assert.throws(() => lastRecord(root(), "up"), {
      name: "Failure",
      message: '--resume: there is no earlier "fleet up" in .fleet/ here: run it with --stacks first',
    });
  });

  it("is named where it cannot be read", () => {
    const folder = begin("up", 1);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "run.json"), "{");
    assert.throws(() => lastRecord(root(), "up"), {
      name: "Failure",
      message:
        '--resume: .fleet/up-20261125-040501000/run.json cannot be read: run "fleet up" with --stacks instead',
    });
  });
});
