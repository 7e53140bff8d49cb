import assert from "node:assert/strict";
import { AttachRolePolicyCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import type { Verification } from "../../operations/verify/report.ts";
import { capture } from "../../commandLine/processes/run.ts";
import { heldBy, launchIn, rootOf } from "./accounts.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";

const hub = "arn:aws:iam::999999999999:role/hub";

/** Stacks of one program. The first enters its account at once, the second by a role in between. */
const places = {
  "acme-eu": {
    account: "111111111111",
    region: "eu-west-1",
    assumeRoles: [{ roleArn: "arn:aws:iam::111111111111:role/teams/deploy", sessionName: "acme" }],
  },
  "acme-us": {
    account: "222222222222",
    region: "us-east-1",
    assumeRoles: [
      { roleArn: hub, duration: "30m" },
      { roleArn: "arn:aws:iam::222222222222:role/deploy", externalId: "acme/42", tags: { Team: "shop" } },
    ],
  },
} as const;

type Stack = keyof typeof places;
const stacks = Object.keys(places) as Stack[];

/** A role of an account that trusts the hub alone, which has to say why it comes. */
async function makeDeployRole(account: string): Promise<void> {
  const { iam } = await rootOf(account, "us-east-1");
  const trusted = { Effect: "Allow", Principal: { AWS: hub } };
  const Condition = { StringEquals: { "sts:ExternalId": "acme/42" } };
  const Statement = [
    { ...trusted, Action: "sts:AssumeRole", Condition },
    { ...trusted, Action: "sts:TagSession" },
  ];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
  await iam.send(new CreateRoleCommand({ RoleName: "deploy", AssumeRolePolicyDocument }));
  const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
  await iam.send(new AttachRolePolicyCommand({ RoleName: "deploy", PolicyArn }));
}

describe("one program in several accounts", () => {
  let project: EngineProject;
  const instances: Partial<Record<Stack, string>> = {};

  const configure = (stack: Stack, assumeRoles: readonly object[] = places[stack].assumeRoles) => {
    project.configure(stack, {
      "aws:region": places[stack].region,
      "aws:assumeRoles": assumeRoles,
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": {
        orders: {
          access: [{ sqs: { queue: "orders", level: "send" } }],
          launch: { image: "al2023", instanceType: "t3.micro" },
          attachTo: [instances[stack]],
        },
      },
    });
  };
  const pulumi = (stack: Stack, ...args: string[]) => project.pulumiOrFail(...args, "--stack", stack);
  const ofEach = (work: (stack: Stack) => Promise<unknown>) => Promise.all(stacks.map(work));

  async function operation(command: string, ...args: string[]) {
    const { environment } = await engineSandbox();
    return capture("npm", ["run", "--silent", command, "--", ...args], {
      cwd: project.folder,
      env: { ...environment, INIT_CWD: undefined },
    });
  }

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await makeDeployRole(places["acme-us"].account);
    for (const stack of stacks) {
      await project.createStack(stack);
      instances[stack] = await launchIn(places[stack].account, places[stack].region);
      configure(stack);
    }
  });
  after(() => {
    project.remove();
  });

  const deployRole = (stack: Stack) => places[stack].assumeRoles.at(-1)?.roleArn;

  const own = (stack: Stack, kind: string) =>
    `arn:aws:iam::${places[stack].account}:${kind}/instance-profiles/${stack}/instance-profiles-${stack}-orders`;

  it("goes into the account and the region that each stack names, and nothing goes anywhere else", async () => {
    await ofEach((stack) => pulumi(stack, "up", "--yes", "--skip-preview"));
    for (const stack of stacks) {
      const { account, region } = places[stack];
      assert.deepEqual(await heldBy(account, region), {
        roles: [own(stack, "role"), deployRole(stack)].sort(),
        profiles: [own(stack, "instance-profile")],
        policies: [own(stack, "policy")],
        templates: [`instance-profiles-${stack}-orders`],
        associations: [[instances[stack], own(stack, "instance-profile")]],
      });
    }
    assert.deepEqual((await heldBy("999999999999", "us-east-1")).roles, [hub]);
  });

  it("has nothing left to change after a refresh", async () => {
    await ofEach((stack) => pulumi(stack, "preview", "--refresh", "--expect-no-changes"));
  });

  it("is verified in the account of each stack, with its instance", async () => {
    for (const stack of stacks) {
      const { code, stdout, stderr } = await operation("verify", "--stack", stack, "--json");
      assert.equal(code, 0, stderr);
      const { account, region, workloads } = JSON.parse(stdout) as Verification;
      assert.deepEqual(
        {
          account,
          region,
          identities: workloads.flatMap((each) => each.instances.map(({ identity }) => identity)),
        },
        {
          account: places[stack].account,
          region: places[stack].region,
          identities: [
            `assumed-role/instance-profiles-${stack}-orders/${instances[stack]}: assumed by us, not by the instance`,
          ],
        },
      );
    }
  });

  const commands: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["reviewed", ["review", "--format", "json"], /"account": ?"222222222222"/],
    ["looked back at", ["history", "orders", "--json"], /"arn": ?"arn:aws:iam::222222222222:policy\//],
    [
      "rolled back",
      ["rollback", "orders", "--to", "v1", "--yes"],
      /v1 of instance-profiles-acme-us-orders is in force/,
    ],
  ];
  for (const [done, [command = "", ...args], output] of commands) {
    it(`is ${done} in the account of the stack`, async () => {
      const { code, stdout, stderr } = await operation(command, "--stack", "acme-us", ...args);
      assert.ok(code !== 2, stderr);
      assert.match(stdout, output);
    });
  }

  it("is refused where a role is not given, and a command says why in one sentence", async () => {
    const [first, second] = places["acme-us"].assumeRoles;
    configure("acme-us", [
      { ...first, sessionName: "acme" },
      { ...second, externalId: "other/7" },
    ]);
    const preview = await project.pulumi("preview", "--stack", "acme-us");
    const { code, stdout, stderr } = await operation("verify", "--stack", "acme-us");
    configure("acme-us");
    assert.notEqual(preview.code, 0);
    assert.deepEqual(
      { code, stdout, said: stderr.trim().split("\n").at(-1) },
      {
        code: 2,
        stdout: "",
        said:
          `verify: reading your identity failed: aws:assumeRoles[1]: cannot assume ${second.roleArn}: AccessDenied: ` +
          `User: arn:aws:sts::999999999999:assumed-role/hub/acme is not authorized to perform: sts:AssumeRole on resource: ${second.roleArn}; ` +
          "correct the setting, let the role trust who assumes it, and allow them sts:AssumeRole",
      },
    );
  });

  it("leaves nothing in any account when it is destroyed", async () => {
    await ofEach((stack) => pulumi(stack, "destroy", "--yes", "--skip-preview"));
    for (const stack of stacks) {
      const { account, region } = places[stack];
      assert.deepEqual(await heldBy(account, region), {
        roles: [deployRole(stack)],
        profiles: [],
        policies: [],
        templates: [],
        associations: [],
      });
    }
  });
});
