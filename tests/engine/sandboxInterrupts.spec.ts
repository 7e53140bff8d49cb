import assert from "node:assert/strict";
import { once } from "node:events";
import type { StackProof } from "../../sandbox/proof/report.ts";
import { ClonedProject, outcomeOf } from "../../testing/clonedProject.ts";
import { eventually, processesOf } from "./processesOf.ts";

describe("sandbox commands that end before their time", () => {
  let clone: ClonedProject;
  let files: Record<string, string>;

  const isEmpty = (list: readonly unknown[]) => list.length === 0;
  const update = (stack: string) =>
    ["exec", "pulumi", "up", "--yes", "--skip-preview", "--non-interactive", "--stack", stack] as const;

  /** `sandbox up`, when its update has begun to make something: the engine takes the lock before it listens to signals. */
  const updateUnderWay = async () => {
    const command = clone.start(["up", "--stack", "staging"]);
    const ended = outcomeOf(command);
    await eventually(
      () => Promise.resolve(clone.locks()),
      (locks) => locks.length > 0,
    );
    const before = clone.checkpoint("staging");
    await eventually(
      () => Promise.resolve(clone.checkpoint("staging")),
      (checkpoint) => checkpoint !== before,
    );
    return { command, ended };
  };

  before(() => {
    clone = new ClonedProject();
    files = clone.stackFiles();
  });
  after(async () => {
    await clone.run(["down"]);
    clone.remove();
  });

  for (const { signal, stack } of [
    { signal: "SIGINT", stack: "dev" },
    { signal: "SIGTERM", stack: "staging" },
    { signal: "SIGKILL", stack: "prod" },
  ] as const) {
    it(`leave no process behind after ${signal} in the middle of an update`, async () => {
      const command = clone.start(update(stack));
      const ended = outcomeOf(command);
      let printed = "";
      await new Promise<void>((resolve, reject) => {
        command.stdout?.on("data", (chunk: string) => {
          printed += chunk;
          if (/aws:iam:Role\s.*creating/.test(printed)) resolve();
        });
        void once(command, "exit").then(() => {
          reject(new Error(`the update ended before it was interrupted:\n${printed}`));
        });
      });
      const before = await processesOf(clone.folder);
      command.kill(signal);
      await ended;
      assert.ok(before.length > 3, "there were processes to leave behind");
      assert.deepEqual(await eventually(() => processesOf(clone.folder), isEmpty), []);
      if (signal !== "SIGKILL") assert.deepEqual(clone.stackFiles(), files);
    });
  }

  it("finish what they have begun when the sandbox itself is interrupted, in one sentence", async () => {
    const { command, ended } = await updateUnderWay();
    command.kill("SIGINT");
    const { code, stderr } = await ended;
    assert.equal(code, 130, stderr);
    assert.match(stderr, /sandbox: interrupted; the same command goes on where this one stopped\n$/);
    assert.deepEqual(clone.locks(), []);
    assert.deepEqual(clone.stackFiles(), files);
  });

  it("keep AWS and the state where an update was killed before it could write down what it had done, and name two ways on", async () => {
    const { command, ended } = await updateUnderWay();
    for (const { pid } of await processesOf(clone.folder)) process.kill(pid, "SIGKILL");
    command.kill("SIGKILL");
    await ended;
    const emulator = await clone.emulator();
    assert.ok(emulator);
    const locks = clone.locks();
    assert.equal(locks.length, 1);
    const sentence =
      "an update of staging was killed, and AWS and the state are as it left them: " +
      '"npx instance-profiles sandbox exec -- npx instance-profiles recover --stack staging" makes them agree, "npx instance-profiles sandbox down" starts empty\n';
    assert.deepEqual(await clone.run(["exec", "echo", "goes on"]), {
      code: 0,
      stdout: "goes on\n",
      stderr: `  ${sentence}`,
    });
    assert.deepEqual(await clone.run(["up", "--stack", "staging"]), {
      code: 2,
      stdout: "",
      stderr: `sandbox: ${sentence}`,
    });
    assert.deepEqual([clone.locks(), await clone.emulator()], [locks, emulator]);
  });

  it("go on with that update after recover, as its guide says", async () => {
    const recover = ["bin/main.mjs", "recover", "--stack", "staging"];
    const recovered = await clone.run(["exec", process.execPath, ...recover]);
    assert.equal(recovered.code, 0, recovered.stderr);
    assert.match(recovered.stdout, /^The lock of .* is cleared\.\n/);
    assert.deepEqual(clone.locks(), []);
    const { code, stderr } = await clone.run(["up", "--stack", "staging"]);
    assert.equal(code, 0, stderr);
  });

  it("leave the stack files as they were once the next command has run", async () => {
    await clone.run(["exec", "true"]);
    assert.deepEqual(clone.stackFiles(), files);
  });

  it("are made good by the next update, whose proof is one JSON document", async () => {
    const { code, stdout, stderr } = await clone.run(["up", "--stack", "prod", "--json"]);
    assert.equal(code, 0, stderr);
    const proof = JSON.parse(stdout) as StackProof;
    assert.deepEqual(Object.keys(proof), ["stack", "engine", "provider", "emulator", "workloads"]);
    assert.equal(proof.stack, "prod");
    for (const workload of proof.workloads) {
      assert.deepEqual(Object.keys(workload), [
        "name",
        "roleArn",
        "instanceProfileArn",
        "launchTemplateId",
        "identity",
        "allowed",
        "denied",
        "surprises",
        "notes",
      ]);
      assert.deepEqual(
        [workload.surprises, workload.allowed.length > 0, workload.denied.length > 0],
        [[], true, true],
      );
    }
  });

  it("start anew with an empty state where the embedded AWS was killed too", async () => {
    const command = clone.start(["exec", "sh", "-c", "echo started; exec sleep 300"]);
    const ended = outcomeOf(command);
    assert.ok(command.stdout);
    await once(command.stdout, "data");
    assert.notEqual(clone.stackFiles()["Pulumi.dev.yaml"], files["Pulumi.dev.yaml"]);
    const emulator = await clone.emulator();
    assert.ok(emulator);
    command.kill("SIGKILL");
    process.kill(emulator.pid, "SIGKILL");
    await ended;
    const next = await clone.run(["exec", "pulumi", "stack", "export", "--stack", "prod"]);
    assert.equal(next.code, 0, next.stderr);
    const { deployment } = JSON.parse(next.stdout) as { deployment: { resources?: unknown[] } };
    assert.deepEqual([deployment.resources ?? [], clone.stackFiles()], [[], files]);
    assert.deepEqual(await eventually(() => processesOf(clone.folder), isEmpty), []);
    assert.notEqual((await clone.emulator())?.pid, emulator.pid);
  });
});
