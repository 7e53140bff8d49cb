import assert from "node:assert/strict";
import { InterruptedStack } from "./kills/interruptedStack.ts";
import { up } from "./kills/life.ts";
import { killUnder } from "./kills/victims.ts";

const workloads = (instanceType: string) => ({
  orders: {
    access: [{ sqs: { queue: "orders", level: "send" } }],
    launch: { image: "al2023", instanceType },
  },
});

const template = "instance-profiles-recovered-orders";

describe("the command recover", () => {
  let stack: InterruptedStack;

  const stdoutOf = async (...options: string[]) => {
    const { code, stdout, stderr } = await stack.recover(...options);
    assert.equal(code, 0, stderr);
    return stdout;
  };

  /** The first two requests ask who the caller is. AWS does what the third says, and nobody is left to hear its answer. */
  const killAtThirdRequest = () =>
    stack.interrupt(up, { request: 3, moment: "before the answer" }, async (engine) => {
      await killUnder(engine, "provider");
      process.kill(engine, "SIGKILL");
    });

  before(async () => {
    stack = await InterruptedStack.create("recovered");
  });
  after(() => stack.remove());

  it("leaves the lock of another machine alone, and clears it if told to", async () => {
    stack.declare(workloads("t3.nano"));
    stack.lockFrom("laptop");
    const { code, stdout, stderr } = await stack.recover();
    assert.deepEqual([code, stdout, stack.locks()], [2, "", ["another.json"]]);
    const who = "ada@laptop (pid 1, since 2026-01-31T09:00:00Z)";
    assert.ok(
      stderr.endsWith(
        `recover: stack "recovered" is locked by ${who}: wait for it to end, or add --cancel if you know that it is gone\n`,
      ),
      stderr,
    );
    assert.match(
      await stdoutOf("--cancel"),
      /^The lock of ada@laptop \(pid 1, since 2026-01-31T09:00:00Z\) is cleared\.\nNext: /,
    );
    assert.deepEqual(stack.locks(), []);
  });

  it("takes what a killed update had made and not written down, and nothing once all is well", async () => {
    await killAtThirdRequest();
    assert.match(
      await stdoutOf(),
      /^The lock of .* is cleared\.\nInterrupted, and begun again by the next update:\n(?: {2}creating aws:iam:(?:Role|Policy) orders\n)+In AWS, and now in the state as well:\n(?: {2}aws:iam:(?:Role|Policy) orders: .*\n)+Next: /,
    );
    await stack.pulumiOrFail(...up);
    assert.equal((await stack.state()).pending, 0);
    await stack.pulumiOrFail("preview", "--refresh", "--expect-no-changes");
    assert.match(await stdoutOf(), /^Nothing to recover: /);
  });

  // A refresh in its place would take the new version for all there was to do, and launches would get the old one for ever.
  it("lets the next update finish a launch template whose new version was not made the default one yet", async () => {
    stack.declare(workloads("t3.micro"));
    await killAtThirdRequest();
    assert.deepEqual((await stack.holdings()).templates, { [template]: "behind" });
    assert.match(
      await stdoutOf(),
      /^The lock of .* is cleared\.\nInterrupted, and begun again by the next update:\n {2}updating aws:ec2:LaunchTemplate orders\nNext: /,
    );
    await stack.pulumiOrFail(...up);
    assert.deepEqual((await stack.holdings()).templates, { [template]: "latest" });
    await stack.pulumiOrFail("preview", "--refresh", "--expect-no-changes");
  });

  it("makes a state readable beside which a kill left an empty file", async () => {
    const torn = stack.tearAttributes();
    const { code, stderr } = await stack.pulumi("stack", "export");
    assert.deepEqual([code, stderr.trim()], [1, "error: failed to load checkpoint: EOF"]);
    assert.ok(
      (await stdoutOf()).startsWith(
        `Empty, so that Pulumi could not read the state, and removed:\n  ${torn}\nNext: `,
      ),
    );
    await stack.pulumiOrFail("preview", "--refresh", "--expect-no-changes");
  });
});
