import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import program from "../../index.ts";
import { inputsOf, recordStack, typesAndNames, valueOf } from "./recordedStack.ts";

/** Runs the program of this project on a configuration. */
function run(config: Record<string, string>) {
  const recorded = recordStack("instance-profiles", "dev");
  pulumi.runtime.setAllConfig(config);
  return { recorded, finished: program() };
}

const workloads = {
  orders: {
    access: [{ sqs: { queue: "orders", level: "send" } }],
    launch: { image: "al2023", instanceType: "t3.micro" },
  },
  reports: { managedPolicies: ["AmazonSSMManagedInstanceCore"] },
};

/** What the environment of a run may say about region and secrets. */
const VARIABLES = ["AWS_REGION", "AWS_DEFAULT_REGION", "PULUMI_CONFIG_SECRET_KEYS"];

describe("the program", () => {
  let before: (string | undefined)[];

  beforeEach(() => {
    before = VARIABLES.map((name) => process.env[name]);
    for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
  });

  afterEach(() => {
    VARIABLES.forEach((name, index) => {
      Reflect.deleteProperty(process.env, name);
      if (before[index] !== undefined) process.env[name] = before[index];
    });
  });

  for (const [from, region] of [
    ["the configuration", { "aws:region": "eu-central-1" }],
    ["the provider", {}],
  ] as const) {
    it(`declares every workload and tells its names, with the region of ${from}`, async () => {
      const { recorded, finished } = run({
        ...region,
        "instance-profiles:environment": "dev",
        "instance-profiles:workloads": JSON.stringify(workloads),
      });
      const outputs = await valueOf(await finished);
      assert.deepEqual(outputs, {
        workloads: {
          orders: {
            roleName: "instance-profiles-dev-orders",
            roleArn: "arn:aws:iam/role:Role/instance-profiles-dev-orders",
            instanceProfileName: "instance-profiles-dev-orders",
            instanceProfileArn: "arn:aws:iam/instanceProfile:InstanceProfile/instance-profiles-dev-orders",
            policyArns: ["arn:aws:iam/policy:Policy/instance-profiles-dev-orders"],
            launchTemplateId: "instance-profiles-dev-orders-id",
            launchTemplateName: "instance-profiles-dev-orders",
            launchTemplateLatestVersion: 1,
          },
          reports: {
            roleName: "instance-profiles-dev-reports",
            roleArn: "arn:aws:iam/role:Role/instance-profiles-dev-reports",
            instanceProfileName: "instance-profiles-dev-reports",
            instanceProfileArn: "arn:aws:iam/instanceProfile:InstanceProfile/instance-profiles-dev-reports",
            policyArns: [],
          },
        },
      });
      assert.equal(
        recorded.find(({ type }) => type === "aws:iam/policy:Policy")?.inputs["policy"],
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",' +
          '"Action":["sqs:GetQueueUrl","sqs:GetQueueAttributes","sqs:SendMessage"],' +
          '"Resource":"arn:aws:sqs:eu-central-1:111122223333:orders"}]}',
      );
    });
  }

  it("declares nothing when the configuration has errors, and tells all of them", async () => {
    const { recorded, finished } = run({
      "aws:region": "eu-central-1",
      "instance-profiles:workloads": JSON.stringify({
        orders: { acess: [] },
        reports: { managedPolicies: ["A", "A"] },
      }),
    });
    await assert.rejects(finished, (error) => {
      assert.equal(pulumi.RunError.isInstance(error), true);
      assert.equal(
        (error as Error).message,
        [
          "The stack configuration has 3 errors:",
          "  environment: missing, want a name such as dev",
          '  workloads.orders.acess: unknown key; did you mean "access"?',
          "  workloads.reports.managedPolicies[1]: the same as managedPolicies[0]; remove one",
        ].join("\n"),
      );
      return true;
    });
    assert.deepEqual(typesAndNames(recorded), []);
  });

  it("keeps user data secret where the workloads of the stack file are, and shows none of their values", async () => {
    process.env["PULUMI_CONFIG_SECRET_KEYS"] = '["instance-profiles:workloads"]';
    const launch = { image: "al2023", instanceType: "t3.micro", userData: "echo hush" };
    const right = run({
      "instance-profiles:environment": "dev",
      "instance-profiles:workloads": JSON.stringify({ orders: { launch } }),
    });
    await valueOf(await right.finished);
    const template = inputsOf(right.recorded, "aws:ec2/launchTemplate:LaunchTemplate", "orders");
    assert.equal(typeof template["userData"], "object");

    const wrong = run({
      "instance-profiles:environment": "dev",
      "instance-profiles:workloads": JSON.stringify({ orders: { launch: { ...launch, hopLimit: "hush" } } }),
    });
    await assert.rejects(wrong.finished, {
      message:
        "The stack configuration has 1 error:\n" +
        "  workloads.orders.launch.hopLimit: got a secret value, want a whole number from 1 to 64",
    });
  });

  it("shows what the stack file has in plain text, beside what it keeps secret", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "stack-file-"));
    const home = process.cwd();
    process.chdir(folder);
    // The root of the project, as the SDK calls it where no engine runs.
    mkdirSync("rootDirectory");
    process.env["PULUMI_CONFIG_SECRET_KEYS"] = '["instance-profiles:workloads"]';
    const launch = { image: "al2023", instanceType: "t3.micro", userData: "echo plain" };
    const written = { orders: { launch, tags: { Token: { secure: "v1:AAAA:BBBB" } } } };
    const config = { "instance-profiles:environment": "dev", "instance-profiles:workloads": written };
    writeFileSync(path.join("rootDirectory", "Pulumi.dev.yaml"), JSON.stringify({ config }));
    const { recorded, finished } = run({
      "instance-profiles:environment": "dev",
      "instance-profiles:workloads": JSON.stringify({ orders: { launch, tags: { Token: "hush" } } }),
    });
    await valueOf(await finished);
    process.chdir(home);
    rmSync(folder, { recursive: true });
    const { userData, tags } = inputsOf(recorded, "aws:ec2/launchTemplate:LaunchTemplate", "orders");
    assert.equal(userData, Buffer.from("echo plain").toString("base64"));
    assert.deepEqual(Object.keys(tags as object), ["4dabf18193072939515e22adb298388d", "value"]);
  });

  it("tells of workloads that are no map", async () => {
    const { finished } = run({
      "instance-profiles:environment": "dev",
      "instance-profiles:workloads": "[orders",
    });
    await assert.rejects(finished, {
      message:
        "The stack configuration has 1 error:\n" +
        '  workloads: got "[orders", want a map with at least one workload',
    });
  });
});
