import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../../../commandLine/failure.ts";
import type { StackOutcome } from "../../../../operations/fleet/outcome.ts";
import { runStacks } from "../../../../operations/fleet/run/runStacks.ts";
import { fleetStackOf } from "../../../../operations/fleet/stacks/stackFile.ts";
import type { StackTask } from "../../../../operations/fleet/work/work.ts";
import { temporaryFolder } from "../../../sandbox/temporaryFolder.ts";
import { outcome } from "./outcomes.ts";

const stacks = ["a", "b", "c", "d", "e"].map((name) => fleetStackOf(name, ""));

describe("the stacks of a run", () => {
  const root = temporaryFolder();

  async function run(work: StackTask, stop = new AbortController()) {
    const folder = path.join(root(), "run");
    mkdirSync(folder);
    const said: string[] = [];
    const written: string[] = [];
    const outcomes = await runStacks({
      project: root(),
      folder,
      command: "up",
      stacks,
      max: 2,
      work,
      view: {
        lanes: async (count, lane) => {
          said.push(`${count} lanes`);
          await Promise.all(Array.from({ length: count }, () => lane((text) => said.push(`shows ${text}`))));
        },
        progress: (text) => said.push(text),
        line: (text) => said.push(text),
        notice: (text) => said.push(text),
      },
      interrupts: { stop: stop.signal, tellPulumi: stop.signal },
      changed: (now) => written.push(now.map(({ status }) => status).join(", ")),
    });
    const steady = outcomes.map(({ seconds, ...rest }): StackOutcome => {
      assert.equal(typeof seconds, "number");
      return { ...rest, seconds: 0 };
    });
    return { outcomes: steady, said: said.map((text) => text.replace(/in [\d.]+ s$/, "in … s")), written };
  }

  const log = (stack: string) => `run/${stack}.log`;
  const done = { status: "done", changes: { create: 1 } } as const;

  it("run some at a time, in their order", async () => {
    let [running, most] = [0, 0];
    const begun: string[] = [];
    const { outcomes } = await run(async ({ name }) => {
      begun.push(name);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return done;
    });
    assert.deepEqual({ most, begun }, { most: 2, begun: ["a", "b", "c", "d", "e"] });
    assert.deepEqual(
      outcomes,
      begun.map((name) => outcome(name, { ...done, log: log(name) })),
    );
  });

  it("fail each for itself, with the sentence in the log too", async () => {
    const { outcomes, said, written } = await run(({ name }, { log, report }) => {
      report("at work");
      if (name !== "b") return Promise.resolve({ status: "done", changes: {} });
      log("printed\n");
      throw new Failure("it broke\nin two lines");
    });
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ["done", "failed", "done", "done", "done"],
    );
    assert.deepEqual(
      outcomes[1],
      outcome("b", { status: "failed", message: "it broke in two lines", log: log("b") }),
    );
    assert.equal(readFileSync(path.join(root(), log("b")), "utf8"), "printed\nit broke in two lines\n");
    assert.deepEqual(
      said.filter((text) => /\bb\b|lanes|5 of 5/.test(text)),
      [
        "2 lanes",
        "shows b",
        "b: begun",
        "shows b: at work",
        "b: failed in … s",
        "b: it broke in two lines (run/b.log)",
        "5 of 5 done, 1 of them failed",
      ],
    );
    assert.equal(written[0], "interrupted, not begun, not begun, not begun, not begun");
    assert.equal(written.at(-1), "done, failed, done, done, done");
  });

  it("are not begun after a signal, and those that ran are interrupted", async () => {
    const stop = new AbortController();
    const { outcomes } = await run(({ name }) => {
      if (name === "a") return Promise.resolve(done);
      stop.abort();
      throw new Error("signal: interrupt");
    }, stop);
    assert.deepEqual(
      outcomes.map(({ status, message }) => [status, message]),
      [
        ["done", undefined],
        ["interrupted", undefined],
        ["not begun", undefined],
        ["not begun", undefined],
        ["not begun", undefined],
      ],
    );
  });
});
