import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import { parse } from "yaml";
import { capture } from "../../commandLine/processes/run.ts";
import { ec2TrustPolicy } from "../../components/permissions/trustPolicy.ts";
import type { Adoption } from "../../operations/workload/adopt/adoption.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import type { Clients } from "../../sandbox/proof/clients.ts";
import { terminate } from "../../sandbox/proof/instance.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { rootClients } from "./inAws.ts";
import { associateByHand, launchInstance, profilesOn } from "./instances.ts";

const stack = "adopting";
const hand = "hand-made-mailer";
const ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

const handWritten = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: ["arn:aws:s3:::invoices", "arn:aws:s3:::invoices/*"],
    },
    { Sid: "Tables", Effect: "Allow", Action: "dynamodb:ListTables", Resource: "*" },
  ],
};

const entry = {
  description: "Mails invoices",
  access: [{ s3: { bucket: "invoices", level: "read" } }],
  statements: [{ sid: "Tables", actions: ["dynamodb:ListTables"], resources: ["*"] }],
  managedPolicies: ["AmazonSSMManagedInstanceCore"],
  maxSessionHours: 2,
  tags: { Team: "shop" },
};

/** A role, a profile and an instance as somebody made them in the console. */
async function makeByHand({ iam }: Clients): Promise<void> {
  const [RoleName, InstanceProfileName] = [hand, hand];
  await iam.send(
    new CreateRoleCommand({
      RoleName,
      AssumeRolePolicyDocument: ec2TrustPolicy("aws"),
      Description: entry.description,
      MaxSessionDuration: 7200,
      Tags: [{ Key: "Team", Value: "shop" }],
    }),
  );
  const PolicyDocument = JSON.stringify(handWritten);
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "own", PolicyDocument }));
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: ssm }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(new AddRoleToInstanceProfileCommand({ RoleName, InstanceProfileName }));
}

async function removeByHand({ iam }: Clients): Promise<void> {
  const [RoleName, InstanceProfileName] = [hand, hand];
  await iam.send(new RemoveRoleFromInstanceProfileCommand({ RoleName, InstanceProfileName }));
  await iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: ssm }));
  await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: "own" }));
  await iam.send(new DeleteRoleCommand({ RoleName }));
}

describe("a role that was made by hand", () => {
  let project: EngineProject;
  let aws: Clients;
  let instance: string;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    aws = await rootClients();
    await makeByHand(aws);
    instance = await launchInstance();
    await associateByHand(instance, hand);
    await project.createStack(stack);
    project.configure(stack, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": { other: { access: [{ sns: { topic: "mails", level: "publish" } }] } },
    });
  });
  after(async () => {
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
    await terminate(aws.ec2, instance);
    await removeByHand(aws);
    project.remove();
  });

  async function adopt(...args: string[]) {
    const { environment } = await engineSandbox();
    const cli = path.join(projectFolder, "bin/main.mjs");
    return capture(process.execPath, [cli, "workload", "adopt", ...args, "--stack", stack], {
      cwd: project.folder,
      env: environment,
    });
  }

  async function adoptions(...args: string[]): Promise<readonly Adoption[]> {
    const { code, stdout, stderr } = await adopt(...args, "--json");
    assert.equal(code, 0, stderr + stdout);
    return (JSON.parse(stdout) as { adoptions: readonly Adoption[] }).adoptions;
  }

  const workloads = () => {
    const text = readFileSync(path.join(project.folder, `Pulumi.${stack}.yaml`), "utf8");
    const { config } = parse(text) as { config: Record<string, Record<string, unknown>> };
    return config["instance-profiles:workloads"] ?? {};
  };

  const attachTo = () => [{ instance, replaceExisting: true }];

  it("is written into the stack file as it is, found by its instance", async () => {
    const [adopted, ...others] = await adoptions(instance, hand, "--name", "mailer", "--yes");
    assert.deepEqual(others, []);
    assert.deepEqual(adopted?.diff.changes, []);
    assert.deepEqual(adopted.leftOut.length, 2);
    assert.deepEqual([adopted.isInPlace, adopted.instances], [false, [instance]]);
    assert.deepEqual(workloads()["mailer"], { ...entry, attachTo: attachTo() });
  });

  it("is not written again under a name that is taken", async () => {
    const { code, stderr } = await adopt(hand, "--name", "mailer", "--yes");
    assert.equal(code, 2);
    assert.match(
      stderr,
      /Pulumi\.adopting\.yaml has a workload "mailer" already: name that of the role hand-made-mailer otherwise/,
    );
  });

  it("gives its instance to a new role at the next update", async () => {
    assert.deepEqual(await profilesOn(instance), [hand]);
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", stack);
    assert.deepEqual(await profilesOn(instance), [`instance-profiles-${stack}-mailer`]);
  });

  it("comes back into a stack file that lost it, to be imported in place", async () => {
    const file = path.join(project.folder, `Pulumi.${stack}.yaml`);
    const whole = readFileSync(file, "utf8");
    const { mailer, ...others } = workloads();
    project.configure(stack, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": others,
    });
    const [adopted] = await adoptions(`instance-profiles-${stack}-mailer`, "--dry-run");
    assert.deepEqual(Object.keys(workloads()), ["other"]);
    writeFileSync(file, whole);
    assert.ok(adopted);
    assert.deepEqual(adopted.entry, mailer);
    const { diff, leftOut, isInPlace, workload } = adopted;
    assert.deepEqual(
      [workload, isInPlace, diff.changes, diff.settings, leftOut],
      ["mailer", true, [], [], []],
    );
  });

  it("is told with a near name where there is none", async () => {
    const { code, stderr } = await adopt("hand-made-mailr", "--dry-run");
    assert.equal(code, 2);
    assert.match(
      stderr,
      /no role and no instance profile is called "hand-made-mailr"; did you mean "hand-made-mailer"\?/,
    );
  });
});
