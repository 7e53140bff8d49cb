import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { questionOf } from "../../../../operations/permissions/who/question.ts";
import { whoMay } from "../../../../operations/permissions/who/who.ts";
import { temporaryFolder } from "../../../sandbox/temporaryFolder.ts";
import { stackFile } from "../stackFiles.ts";

const workloads = {
  writer: { access: [{ s3: { bucket: "pictures", level: "readWrite" } }] },
  uploader: { access: [{ s3: { bucket: "pictures", prefix: "up/", level: "write" } }] },
  reader: { access: [{ s3: { bucket: "pictures", level: "read" } }] },
  elsewhere: { access: [{ s3: { bucket: "pictures-archive", level: "readWrite" } }] },
  forbidden: {
    access: [{ s3: { bucket: "pictures", level: "write" } }],
    statements: [
      { effect: "Deny", actions: ["s3:PutObject"], resources: ["arn:aws:s3:::pictures/*"] },
      { effect: "Deny", actions: ["s3:Delete*"], resources: ["arn:aws:s3:::pictures/kept/*"] },
    ],
  },
  limited: {
    permissionsBoundary: "limits",
    statements: [
      {
        actions: ["s3:*"],
        resources: ["arn:aws:s3:::pic*"],
        conditions: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
      },
    ],
  },
  bucketOnly: { statements: [{ actions: ["s3:ListBucket"], resources: ["arn:aws:s3:::pictures"] }] },
  admin: { managedPolicies: ["AdministratorAccess"] },
  shell: { managedPolicies: ["AmazonSSMManagedInstanceCore"] },
  unread: { managedPolicies: ["AmazonS3FullAccess", "account:Own"] },
  queues: {
    access: [
      { sqs: { queue: "pictures", level: "send" } },
      { secretsmanager: { secret: "pictures", level: "read" } },
      { logs: { logGroup: "/app/pictures", level: "write" } },
      { dynamodb: { table: "pictures", level: "read" } },
    ],
  },
};

describe("permissions who", () => {
  const root = temporaryFolder();

  async function answer(can: string, on?: string, own: object = workloads) {
    writeFileSync(path.join(root(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const names = Object.entries(own).map(([name, workload]) => [name.toLowerCase(), workload as unknown]);
    writeFileSync(path.join(root(), "Pulumi.dev.yaml"), stackFile(Object.fromEntries(names) as object));
    return whoMay(root(), await questionOf(can, on), "all");
  }

  const shown = async (can: string, on?: string) =>
    (await answer(can, on)).rows.map(
      ({ may, workload, through }) => `${may} ${workload} ${through.replace(`workloads.${workload}.`, "")}`,
    );

  const cases: readonly (readonly [can: string, on: string | undefined, rows: readonly string[]])[] = [
    [
      "s3:PutObject",
      "pictures",
      [
        "yes writer access[0]",
        "yes uploader access[0]",
        "no forbidden access[0]",
        "limited limited statements[0]",
        "yes admin managedPolicies[0]",
      ],
    ],
    [
      "s3:PutObject",
      "pictures-archive",
      ["yes elsewhere access[0]", "limited limited statements[0]", "yes admin managedPolicies[0]"],
    ],
    [
      "s3:PutObject",
      "arn:aws:s3:::pictures/up/x.png",
      [
        "yes writer access[0]",
        "yes uploader access[0]",
        "no forbidden access[0]",
        "limited limited statements[0]",
        "yes admin managedPolicies[0]",
      ],
    ],
    [
      "s3:PutObject",
      "arn:aws:s3:::pictures/down/x.png",
      [
        "yes writer access[0]",
        "no forbidden access[0]",
        "limited limited statements[0]",
        "yes admin managedPolicies[0]",
      ],
    ],
    [
      "S3:deleteobject",
      "pictures",
      [
        "yes writer access[0]",
        "yes uploader access[0]",
        "limited forbidden access[0]",
        "limited limited statements[0]",
        "yes admin managedPolicies[0]",
      ],
    ],
    [
      "s3:ListBucket",
      "pictures",
      [
        "yes writer access[0]",
        "yes reader access[0]",
        "limited limited statements[0]",
        "yes bucketonly statements[0]",
        "yes admin managedPolicies[0]",
      ],
    ],
    ["sqs:Send*", "pictures", ["yes admin managedPolicies[0]", "yes queues access[0]"]],
    ["secretsmanager:GetSecretValue", "pictures", ["yes admin managedPolicies[0]", "yes queues access[1]"]],
    ["logs:PutLogEvents", "/app/pictures", ["yes admin managedPolicies[0]", "yes queues access[2]"]],
    ["logs:PutLogEvents", "pictures", ["yes admin managedPolicies[0]"]],
    ["dynamodb:Query", "pictures", ["yes admin managedPolicies[0]", "yes queues access[3]"]],
    ["dynamodb:PutItem", undefined, ["yes admin managedPolicies[0]"]],
    ["ssm:GetParameter", undefined, ["yes admin managedPolicies[0]", "yes shell managedPolicies[0]"]],
  ];

  for (const [can, on, rows] of cases)
    it(`shows who may do ${can} on ${on ?? "anything"}`, async () => {
      assert.deepStrictEqual(await shown(can, on), rows);
    });

  it("says where, under which condition, and what limits it", async () => {
    const { limited, forbidden } = workloads;
    const { rows, unread, notes } = await answer("s3:DeleteObject", "pictures", { limited, forbidden });
    const place = { line: 1, column: rows[0]?.place.column ?? 0 };
    assert.deepStrictEqual(
      { rows, unread, notes },
      {
        rows: [
          {
            ...{ stack: "prod", workload: "limited", file: "Pulumi.prod.yaml", may: "limited", place },
            through: "workloads.limited.statements[0]",
            ...{ actions: ["s3:*"], resources: ["arn:aws:s3:::pic*"] },
            condition: "aws:PrincipalOrgID StringEquals o-1",
            limits: ["the permissions boundary limits, which is not in the repository, has to allow it too"],
          },
          {
            ...{ stack: "prod", workload: "forbidden", file: "Pulumi.prod.yaml", may: "limited" },
            place: { line: 1, column: rows[1]?.place.column ?? 0 },
            through: "workloads.forbidden.access[0]",
            ...{ actions: ["s3:DeleteObject"], resources: ["arn:aws:s3:::pictures/*"] },
            limits: ["the Deny of statements[1] takes a part of it, or may"],
          },
        ].map((row) => ({ ...row, stack: "dev", file: "Pulumi.dev.yaml" })),
        ...{ unread: [], notes: [] },
      },
    );
  });

  it("names policies that are not read", async () => {
    const { unread } = await answer("s3:GetObject");
    assert.deepStrictEqual(
      unread.map(({ workload, policy }) => `${workload} ${policy}`),
      ["unread AmazonS3FullAccess", "unread Own"],
    );
  });

  for (const [can, sentence] of [
    [
      "s3:PutObjects",
      /^Failure: --can "s3:PutObjects": want an action of s3; did you mean "s3:PutObject"\?$/,
    ],
    ["s4:PutObject", /^Failure: --can "s4:PutObject": want a service that IAM knows/],
    ["PutObject", /^Failure: --can "PutObject": want service:Action/],
  ] as const)
    it(`refuses to look for ${can}`, async () => {
      await assert.rejects(answer(can), sentence);
    });

  it("ends where a stack file is wrong, since the answer would leave somebody out", async () => {
    await assert.rejects(
      answer("s3:GetObject", undefined, { a: { acess: [] } }),
      /^Failure: Pulumi\.dev\.yaml: .*\n.*acess/,
    );
  });

  it("names whom a secret may let, since nobody here can read what it stands for", async () => {
    const secret = { secure: "AAAA" };
    const { rows } = await answer("s3:GetObject", "pictures", {
      hidden: { access: [{ s3: { bucket: secret, level: "read" } }] },
      prefixed: { access: [{ s3: { bucket: "pictures", prefix: secret, level: "read" } }] },
      whole: { statements: [{ actions: ["s3:Get*"], resources: [secret] }] },
      queue: { access: [{ sqs: { queue: secret, level: "send" } }] },
    });
    const limit = "only its stack knows what a secret value among the resources stands for";
    assert.deepEqual(
      rows.map(({ workload, may, limits }) => [workload, may, limits]),
      ["hidden", "prefixed", "whole"].map((workload) => [workload, "limited", [limit]]),
    );
  });
});
