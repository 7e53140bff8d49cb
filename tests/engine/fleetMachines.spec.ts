import assert from "node:assert/strict";
import type { Machine } from "../../operations/fleet/plan/machines.ts";
import type { FleetResult } from "../../operations/fleet/outcome.ts";
import { clientsOf, type Clients } from "../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../sandbox/emulator/root.ts";
import { outcomeOf } from "../../testing/clonedProject.ts";
import { backendUrl, bucket, makeBucket, objects } from "./deployRole/stateStore.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { FleetProject } from "./fleet/fleetProject.ts";
import { eventually, processesOf, whileUpdatesHalt } from "./processesOf.ts";

const eu = { account: "555555555555", region: "eu-central-1" };
const us = { account: "666666666666", region: "us-east-1" };

const locked =
  'another update of it runs, or was killed: wait for it, or free the stack with "pulumi cancel --stack"';

describe("npm run fleet on several machines, with state in S3", () => {
  let project: FleetProject;
  let endpoint: string;
  let s3: Clients["s3"];

  before(async () => {
    ({ endpoint } = await engineSandbox());
    ({ s3 } = clientsOf(endpoint, eu.region, emulatorRoot));
    await makeBucket(s3);
    project = await FleetProject.create({ PULUMI_BACKEND_URL: backendUrl(endpoint) });
    project.declare("large", eu, ["one", "two", "three"]);
    project.declare("small-eu", eu);
    project.declare("small-us", us);
  });
  after(() => {
    project.remove();
  });

  const keys = async (part: string) =>
    [...(await objects(s3)).keys()].filter((key) => key.includes(part)).sort();
  const locks = () => keys("/locks/");

  /** How the command on one machine ended, and each stack of it. */
  const endOf = async (machine: Promise<{ code: number; stdout: string; stderr: string }>) => {
    const { code, stdout, stderr } = await machine;
    assert.notEqual(stdout, "", stderr);
    const { stacks } = JSON.parse(stdout) as FleetResult;
    return { code, ended: stacks.map(({ stack, status, message }) => [stack, status, message ?? ""]) };
  };

  it("is shared by a matrix, each machine with its own stacks and all in one bucket", async () => {
    const { stdout } = await project.run("plan", "--stacks", "*", "--machines", "2", "--json");
    const { include } = JSON.parse(stdout) as { readonly include: readonly Machine[] };
    assert.deepEqual(include, [
      { machine: 1, stacks: "large", accounts: eu.account, regions: eu.region, workloads: 3 },
      {
        machine: 2,
        stacks: "small-eu,small-us",
        accounts: `${eu.account},${us.account}`,
        regions: `${eu.region},${us.region}`,
        workloads: 2,
      },
    ]);
    const machines = include.map(({ stacks }) =>
      endOf(project.run("up", "--stacks", stacks, "--max", "1", "--json")),
    );
    const made = "made in the backend";
    assert.deepEqual(await Promise.all(machines), [
      { code: 0, ended: [["large", "done", made]] },
      {
        code: 0,
        ended: [
          ["small-eu", "done", made],
          ["small-us", "done", made],
        ],
      },
    ]);
    const states = (await keys("/stacks/")).filter((key) => key.endsWith(".json"));
    assert.deepEqual(
      [states, await locks()],
      [["large", "small-eu", "small-us"].map((name) => `.pulumi/stacks/instance-profiles/${name}.json`), []],
      bucket,
    );
  });

  it("lets no two machines update one stack, and the second goes on with it later", async () => {
    project.declare("large", eu, ["one", "two", "three", "four"]);
    const first = endOf(outcomeOf(project.start("up", "--stacks", "large", "--json")));
    assert.equal((await eventually(locks, (held) => held.length > 0)).length, 1);
    const running = await processesOf(`AWS_ENDPOINT_URL=${endpoint}`);
    const second = await whileUpdatesHalt(running, () =>
      endOf(project.run("up", "--stacks", "large,small-us", "--json")),
    );
    assert.deepEqual(second, {
      code: 2,
      ended: [
        ["large", "failed", locked],
        ["small-us", "done", ""],
      ],
    });
    assert.deepEqual(await first, { code: 0, ended: [["large", "done", ""]] });
    const { code, stdout, stderr } = await project.run("up", "--resume", "--json");
    const { stacks } = JSON.parse(stdout) as FleetResult;
    assert.deepEqual(
      [code, stacks.map(({ stack, status, changes }) => [stack, status, changes]), await locks()],
      [
        0,
        [
          ["large", "done", {}],
          ["small-us", "done", {}],
        ],
        [],
      ],
      stderr,
    );
  });
});
