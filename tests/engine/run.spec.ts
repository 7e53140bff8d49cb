import assert from "node:assert/strict";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { createInterface } from "node:readline";
import {
  DescribeInstancesCommand,
  DescribeIamInstanceProfileAssociationsCommand,
  ModifyInstanceMetadataOptionsCommand,
  ReplaceIamInstanceProfileAssociationCommand,
} from "@aws-sdk/client-ec2";
import { DeleteRolePolicyCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import type { Captured } from "../../commandLine/processes/run.ts";
import { clientsOf, type Clients } from "../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../sandbox/emulator/root.ts";
import { ClonedProject, outcomeOf } from "../../testing/clonedProject.ts";
import { programs, writeAwsCli } from "./clients/programs.ts";

const role = "instance-profiles-dev-orders-api";
const other = "instance-profiles-dev-nightly-report";
const identityOf = (name: string, instanceId: string) =>
  `arn:aws:sts::000000000000:assumed-role/${name}/${instanceId}`;

const askWho = ["aws", "sts", "get-caller-identity", "--query", "Arn", "--output", "text"];

/** The status of a request to the instance's metadata service, which a command makes that has no token. */
const askMetadata = `fetch(process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT + "/latest/meta-data/instance-id")
  .then((response) => console.log(response.status))`;

describe("a command that runs as an instance of a workload", () => {
  let clone: ClonedProject;
  let aws: Clients;
  let instance: string;
  let searchPath: string;

  before(async () => {
    clone = new ClonedProject();
    const bin = path.join(clone.folder, "aws cli");
    await writeAwsCli(bin);
    searchPath = [bin, process.env.PATH].join(path.delimiter);
    const before = await run("orders-api", "--", "true");
    assert.deepEqual(before, {
      code: 2,
      stdout: "",
      stderr: 'run: the sandbox is not running: start it with "npx instance-profiles sandbox --stack dev"\n',
    });
    const { code, stderr } = await clone.run(["up"]);
    assert.equal(code, 0, stderr);
    const { endpoint = "" } = (await clone.emulator()) ?? {};
    aws = clientsOf(endpoint, "eu-central-1", emulatorRoot);
  });
  after(async () => {
    await clone.run(["down"]);
    clone.remove();
  });

  function start(args: readonly string[], name = "run"): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [path.join(clone.folder, "bin", "main.mjs"), name, ...args], {
      cwd: clone.folder,
      env: {
        ...process.env,
        PATH: searchPath,
        INIT_CWD: undefined,
        SANDBOX_AWS_ENDPOINT: undefined,
        // What would win over the instance's own if it came through.
        AWS_ACCESS_KEY_ID: "test",
        AWS_SECRET_ACCESS_KEY: "test",
        AWS_PROFILE: "company",
        AWS_EC2_METADATA_DISABLED: "true",
      },
    });
  }

  function run(...args: string[]): Promise<Captured> {
    return outcomeOf(start(args));
  }

  /** What a command prints that has to succeed. */
  async function printed(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(...args);
    assert.equal(code, 0, stderr);
    return stdout.trim();
  }

  async function carries(profile: string): Promise<void> {
    const { IamInstanceProfileAssociations: [held] = [] } = await aws.ec2.send(
      new DescribeIamInstanceProfileAssociationsCommand({
        Filters: [
          { Name: "instance-id", Values: [instance] },
          { Name: "state", Values: ["associated"] },
        ],
      }),
    );
    await aws.ec2.send(
      new ReplaceIamInstanceProfileAssociationCommand({
        AssociationId: held?.AssociationId,
        IamInstanceProfile: { Name: profile },
      }),
    );
  }

  it("starts one, which is whom the AWS CLI says it is, and takes it again", async () => {
    const first = await run("orders-api", "--", ...askWho);
    const { Reservations = [] } = await aws.ec2.send(
      new DescribeInstancesCommand({ Filters: [{ Name: "instance-state-name", Values: ["running"] }] }),
    );
    const running = Reservations.flatMap(({ Instances = [] }) =>
      Instances.map(({ InstanceId }) => InstanceId),
    );
    instance = running[0] ?? "";
    assert.deepEqual(
      [running, first],
      [
        [instance],
        {
          code: 0,
          stdout: `${identityOf(role, instance)}\n`,
          stderr: `  started ${instance} from the launch template of orders-api\n`,
        },
      ],
    );
    assert.deepEqual(await run("orders-api", "--", ...askWho), {
      code: 0,
      stdout: `${identityOf(role, instance)}\n`,
      stderr: "",
    });
  });

  for (const [name, program] of Object.entries(programs))
    it(`is the role that the profile holds by ${name}, over a rotation and after a swap`, async () => {
      const child = start(["orders-api", "--rotate", "0", "--", ...(await program())]);
      let complaints = "";
      child.stderr.on("data", (text: Buffer) => (complaints += text.toString()));
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      const whoWithKey = async () => {
        child.stdin.write("\n");
        const { value } = await lines.next();
        assert.ok(value, complaints);
        return value.split(" ");
      };
      const told = [await whoWithKey(), await whoWithKey()];
      await carries(other);
      try {
        told.push(await whoWithKey());
      } finally {
        await carries(role);
        child.stdin.end();
      }
      await once(child, "close");
      const keys = told.map(([key = ""]) => key);
      assert.deepEqual(
        [told.map(([, arn]) => arn), new Set(keys).size, keys.every((key) => key.startsWith("ASIA"))],
        [[identityOf(role, instance), identityOf(role, instance), identityOf(other, instance)], 3, true],
        complaints,
      );
    });

  it("is the other role by the AWS CLI too once the profile is swapped", async () => {
    await carries(other);
    const swapped = await printed("orders-api", "--", ...askWho);
    await carries(role);
    assert.deepEqual(
      [swapped, await printed("orders-api", "--", ...askWho)],
      [identityOf(other, instance), identityOf(role, instance)],
    );
  });

  it("may do what the role may do, and nothing else", async () => {
    const missing = await run("orders-api", "--", "aws", "dynamodb", "scan", "--table-name", "dev-orders");
    const denied = await run("orders-api", "--", "aws", "s3api", "list-buckets");
    assert.deepEqual(
      [missing, denied].map(({ code, stderr }) => [code, /\((\w+)\)/.exec(stderr)?.[1]]),
      // The table is not there, which only who may read it is told.
      [
        [255, "ResourceNotFoundException"],
        [255, "AccessDenied"],
      ],
      missing.stderr + denied.stderr,
    );
  });

  it("is judged by the instance that it runs on", async () => {
    const scan = ["aws", "dynamodb", "scan", "--table-name", "dev-orders"];
    const errors: unknown[] = [];
    for (const id of ["i-0123456789abcdef0", instance]) {
      const unless = {
        ArnNotEquals: { "ec2:SourceInstanceARN": `arn:aws:ec2:eu-central-1:000000000000:instance/${id}` },
      };
      const Statement = { Effect: "Deny", Action: "*", Resource: "*", Condition: unless };
      const policy = { RoleName: role, PolicyName: "own-instance" };
      const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
      await aws.iam.send(new PutRolePolicyCommand({ ...policy, PolicyDocument }));
      const { stderr } = await run("orders-api", "--", ...scan);
      await aws.iam.send(new DeleteRolePolicyCommand(policy));
      errors.push(/\((\w+)\)/.exec(stderr)?.[1]);
    }
    assert.deepEqual(errors, ["AccessDeniedException", "ResourceNotFoundException"]);
  });

  it("gets nothing of the metadata service without a token, and nothing at all where that is disabled", async () => {
    const statuses = [await printed("orders-api", "--", process.execPath, "-e", askMetadata)];
    for (const HttpEndpoint of ["disabled", "enabled"] as const) {
      await aws.ec2.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId: instance, HttpEndpoint }));
      statuses.push(await printed("orders-api", "--", process.execPath, "-e", askMetadata));
    }
    assert.deepEqual(statuses, ["401", "403", "401"]);
  });

  it("holds no key", async () => {
    const noProfile = await run("orders-api", "--", "sh", "-c", "env | grep -c '^AWS_.*KEY'");
    assert.deepEqual(noProfile, { code: 1, stdout: "0\n", stderr: "" });
  });

  it("does not reach the real AWS by a client that ignores the endpoint, and is told what to do", async () => {
    const { code, stdout, stderr } = await run("image-resizer", "--", "aws", "sqs", "list-queues");
    assert.deepEqual(
      [
        code,
        stdout,
        stderr
          .split("\n")
          .slice(-3)
          .map((line) => line.replace(/\d+ times/, "N times")),
      ],
      [
        255,
        "",
        [
          "run: the sandbox refused what would have left it:",
          '  N times sqs (eu-central-1.queue.amazonaws.com): the client does not read AWS_ENDPOINT_URL; give it the endpoint, as in --endpoint-url "$AWS_ENDPOINT_URL", or take a newer one',
          "",
        ],
      ],
    );
    const helped = await run(
      ...["image-resizer", "--", "sh", "-c"],
      'aws sqs list-queues --endpoint-url "$AWS_ENDPOINT_URL"',
    );
    assert.match(helped.stderr, /^\nAn error occurred \(AccessDenied/);
  });

  for (const { args, ends } of [
    { args: ["orders-api", "--", "sh", "-c", "exit 7"], ends: [7, ""] },
    { args: ["orders-api", "--", "sh", "-c", "kill -TERM $$"], ends: [128 + 15, ""] },
    {
      args: ["orders-api", "--", "no-such-command"],
      ends: [127, "run: command not found: no-such-command\n"],
    },
    {
      args: ["orders-api", "--", "/"],
      ends: [126, "run: cannot start /: spawn / EACCES\n"],
    },
    {
      args: ["order-api", "--", "true"],
      ends: [
        2,
        'run: no workload "order-api" in dev; did you mean "orders-api"?; deployed are image-resizer, nightly-report, ops-host, orders-api\n',
      ],
    },
    {
      args: ["orders-api", "--stack", "prod", "--", "true"],
      ends: [
        2,
        'run: stack "prod" is not deployed in the sandbox: run "npx instance-profiles sandbox --stack prod"\n',
      ],
    },
    {
      args: ["orders-api", "--stack", "pord", "--", "true"],
      ends: [
        2,
        'run: no stack "pord": there is no Pulumi.pord.yaml; did you mean "prod"?; stacks are dev, prod, staging\n',
      ],
    },
    {
      args: ["orders-api"],
      ends: [2, "error: missing required argument 'command'\n(add --help for the usage)\n"],
    },
    {
      args: ["orders-api", "--rotate", "-1", "--", "true"],
      ends: [
        2,
        "error: option '--rotate <seconds>' argument '-1' is invalid. Want whole seconds from 0 to 21300.\n(add --help for the usage)\n",
      ],
    },
  ] as const)
    it(`ends with ${ends[0]} for "run ${args.join(" ")}"`, async () => {
      const { code, stderr } = await run(...args);
      assert.deepEqual([code, stderr], ends);
    });

  for (const signal of ["SIGINT", "SIGTERM"] as const)
    it(`reaches the command with ${signal}, and ends as that does`, async () => {
      const waits = `trap 'echo got it; exit 3' ${signal.slice(3)}; echo ready; while :; do sleep 0.1; done`;
      const child = start(["orders-api", "--", "sh", "-c", waits]);
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      assert.equal((await lines.next()).value, "ready");
      child.kill(signal);
      assert.equal((await lines.next()).value, "got it");
      const [code] = (await once(child, "close")) as [number];
      assert.equal(code, 3);
    });

  it("reads what its user types, in a shell too", async () => {
    const child = start(["orders-api"], "shell");
    child.stdin.end("echo $AWS_REGION; exit 4\n");
    assert.deepEqual(await outcomeOf(child), { code: 4, stdout: "eu-central-1\n", stderr: "" });
  });
});
