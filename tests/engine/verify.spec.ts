import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync } from "node:fs";
import * as path from "node:path";
import {
  CreateLaunchTemplateVersionCommand,
  DeleteLaunchTemplateVersionsCommand,
  ModifyInstanceMetadataOptionsCommand,
  ModifyLaunchTemplateCommand,
} from "@aws-sdk/client-ec2";
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import { parse } from "yaml";
import { waysToMoreRights } from "../../iam/catalogue/waysToMoreRights.ts";
import type { WorkloadOutputs } from "../../operations/deployedStack.ts";
import type { Verification } from "../../operations/verify/report.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { capture } from "../../commandLine/processes/run.ts";
import type { Clients } from "../../sandbox/proof/clients.ts";
import { launch, terminate } from "../../sandbox/proof/instance.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { rootClients } from "./inAws.ts";

const dev = parse(readFileSync(path.join(projectFolder, "Pulumi.dev.yaml"), "utf8")) as {
  config: Record<string, unknown>;
};

const account = "000000000000";
const role = (workload: string) => `instance-profiles-verified-${workload}`;
const profileArn = (workload: string) =>
  `arn:aws:iam::${account}:instance-profile/instance-profiles/verified/${role(workload)}`;

const metadata = "IMDSv2 required, hop limit 1";

describe("npm run verify", () => {
  let project: EngineProject;
  let aws: Clients;
  let instance: string;
  let outputs: Record<string, WorkloadOutputs>;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    // Verify reads user data from the folder it runs in, where a link out of it is refused.
    rmSync(path.join(project.folder, "workloads"));
    cpSync(path.join(projectFolder, "workloads"), path.join(project.folder, "workloads"), {
      recursive: true,
    });
    aws = await rootClients();
    await project.createStack("verified");
    project.configure("verified", dev.config);
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", "verified");
    const text = await project.pulumiOrFail("stack", "output", "--json", "--stack", "verified");
    outputs = (JSON.parse(text) as { workloads: typeof outputs }).workloads;
    const { launchTemplateId = "", instanceProfileArn } = of("ops-host");
    instance = (await launch(aws.ec2, launchTemplateId, instanceProfileArn)).id;
  });
  after(async () => {
    await terminate(aws.ec2, instance);
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", "verified");
    project.remove();
  });

  function of(workload: string): WorkloadOutputs {
    const own = outputs[workload];
    assert.ok(own);
    return own;
  }

  async function verify(...args: string[]) {
    const { environment } = await engineSandbox();
    const command = ["run", "--silent", "verify", "--", ...args];
    return capture("npm", command, { cwd: project.folder, env: { ...environment, INIT_CWD: undefined } });
  }

  /** What verify finds while something is broken. */
  async function findingsWhile(breaks: () => Promise<unknown>, repairs: () => Promise<unknown>) {
    await breaks();
    try {
      return await findings();
    } finally {
      await repairs();
    }
  }

  /** The exit code and, by workload, what is not as declared. */
  async function findings() {
    const { code, stdout, stderr } = await verify("--stack", "verified", "--json");
    assert.notEqual(code, 2, stderr);
    const { workloads } = JSON.parse(stdout) as Verification;
    const found = workloads.flatMap(({ name, findings: own }) =>
      own.map(({ at, got, want }) => `${name} | ${at} | ${got} | ${want}`),
    );
    return { code, found };
  }

  it("finds everything as declared after a deployment, and says who told it who the instance is", async () => {
    const { code, stdout, stderr } = await verify("--stack", "verified", "--json");
    const { workloads, ...about } = JSON.parse(stdout) as Verification;
    assert.deepEqual(
      { code, stack: about.stack, account: about.account, region: about.region },
      { code: 0, stack: "verified", account, region: "eu-central-1" },
      stderr,
    );
    assert.deepEqual(
      workloads.map(({ name, findings: own, instances }) => ({ name, own, instances })),
      ["image-resizer", "nightly-report", "ops-host", "orders-api"].map((name) => ({
        name,
        own: [],
        instances:
          name === "ops-host"
            ? [
                {
                  id: instance,
                  proved: false,
                  identity: `assumed-role/${role(name)}/${instance}: assumed by us, not by the instance`,
                  metadata,
                },
              ]
            : [],
      })),
    );
    for (const { allowed, denied } of workloads)
      assert.ok(allowed.asked > 0 && denied.asked >= waysToMoreRights.length - 3);
  });

  it("prints a table on stdout and its steps, its requests and its time on stderr", async () => {
    const { stdout, stderr } = await verify("--stack", "verified");
    assert.match(stdout, /^┌[^]*✓ image-resizer[^]*✓ orders-api[^]*┘\n$/);
    assert.match(
      stderr,
      /verifying 4 workloads in eu-central-1[^]*everything is as declared; instances not proved by themselves: 1; \d+ requests in [\d.]+ s/,
    );
  });

  it("finds an administrator, and every dangerous action that the role has by it", async () => {
    const policy = { RoleName: role("image-resizer"), PolicyName: "more" };
    const Statement = [{ Effect: "Allow", Action: "*", Resource: "*" }];
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    const result = await findingsWhile(
      () => aws.iam.send(new PutRolePolicyCommand({ ...policy, PolicyDocument })),
      () => aws.iam.send(new DeleteRolePolicyCommand(policy)),
    );
    assert.deepEqual(result, {
      code: 1,
      found: [
        "image-resizer | inline policy more | attached | no inline policy",
        ...waysToMoreRights.map(
          ({ action }) => `image-resizer | ${action} on * | allowed | denied (never declared)`,
        ),
      ],
    });
  });

  it("finds a policy that was detached, by every right that it gave", async () => {
    const name = role("ops-host");
    const PolicyArn = `arn:aws:iam::${account}:policy/instance-profiles/verified/${name}`;
    const result = await findingsWhile(
      () => aws.iam.send(new DetachRolePolicyCommand({ RoleName: name, PolicyArn })),
      () => aws.iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn })),
    );
    const denied = (rights: readonly string[], because: string) =>
      rights.map((right) => `ops-host | ${right} | denied | allowed (${because})`);
    const group = `arn:aws:logs:eu-central-1:${account}:log-group:/dev/orders-api`;
    const logs = [
      `logs:DescribeLogStreams on ${group}:proof`,
      `logs:FilterLogEvents on ${group}:proof`,
      `logs:GetLogEvents on ${group}:log-stream:proof`,
    ];
    const metrics = ["GetMetricData", "GetMetricStatistics", "ListMetrics"].map(
      (action) => `cloudwatch:${action} on *`,
    );
    assert.deepEqual(result, {
      code: 1,
      found: [
        `ops-host | policy ${PolicyArn} | not attached | attached`,
        ...denied(logs, "logs read /dev/orders-api"),
        ...denied(metrics, "cloudwatch read"),
      ],
    });
  });

  it("finds an instance that lets anybody on it have the credentials", async () => {
    const weaken = { HttpTokens: "optional", HttpPutResponseHopLimit: 2 } as const;
    const harden = { HttpTokens: "required", HttpPutResponseHopLimit: 1 } as const;
    const modify = (options: typeof weaken | typeof harden) =>
      aws.ec2.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId: instance, ...options }));
    const result = await findingsWhile(
      () => modify(weaken),
      () => modify(harden),
    );
    const at = `ops-host | instance ${instance} metadata`;
    assert.deepEqual(result, {
      code: 1,
      found: [`${at} | tokens optional | tokens required`, `${at} | hop limit 2 | hop limit 1`],
    });
  });

  it("finds a profile without its role, and one with the role of another workload", async () => {
    const InstanceProfileName = role("orders-api");
    const [own, other] = [role("orders-api"), role("image-resizer")];
    const add = (RoleName: string) =>
      aws.iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName }));
    const remove = (RoleName: string) =>
      aws.iam.send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName, RoleName }));
    const empty = await findingsWhile(
      () => remove(own),
      () => add(own),
    );
    const foreign = await findingsWhile(
      () => remove(own).then(() => add(other)),
      () => remove(other).then(() => add(own)),
    );
    const line = (got: string) => `orders-api | instance profile | ${got} | exactly the role ${own}`;
    assert.deepEqual(
      [empty, foreign],
      [
        { code: 1, found: [line("no role")] },
        {
          code: 1,
          found: [
            `image-resizer | instance profile ${profileArn("orders-api")} | holds the role too | the role in ${profileArn("image-resizer")} alone`,
            line(`the role ${other}`),
          ],
        },
      ],
    );
  });

  it("finds another default version of a launch template", async () => {
    const { launchTemplateId: LaunchTemplateId = "", launchTemplateLatestVersion: deployed = 0 } =
      of("orders-api");
    const version = { LaunchTemplateId, LaunchTemplateData: { InstanceType: "t3.nano" } } as const;
    const setDefault = (DefaultVersion: string) =>
      aws.ec2.send(new ModifyLaunchTemplateCommand({ LaunchTemplateId, DefaultVersion }));
    const result = await findingsWhile(
      async () => {
        await aws.ec2.send(new CreateLaunchTemplateVersionCommand(version));
        await setDefault("2");
      },
      async () => {
        await setDefault(String(deployed));
        await aws.ec2.send(new DeleteLaunchTemplateVersionsCommand({ LaunchTemplateId, Versions: ["2"] }));
      },
    );
    assert.deepEqual(result, {
      code: 1,
      found: [
        `orders-api | launch template ${LaunchTemplateId} | default version 2 | default version ${deployed}`,
        `orders-api | launch template ${LaunchTemplateId} version 2 | a version that no update made, which allows IMDSv1 and has no instance profile | no version after ${deployed}`,
      ],
    });
  });

  it("says in one sentence what keeps it from running, and ends with 2", async () => {
    await project.pulumi("stack", "init", "bare");
    project.configure("bare", dev.config);
    const [unknown, bare, unnamed] = [
      await verify("--stack", "nosuch"),
      await verify("--stack", "bare"),
      await verify(),
    ];
    const lastLine = ({ code, stderr }: typeof bare) => [code, stderr.trim().split("\n").pop()];
    assert.deepEqual([unknown, bare, unnamed].map(lastLine), [
      [2, 'verify: no stack "nosuch": there is no Pulumi.nosuch.yaml; stacks are bare, verified'],
      [2, 'verify: stack "bare" is not deployed: run "pulumi up --stack bare"'],
      [
        2,
        'verify: npm takes options for itself that stand before "--": run "npx instance-profiles verify" with them instead',
      ],
    ]);
  });
});
