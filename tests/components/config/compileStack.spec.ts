import assert from "node:assert/strict";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { checkedStack, stackOf, target } from "../stackFixture.ts";

async function compiled(workload: Readonly<Record<string, unknown>>, values = {}): Promise<CompiledWorkload> {
  const { errors, workloads } = await checkedStack({ values: stackOf({ workload, values }) });
  assert.deepEqual(errors, []);
  assert.equal(workloads.length, 1);
  return workloads[0] as CompiledWorkload;
}

const ownTags = { Project: "shop", Stack: "dev", Environment: "dev", Workload: "orders" };

describe("compiling a workload", () => {
  it("fills in every default", async () => {
    assert.deepEqual(await compiled({ launch: { image: "al2023", instanceType: "t3.micro" } }), {
      name: "orders",
      physicalName: "shop-dev-orders",
      path: "/shop/dev/",
      assumeRolePolicy:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",' +
        '"Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
      grants: [],
      rawStatements: [],
      statements: [],
      policyDocuments: [],
      managedPolicyArns: [],
      maxSessionSeconds: 3600,
      tags: ownTags,
      launch: {
        imageId: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
        instanceType: "t3.micro",
        userDataIsSecret: false,
        httpPutResponseHopLimit: 1,
        rootVolume: { deviceName: "/dev/xvda", volumeType: "gp3" },
        monitoring: false,
      },
    });
  });

  for (const [description, tag] of [
    [
      "Takes orders (HTTP), stores them & tells others; it's safe!",
      "Takes orders HTTP stores them tells others its safe",
    ],
    ['Line one.\nLine two:\t"quoted" <x>\n', "Line one. Line two: quoted x"],
    ["Nimmt Auftr\u00e4ge an", "Nimmt Auftr\u00e4ge an"],
    ["two  spaces ", "two  spaces "],
    ["word, ".repeat(60), "word ".repeat(60).slice(0, 256)],
    ["(!)", ""],
  ] as const)
    it(`describes the role in all words, and cleans them for the tag: ${JSON.stringify(description)}`, async () => {
      const { description: whole, tags } = await compiled({ description });
      assert.deepEqual([whole, tags["Description"]], [description, tag]);
    });

  it("says in the tag alone what IAM takes in no description of a role", async () => {
    const { description, tags } = await compiled({ description: "주문을 받고 (저장해서) 알립니다" });
    assert.deepEqual([description, tags["Description"]], [undefined, "주문을 받고 저장해서 알립니다"]);
  });

  it("describes no role by nothing", async () => {
    const workload = await compiled({ description: "" });
    assert.deepEqual(["description" in workload, workload.tags["Description"]], [false, ""]);
  });

  it("uses everything that was written", async () => {
    const sqs = { queue: "orders", level: "send" };
    const sqsStatement = {
      Effect: "Allow",
      Action: ["sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:SendMessage"],
      Resource: ["arn:aws:sqs:eu-central-1:111122223333:orders"],
    };
    const rawStatement = {
      Sid: "NoPlainHttp",
      Effect: "Deny",
      Action: ["s3:*"],
      Resource: ["*"],
      Condition: {
        Bool: { "aws:SecureTransport": ["false"] },
        NumericLessThan: { "s3:TlsVersion": ["1.2", "1.3"] },
      },
    };
    const workload = await compiled(
      {
        description: "Takes orders",
        access: [{ sqs }],
        statements: [
          {
            sid: "NoPlainHttp",
            effect: "Deny",
            actions: ["s3:*"],
            resources: ["*"],
            conditions: {
              Bool: { "aws:SecureTransport": false },
              NumericLessThan: { "s3:TlsVersion": [1.2, "1.3"] },
            },
          },
        ],
        managedPolicies: ["AmazonSSMManagedInstanceCore", "account:Audit"],
        permissionsBoundary: "own-boundary",
        maxSessionHours: 12,
        tags: { Team: "orders" },
        launch: {
          image: "ami-0123456789abcdef0",
          instanceType: "m7i.large",
          userData: "echo hello",
          hopLimit: 2,
          securityGroupIds: ["sg-0123456789abcdef0"],
          rootVolume: {
            sizeGiB: 50,
            type: "gp3",
            iops: 4000,
            throughput: 250,
            kmsKey: "alias/volumes",
            deviceName: "/dev/sda1",
          },
          monitoring: true,
        },
      },
      {
        "instance-profiles:permissionsBoundary": "stack-boundary",
        "instance-profiles:tags": { Team: "shop", CostCenter: "1" },
      },
    );
    assert.deepEqual(workload, {
      name: "orders",
      physicalName: "shop-dev-orders",
      path: "/shop/dev/",
      assumeRolePolicy: workload.assumeRolePolicy,
      grants: [
        { path: "workloads.orders.access[0]", service: "sqs", entry: { sqs }, statements: [sqsStatement] },
      ],
      rawStatements: [rawStatement],
      statements: [sqsStatement, rawStatement],
      policyDocuments: [
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",' +
          '"Action":["sqs:GetQueueUrl","sqs:GetQueueAttributes","sqs:SendMessage"],' +
          '"Resource":"arn:aws:sqs:eu-central-1:111122223333:orders"},' +
          '{"Sid":"NoPlainHttp","Effect":"Deny","Action":"s3:*","Resource":"*",' +
          '"Condition":{"Bool":{"aws:SecureTransport":["false"]},"NumericLessThan":{"s3:TlsVersion":["1.2","1.3"]}}}]}',
      ],
      managedPolicyArns: [
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        "arn:aws:iam::111122223333:policy/Audit",
      ],
      permissionsBoundary: "arn:aws:iam::111122223333:policy/own-boundary",
      maxSessionSeconds: 43_200,
      description: "Takes orders",
      tags: { ...ownTags, Description: "Takes orders", Team: "orders", CostCenter: "1" },
      launch: {
        imageId: "ami-0123456789abcdef0",
        instanceType: "m7i.large",
        userData: "echo hello",
        userDataIsSecret: false,
        httpPutResponseHopLimit: 2,
        securityGroupIds: ["sg-0123456789abcdef0"],
        rootVolume: {
          deviceName: "/dev/sda1",
          volumeType: "gp3",
          sizeGiB: 50,
          iops: 4000,
          throughput: 250,
          kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:alias/volumes",
        },
        monitoring: true,
      },
    });
  });

  it("takes the boundary of the stack where the workload names none", async () => {
    const boundary = { "instance-profiles:permissionsBoundary": "arn:aws:iam::aws:policy/PowerUserAccess" };
    assert.equal(
      (await compiled({}, boundary)).permissionsBoundary,
      "arn:aws:iam::aws:policy/PowerUserAccess",
    );
  });

  it("reads user data from its file", async () => {
    const launch = { image: "al2023", instanceType: "t3.micro", userDataFile: "workloads/orders-api.sh" };
    assert.match((await compiled({ launch })).launch?.userData ?? "", /^#!\/bin\/bash\n/);
  });

  for (const [partition, region] of [
    ["aws-cn", "cn-north-1"],
    ["aws-us-gov", "us-gov-west-1"],
  ] as const) {
    it(`stays within ${partition}`, async () => {
      const workload = {
        access: [
          { s3: { bucket: "orders", level: "write" } },
          { kms: { key: "alias/orders", level: "decrypt" } },
        ],
        managedPolicies: ["ReadOnlyAccess"],
        permissionsBoundary: "boundary",
        launch: { image: "al2023", instanceType: "t3.micro", rootVolume: { kmsKey: "alias/volumes" } },
      };
      const { errors, workloads } = await checkedStack(
        { values: stackOf({ workload }) },
        { ...target, partition, region },
      );
      const arns = [...JSON.stringify(workloads).matchAll(/arn:([^:]+):/g)].map(([, found]) => found);
      assert.deepEqual(errors, []);
      assert.deepEqual([...new Set(arns)], [partition]);
    });
  }
});
