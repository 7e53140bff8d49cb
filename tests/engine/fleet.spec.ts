import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import type { FleetResult, StackOutcome } from "../../operations/fleet/outcome.ts";
import { outcomeOf } from "../../testing/clonedProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { workloadRoles } from "./fleet/accounts.ts";
import { FleetProject, type FleetPlace } from "./fleet/fleetProject.ts";
import { eventually, processesOf } from "./processesOf.ts";

/** As many stacks as FLEET_STACKS says: six in every test run, and any number of them by hand. */
const size = Number(process.env.FLEET_STACKS ?? 6);
const max = process.env.FLEET_MAX ?? "3";

const accounts = ["111111111111", "222222222222", "333333333333", "444444444444"];
const regions = ["eu-central-1", "us-east-1", "eu-west-1"];

const placeOf = (index: number): FleetPlace => ({
  account: accounts[index % accounts.length] ?? "",
  region: regions[index % regions.length] ?? "",
});
const nameOf = (index: number) => `prod-${String(index).padStart(2, "0")}`;
const names = Array.from({ length: size }, (_, index) => nameOf(index));

describe(`npm run fleet on ${size} stacks of several accounts and regions`, function () {
  this.timeout(1_200_000 + size * 60_000);
  let project: FleetProject;
  let endpoint: string;

  before(async () => {
    ({ endpoint } = await engineSandbox());
    project = await FleetProject.create();
    for (const [index, name] of names.entries()) project.declare(name, placeOf(index));
    project.declare("dev", placeOf(1));
  });
  after(() => {
    project.remove();
  });

  /** The result of a run, without what differs from run to run; each log has to be there. */
  function resultIn(stdout: string): Omit<FleetResult, "seconds"> {
    const { command, seconds, stacks } = JSON.parse(stdout) as FleetResult;
    assert.equal(typeof seconds, "number");
    const steady = stacks.map(({ log, seconds: own, ...rest }) => {
      assert.equal(typeof own, "number");
      if (log !== undefined) readFileSync(path.join(project.folder, log));
      return rest;
    });
    return { command, stacks: steady as unknown as StackOutcome[] };
  }

  const lines = (stderr: string) =>
    stderr
      .split("\n")
      .map((line) => line.replace(/[\d.]+ s$/, "… s").replace(/\.fleet\/\w+-\d+-\d+/, ".fleet/…"))
      .filter(Boolean);

  const created = (index: number, more: object) => ({
    stack: nameOf(index),
    ...placeOf(index),
    status: "done",
    changes: { create: 9 },
    ...more,
  });

  const stackFiles = () =>
    readdirSync(project.folder)
      .filter((name) => /^Pulumi\..*\.yaml$/.test(name))
      .map((name) => readFileSync(path.join(project.folder, name), "utf8"));

  it("previews stacks that the backend does not have, and writes nothing", async () => {
    const before = stackFiles();
    const { code, stdout, stderr } = await project.run("preview", "--stacks", "prod-01,prod-0[2]", "--json");
    assert.deepEqual(
      { code, stdout, said: lines(stderr)[0]?.split(": stacks are")[0] },
      { code: 2, stdout: "", said: 'fleet: --stacks "prod-0[2]" matches no stack' },
    );
    const preview = await project.run("preview", "--stacks", "prod-01", "--stacks", "p?od-02", "--json");
    assert.deepEqual(
      { code: preview.code, ...resultIn(preview.stdout) },
      {
        code: 0,
        command: "preview",
        stacks: [1, 2].map((index) => created(index, { message: "not in the backend yet" })),
      },
      preview.stderr,
    );
    assert.deepEqual(stackFiles(), before);
    // The backend says which version it is, and holds no stack.
    const state = readdirSync(path.join(project.folder, "state"), { recursive: true, encoding: "utf8" });
    assert.deepEqual(
      state.filter((name) => !/^\.pulumi(\/meta\.yaml.*)?$/.test(name)),
      [],
    );
  });

  const made = "made in the backend";
  const mistake =
    'The stack configuration has 1 error: workloads.app.access[0].sqs.level: got "shout", want send | receive | sendReceive';

  it("deploys all but the one that fails, and says why, in plain lines", async () => {
    project.declare("prod-00", placeOf(0), ["app"], "shout");
    const { code, stdout, stderr } = await project.run("up", "--stacks", "prod-*", "--max", max, "--json");
    const failed = { status: "failed", changes: {}, message: mistake };
    assert.deepEqual(
      { code, ...resultIn(stdout) },
      {
        code: 2,
        command: "up",
        stacks: names.map((_, index) => created(index, index === 0 ? failed : { message: made })),
      },
      stderr,
    );
    const said = lines(stderr);
    assert.ok(said.includes(`prod-00: ${mistake} (.fleet/…/prod-00.log)`), stderr);
    assert.equal(said.at(-1), `${size} stacks: ${size - 1} done, 1 failed; … s`);
    assert.ok(!(stdout + stderr).includes("\u001b"), "no escape codes");
    for (const [index, account] of accounts.entries())
      assert.deepEqual(
        await workloadRoles(endpoint, account),
        names
          .filter((_, other) => other > 0 && other % accounts.length === index)
          .map((name) => `instance-profiles-${name}-app`),
      );
  });

  it("goes on with that one alone, and says what changed meanwhile", async () => {
    project.declare("prod-00", placeOf(0), ["app", "second"]);
    project.declare("prod-01", placeOf(1), ["app", "second"]);
    const { code, stdout, stderr } = await project.run("up", "--resume", "--json");
    assert.deepEqual(
      { code, ...resultIn(stdout) },
      {
        code: 0,
        command: "up",
        stacks: names.map((_, index) =>
          // The stack itself was made before it failed.
          created(index, index === 0 ? { changes: { create: 16 } } : { message: made }),
        ),
      },
      stderr,
    );
    assert.deepEqual(lines(stderr), [
      `runs prod-00; ${size - 1} were done before`,
      "changed since the last run, and run as they are now: prod-00",
      "done, but changed since: name them with --stacks to run them again: prod-01",
      "prod-00: begun",
      "prod-00: 16 create in … s",
      `${size} stacks: ${size} done; … s`,
    ]);
  });

  it("has nothing left to do after that", async () => {
    const { code, stderr } = await project.run("up", "--resume");
    assert.deepEqual(
      { code, said: lines(stderr) },
      {
        code: 0,
        said: [
          `nothing is left to do; ${size} were done before`,
          "done, but changed since: name them with --stacks to run them again: prod-01",
          `${size} stacks: ${size} done; … s`,
        ],
      },
    );
  });

  it("verifies each stack in its own account, and names what is not as declared", async () => {
    const { code, stdout, stderr } = await project.run("verify", "--stacks", "prod-*", "--json");
    assert.deepEqual(
      { code, ...resultIn(stdout) },
      {
        code: 1,
        command: "verify",
        stacks: names.map((_, index) =>
          created(index, {
            changes: {},
            ...(index === 1 && {
              status: "findings",
              message: 'prod-01: workload second: got declared only, want it deployed; run "pulumi up"',
            }),
          }),
        ),
      },
      stderr,
    );
  });

  const isEmpty = (list: readonly unknown[]) => list.length === 0;
  const processes = () => eventually(() => processesOf(project.folder), isEmpty);

  /** Starts an update that makes something in each of some stacks, and comes back once the first one is at it. */
  async function updateUnderWay(more: string, ...args: string[]) {
    for (const index of [1, 2, 3]) project.declare(nameOf(index), placeOf(index), ["app", "second", more]);
    project.forgetRuns();
    const command = project.start("up", "--stacks", "prod-01,prod-02,prod-03", ...args);
    const ended = outcomeOf(command);
    const creating = await eventually(
      () => Promise.resolve(project.log("prod-01")),
      (log) => / creating /.test(log),
    );
    assert.match(creating, / creating /);
    return { command, ended };
  }

  it("ends cleanly on Ctrl-C, with no lock, no process and the rest not begun", async () => {
    const { command, ended } = await updateUnderWay("third", "--max", "1", "--json");
    command.kill("SIGINT");
    const { code, stdout, stderr } = await ended;
    assert.deepEqual(
      { code, ...resultIn(stdout) },
      {
        code: 130,
        command: "up",
        stacks: [
          created(1, { status: "interrupted", changes: {} }),
          created(2, { status: "not begun", changes: {} }),
          created(3, { status: "not begun", changes: {} }),
        ],
      },
      stderr,
    );
    assert.deepEqual(project.locks(), []);
    assert.deepEqual(await processes(), []);
  });

  it("goes on after that with all three, and leaves nothing out", async () => {
    const { code, stdout, stderr } = await project.run("up", "--resume", "--json");
    assert.deepEqual(
      [code, ...resultIn(stdout).stacks.map(({ stack, status }) => `${stack} ${status}`)],
      [0, "prod-01 done", "prod-02 done", "prod-03 done"],
      stderr,
    );
    const owned = names.filter((_, index) => index % accounts.length === 1);
    const second = ["app", "second", "third"].map((name) => `instance-profiles-prod-01-${name}`);
    const others = owned.slice(1).map((name) => `instance-profiles-${name}-app`);
    assert.deepEqual(await workloadRoles(endpoint, accounts[1] ?? ""), [...second, ...others].sort());
  });

  it("leaves no process where somebody insists, whether or not it has come to its end by then", async () => {
    const { command, ended } = await updateUnderWay("fourth", "--max", "2");
    let left = false;
    void ended.then(() => (left = true));
    const insist = () => Promise.resolve(left || !command.kill("SIGTERM"));
    await eventually(insist, Boolean);
    const { code, stderr } = await ended;
    assert.equal(code, 143, stderr);
    assert.deepEqual(await processes(), []);
  });
});
