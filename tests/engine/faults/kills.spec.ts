import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { projectFolder } from "../../../sandbox/paths.ts";
import { pageWith, publish, resultFile, type KillFigures, type SurvivedKill } from "./kills/figures.ts";
import { InterruptedStack } from "./kills/interruptedStack.ts";
import { assertAsDeclared, destroy, surviveKill } from "./kills/life.ts";
import { livesOf, type Kill, type Operation } from "./kills/plan.ts";

const isFull = process.env.INSTANCE_PROFILES_FAULTS === "full";

const seed = 7;

/** The life of a stack is a few operations, each of which is killed. */
const lives: readonly (readonly Operation[])[] = isFull
  ? Array.from({ length: 10 }, () => ["create", "change", "destroy"] as const)
  : [
      ["create", "destroy"],
      ["create", "change"],
    ];

/** An update waits for AWS most of the time. */
const atATime = 2;

/** @throws Error with the kill that was not survived */
async function live(kills: readonly Kill[], name: string): Promise<SurvivedKill[]> {
  const survived: SurvivedKill[] = [];
  const stack = await InterruptedStack.create(name);
  try {
    for (const kill of kills) {
      const remedy = await surviveKill(stack, kill).catch((error: unknown) => {
        throw new Error(`${name}, ${JSON.stringify(kill)}: ${String(error)}`);
      });
      survived.push({ ...kill, remedy });
    }
    if (kills.at(-1)?.operation !== "destroy") {
      await destroy(stack);
      await assertAsDeclared(stack, "destroy");
    }
  } finally {
    await stack.remove();
  }
  return survived;
}

describe(`a stack whose updates are killed (seed ${seed})`, function () {
  this.timeout(isFull ? 10_800_000 : 3_600_000);
  const planned = livesOf(seed, lives);

  it(`is as declared in the end after each of ${planned.flat().length} kills: nothing lost, nothing twice`, async () => {
    const survived: SurvivedKill[][] = [];
    const failures: string[] = [];
    const waiting = planned.entries();
    await Promise.all(
      Array.from({ length: atATime }, async () => {
        for (const [index, kills] of waiting)
          survived[index] = await live(kills, `killed-${index}`).catch((error: unknown) => {
            failures.push(String(error));
            return [];
          });
      }),
    );
    assert.deepEqual(failures, []);
    if (isFull) await publish({ seed, kills: survived.flat() });
  });

  it("has its figures of the last full run in docs/reliability.md", async () => {
    const figures = JSON.parse(readFileSync(resultFile, "utf8")) as KillFigures;
    const page = readFileSync(path.join(projectFolder, "docs", "reliability.md"), "utf8");
    assert.equal(page, await pageWith(figures));
  });
});
