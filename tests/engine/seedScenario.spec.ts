import assert from "node:assert/strict";
import * as path from "node:path";
import { ModifyInstanceMetadataOptionsCommand } from "@aws-sdk/client-ec2";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { capture } from "../../commandLine/processes/run.ts";
import type { Verification } from "../../operations/verify/report.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { makeBucket } from "../../sandbox/proof/calls/s3.ts";
import { clientsOf, type Clients } from "../../sandbox/proof/clients.ts";
import { metadataOf } from "../../sandbox/emulator/metadataEndpoint.ts";
import { callerIdentity, metadataCredentials, terminate } from "../../sandbox/proof/instance.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { rootClients } from "./inAws.ts";
import { launchInstance, profilesOn } from "./instances.ts";

const stack = "shop";
const bucket = "scenario-pictures";
const object = { Bucket: bucket, Key: "proof.txt" };
const role = (workload: string) => `instance-profiles-${stack}-${workload}`;

const pictures = (level: string) => [{ s3: { bucket, level } }];

/** One instance from its start without a profile to a rollback: each step builds on the one before. */
describe("the life of one instance and its rights", () => {
  let project: EngineProject;
  let aws: Clients;
  let instance: string;
  let removeBucket: Awaited<ReturnType<typeof makeBucket>>;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    aws = await rootClients();
    await project.createStack(stack);
    removeBucket = await makeBucket(aws, bucket, [""], "eu-central-1");
  });
  after(async () => {
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
    await terminate(aws.ec2, instance);
    await removeBucket();
    project.remove();
  });

  const deploy = async (uploader: object, viewer: object) => {
    project.configure(stack, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "scenario",
      "instance-profiles:workloads": { uploader, viewer },
    });
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", stack);
    await project.pulumiOrFail("preview", "--stack", stack, "--expect-no-changes");
  };

  async function operation(name: string, ...args: string[]) {
    const { environment } = await engineSandbox();
    const file = (relative: string) => path.join(projectFolder, relative);
    const start = [file("bin/main.mjs"), name];
    return capture(process.execPath, [...start, "--stack", stack, ...args], {
      cwd: project.folder,
      env: environment,
    });
  }

  /** The exit code of verify, who the instance is, and what is not as declared. */
  async function verified() {
    const { code, stdout, stderr } = await operation("verify", "--json");
    assert.notEqual(code, 2, stderr);
    const { workloads } = JSON.parse(stdout) as Verification;
    return {
      code,
      identities: workloads.flatMap(({ instances }) => instances.map(({ identity }) => identity)),
      findings: workloads.flatMap(({ name, findings }) =>
        findings.map(({ at, got }) => `${name}: ${at}: ${got}`),
      ),
    };
  }

  const identityOf = (workload: string) =>
    `assumed-role/${role(workload)}/${instance}: assumed by us, not by the instance`;

  /** What the profile that the instance carries lets it do with the pictures. */
  async function rights() {
    const { endpoint } = await engineSandbox();
    const metadata = await metadataOf(endpoint, { instance });
    const own = clientsOf(endpoint, "eu-central-1", await metadataCredentials(metadata.endpoint));
    const may = async (call: Promise<unknown>) => {
      try {
        await call;
        return true;
      } catch (error) {
        assert.match(String(error), /AccessDenied/);
        return false;
      }
    };
    return {
      is: await callerIdentity(own),
      reads: await may(
        own.s3.send(new GetObjectCommand(object)).then(({ Body }) => Body?.transformToByteArray()),
      ),
      writes: await may(own.s3.send(new PutObjectCommand({ ...object, Body: "again" }))),
      deletes: await may(own.s3.send(new DeleteObjectCommand({ ...object, Key: "other.txt" }))),
    };
  }

  const arnOf = (workload: string) => `arn:aws:sts::000000000000:assumed-role/${role(workload)}/${instance}`;

  it("begins with a role and a profile for each workload, and an instance that has none", async () => {
    await deploy({ access: pictures("readWrite") }, { access: pictures("read") });
    instance = await launchInstance();
    assert.deepEqual(
      [await profilesOn(instance), await verified()],
      [[], { code: 0, identities: [], findings: [] }],
    );
  });

  it("gives the running instance a profile by an edit of the configuration", async () => {
    await deploy({ access: pictures("readWrite"), attachTo: [instance] }, { access: pictures("read") });
    assert.deepEqual(await profilesOn(instance), [role("uploader")]);
  });

  it("finds by verify that whoever started the instance left IMDSv1 on, and is content when it is off", async () => {
    const before = await verified();
    const options = { InstanceId: instance, HttpTokens: "required" } as const;
    await aws.ec2.send(new ModifyInstanceMetadataOptionsCommand(options));
    assert.deepEqual(
      [before, await verified()],
      [
        {
          code: 1,
          identities: [identityOf("uploader")],
          findings: [`uploader: instance ${instance} metadata: tokens optional`],
        },
        { code: 0, identities: [identityOf("uploader")], findings: [] },
      ],
    );
  });

  it("lets the instance read, write and delete, as its workload declares", async () => {
    assert.deepEqual(await rights(), { is: arnOf("uploader"), reads: true, writes: true, deletes: true });
  });

  it("lets it only read once another workload takes it over", async () => {
    await deploy({ access: pictures("readWrite") }, { access: pictures("read"), attachTo: [instance] });
    assert.deepEqual(
      [await profilesOn(instance), await verified(), await rights()],
      [
        [role("viewer")],
        { code: 0, identities: [identityOf("viewer")], findings: [] },
        { is: arnOf("viewer"), reads: true, writes: false, deletes: false },
      ],
    );
  });

  it("denies the call that a narrower policy no longer allows", async () => {
    await deploy({ access: pictures("readWrite"), attachTo: [instance] }, { access: pictures("read") });
    const wide = await rights();
    await deploy({ access: pictures("write"), attachTo: [instance] }, { access: pictures("read") });
    assert.deepEqual(
      [wide.reads, await rights()],
      [true, { is: arnOf("uploader"), reads: false, writes: true, deletes: true }],
    );
  });

  it("shows both versions of the policy in its history", async () => {
    const { stdout } = await operation("history", "uploader", "--json");
    const { policies } = JSON.parse(stdout) as {
      policies: {
        versions: { id: string; inForce: boolean; changes: { kind: string; resource: string }[] }[];
      }[];
    };
    assert.deepEqual(
      policies.map(({ versions }) =>
        versions.map(({ id, inForce, changes }) => [
          id,
          inForce,
          [...new Set(changes.map(({ kind }) => kind))],
        ]),
      ),
      [
        [
          ["v2", true, ["loses"]],
          ["v1", false, ["gains"]],
        ],
      ],
    );
  });

  it("allows the call again after a rollback, which verify and a refresh show", async () => {
    const { code, stderr } = await operation(
      "rollback",
      "uploader",
      "--to",
      "v1",
      "--yes",
      "--allow-widening",
    );
    assert.equal(code, 0, stderr);
    assert.deepEqual(await rights(), { is: arnOf("uploader"), reads: true, writes: true, deletes: true });
    const policy = `policy arn:aws:iam::000000000000:policy/instance-profiles/${stack}/${role("uploader")}`;
    const gain = `gains read on s3://${bucket}/* (s3:GetObject), gains list on s3://${bucket} (s3:ListBucket)`;
    const { code: found, findings } = await verified();
    assert.deepEqual([found, findings], [1, [`uploader: ${policy}: a version that ${gain}`]]);
    const preview = ["preview", "--stack", stack, "--refresh", "--expect-no-changes"];
    assert.notEqual((await project.pulumi(...preview)).code, 0);
  });

  it("is as declared again after an update with a refresh", async () => {
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--refresh", "--stack", stack);
    const { code } = await verified();
    assert.deepEqual(
      [code, await rights()],
      [0, { is: arnOf("uploader"), reads: false, writes: true, deletes: true }],
    );
  });
});
