import assert from "node:assert/strict";
import { InterruptedStack } from "./kills/interruptedStack.ts";
import { assertAsDeclared, declare, destroy, up } from "./kills/life.ts";

/** All that Pulumi says to whoever comes second. */
const refusal =
  /^error: the stack is currently locked by 1 lock\(s\)\. Either wait for the other process\(es\) to end or delete the lock file with `pulumi cancel`\.\n {2}file:\S+: created by \S+@\S+ \(pid (\d+)\) at \S+\n$/;

/** The same, where two have put their lock at the same time. */
const anyRefusal = /error: the stack is currently locked by \d+ lock\(s\)/;

describe("two writers on one stack", () => {
  let stack: InterruptedStack;

  before(async () => {
    stack = await InterruptedStack.create("two-writers");
  });
  after(async () => {
    await destroy(stack);
    await assertAsDeclared(stack, "destroy");
    await stack.remove();
  });

  it("are one, and one who is refused in one sentence and disturbs nothing, be it an update or a recovery", async () => {
    declare(stack, "create");
    const second: { update?: unknown; recovery?: unknown } = {};
    const first = await stack.interrupt(up, { request: 20, moment: "before the answer" }, async (engine) => {
      const update = await stack.pulumi(...up);
      const [, holder] = refusal.exec(update.stderr) ?? [];
      second.update = { code: update.code, holder: Number(holder) - engine, stdout: update.stdout };
      const { code, stdout, stderr } = await stack.recover();
      const [sentence] = stderr.split("\n").filter((line) => line.startsWith("recover: "));
      second.recovery = { code, stdout, sentence: sentence?.replace(/\S+@\S+ \(pid .*?\)/, "HOLDER") };
    });
    assert.deepEqual(second, {
      update: { code: 1, holder: 0, stdout: "" },
      recovery: {
        code: 2,
        stdout: "",
        sentence:
          'recover: stack "two-writers" is locked by HOLDER: wait for it to end, or add --cancel if you know that it is gone',
      },
    });
    assert.equal(first.code, 0, first.stdout + first.stderr);
    assert.deepEqual(stack.locks(), []);
    await assertAsDeclared(stack, "create");
  });

  it("lose nothing where they start at the same time", async () => {
    declare(stack, "change");
    const both = await Promise.all([stack.pulumi(...up), stack.pulumi(...up)]);
    // Each looks for the other's lock again after it has put its own, so that both may step back, and never both go on.
    const outcomes = both.map(({ code, stdout, stderr }) =>
      code === 0 ? "done" : anyRefusal.test(stderr) ? "refused" : stdout + stderr,
    );
    assert.deepEqual(
      outcomes.filter((outcome) => outcome !== "done" && outcome !== "refused"),
      [],
    );
    assert.ok(outcomes.includes("refused"), "both went on");
    if (!outcomes.includes("done")) await stack.pulumiOrFail(...up);
    assert.deepEqual(stack.locks(), []);
    await assertAsDeclared(stack, "change");
  });
});
