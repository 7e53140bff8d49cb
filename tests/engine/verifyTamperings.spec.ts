import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { CreateTagsCommand, DeleteLaunchTemplateCommand } from "@aws-sdk/client-ec2";
import { CreatePolicyCommand, CreatePolicyVersionCommand, UpdateRoleCommand } from "@aws-sdk/client-iam";
import { stringify } from "yaml";
import { boundaryStatements } from "../../components/permissions/workloadBoundary.ts";
import { clientsIn } from "../../operations/clients.ts";
import { deployedStack, type DeployedStack } from "../../operations/deployedStack.ts";
import { lastUpdate } from "../../operations/history/stackUpdates.ts";
import { compare } from "../../operations/verify/compare.ts";
import { launch, terminate } from "../../sandbox/proof/instance.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { rootClients } from "./inAws.ts";
import { instanceTamperings } from "./verifyTamperings/instances.ts";
import { placeTamperings } from "./verifyTamperings/places.ts";
import { policyTamperings } from "./verifyTamperings/policies.ts";
import { roleTamperings } from "./verifyTamperings/roles.ts";
import { harmless, type Tampered } from "./verifyTamperings/tampering.ts";

const stack = "tampered";

const workloads = {
  api: {
    access: [{ sqs: { queue: "orders", level: "send" } }],
    managedPolicies: ["account:tamper-shared", "AmazonSSMManagedInstanceCore"],
    permissionsBoundary: "instance-profiles-bootstrap/instance-profiles-boundary",
    launch: { image: "al2023", instanceType: "t3.micro" },
  },
  worker: {
    access: [{ sqs: { queue: "work", level: "send" } }],
    permissionsBoundary: "tamper-limits",
  },
  plain: { access: [{ sqs: { queue: "plain", level: "send" } }] },
};

describe("what verify finds of a stack that was changed by hand", () => {
  let project: EngineProject;
  let tampered: Tampered;
  let deployed: DeployedStack;
  const outside = { ...process.env };

  before(async () => {
    project = await EngineProject.ofThisRepository();
    // The settings of the repository's own bootstrap are of no account, so it has one of its own.
    rmSync(path.join(project.folder, "bootstrap"));
    mkdirSync(path.join(project.folder, "bootstrap"));
    const settings = { "instance-profiles-bootstrap:boundaryActions": ["s3:ListAllMyBuckets"] };
    writeFileSync(
      path.join(project.folder, "bootstrap", "Pulumi.main.yaml"),
      stringify({ config: settings }),
    );
    const aws = await rootClients();
    await makePolicies(aws);
    await project.createStack(stack);
    project.configure(stack, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": workloads,
    });
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", stack);
    Object.assign(process.env, (await engineSandbox()).environment);
    deployed = await deployedStack(project.folder, stack);
    const outputs = deployed.outputs as Tampered["outputs"];
    const { launchTemplateId = "", instanceProfileArn } = outputs.api;
    tampered = { aws, outputs, instance: (await launch(aws.ec2, launchTemplateId, instanceProfileArn)).id };
  });
  after(async () => {
    for (const name of Object.keys(process.env))
      if (!(name in outside)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, outside);
    await terminate(tampered.aws.ec2, tampered.instance);
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
    project.remove();
  });

  /** What is there before the stack: policies of the account, and the boundary of bootstrap. */
  async function makePolicies({ iam }: Tampered["aws"]): Promise<void> {
    const wide = harmless.replace("s3:ListAllMyBuckets", "*");
    const Statement = boundaryStatements({ actions: ["s3:ListAllMyBuckets"] });
    const documents = {
      "/instance-profiles-bootstrap/instance-profiles-boundary": JSON.stringify({
        Version: "2012-10-17",
        Statement,
      }),
      "/tamper-limits": wide,
      "/tamper-wide": wide,
      "/tamper-other": harmless,
      "/tamper-shared": harmless.replace("ListAllMyBuckets", "ListAccessPoints"),
    };
    for (const [place, PolicyDocument] of Object.entries(documents)) {
      const slash = place.lastIndexOf("/") + 1;
      const named = { Path: place.slice(0, slash), PolicyName: place.slice(slash) };
      await iam.send(new CreatePolicyCommand({ ...named, PolicyDocument }));
    }
    const PolicyArn = "arn:aws:iam::000000000000:policy/tamper-shared";
    await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: harmless, SetAsDefault: true }),
    );
  }

  async function found(): Promise<string[]> {
    const clients = clientsIn("eu-central-1");
    const surroundings = { project: project.folder, lastUpdate: () => lastUpdate(project.folder, stack) };
    const options = { allowUnmanaged: false };
    const { findings, workloads: verdicts } = await compare(
      clients,
      deployed,
      surroundings,
      options,
      () => undefined,
    );
    return [{ name: "stack", findings }, ...verdicts].flatMap(({ name, findings: own }) =>
      own.map(({ at, got, want }) =>
        `${name} | ${at} | ${got} | ${want}`
          .replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, "TIME")
          .replace(/AIPA[0-9A-Z]+/g, "AIPA"),
      ),
    );
  }

  it("is nothing after a deployment", async () => {
    assert.deepEqual(await found(), []);
  });

  for (const { name, tamper, finds } of [
    ...roleTamperings,
    ...policyTamperings,
    ...placeTamperings,
    ...instanceTamperings,
  ])
    it(`is ${name}`, async () => {
      const undo = await tamper(tampered);
      try {
        assert.deepEqual((await found()).sort(), [...finds(tampered)].sort());
      } finally {
        await undo();
      }
    });

  it("is nothing once all of it is undone", async () => {
    assert.deepEqual(await found(), []);
  });

  // The embedded AWS takes no description of a role and no tag of a launch template away again.
  it("is a description of a role and a tag of a launch template, which are not undone here", async () => {
    const { aws, outputs } = tampered;
    const { launchTemplateId = "" } = outputs.api;
    const tag = { Key: "team", Value: "eve" };
    await aws.ec2.send(new CreateTagsCommand({ Resources: [launchTemplateId], Tags: [tag] }));
    await aws.iam.send(new UpdateRoleCommand({ RoleName: outputs.worker.roleName, Description: "mine" }));
    assert.deepEqual(await found(), [
      `api | launch template ${launchTemplateId} tag team | "eve" | none`,
      'worker | role description | "mine" | none',
    ]);
  });

  it("is a launch template that is gone, which comes back under another id", async () => {
    const { aws, outputs } = tampered;
    const { launchTemplateId = "" } = outputs.api;
    await aws.ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateId: launchTemplateId }));
    assert.deepEqual(await found(), [
      `api | launch template ${launchTemplateId} | no such template | default version 1`,
      'worker | role description | "mine" | none',
    ]);
  });
});
