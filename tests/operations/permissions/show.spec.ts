import assert from "node:assert/strict";
import { stackAccess } from "../../../operations/permissions/show/access.ts";
import { accessTable, cell, wordsOf } from "../../../operations/permissions/show/accessTable.ts";
import { summaryOf } from "../../../operations/permissions/html/words.ts";
import { declaredIn } from "../../../operations/stackFile/declaredStacks.ts";
import { declared, stackFile } from "./stackFiles.ts";

const stack = () =>
  declared(
    {
      api: {
        access: [{ s3: { bucket: "orders", level: "readWrite" } }],
        statements: [
          { effect: "Deny", actions: ["s3:DeleteObject"], resources: ["arn:aws:s3:::orders/kept/*"] },
        ],
        attachTo: ["i-0123456789abcdef0"],
      },
      shell: { managedPolicies: ["AmazonSSMManagedInstanceCore"] },
      tagger: {
        statements: [
          {
            actions: ["ec2:DescribeTags", "iam:TagRole"],
            resources: ["*"],
            conditions: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
          },
        ],
      },
    },
    { "instance-profiles:permissionsBoundary": "limits" },
  );

const all = "it can do everything, or nearly so";
const unresolved = "not resolved: only its account knows what it allows";

/** Attached policies, what a page says of them, the columns of a matrix, and the words for each. */
const attachedRows: readonly (readonly [readonly string[], string, readonly string[], readonly string[]])[] =
  [
    [
      ["AdministratorAccess"],
      "api can do everything, or nearly so. 1 of 1 role can write, 1 can change permissions.",
      ["* LRTWP"],
      [all],
    ],
    [
      ["account:own"],
      "None of 1 role can write by what is resolved. Not resolved: own of api.",
      [],
      [unresolved],
    ],
    [
      ["account:own", "IAMFullAccess"],
      "1 of 1 role can write, 1 can change permissions. Not resolved: own of api.",
      ["iam LRTWP", "organizations LR"],
      [unresolved, "permissions management, write, tagging, read, list on iam; read, list on organizations"],
    ],
    [
      ["arn:aws:iam::999988887777:policy/AdministratorAccess"],
      "None of 1 role can write by what is resolved. Not resolved: AdministratorAccess of api.",
      [],
      [unresolved],
    ],
    [
      ["AWSDenyAll"],
      "None of 1 role can write, none can change permissions.",
      [],
      ["never all on every service"],
    ],
    [
      ["AmazonS3ReadOnlyAccess"],
      "None of 1 role can write, none can change permissions.",
      ["s3 LR", "s3-object-lambda LR"],
      ["read, list on s3, s3-object-lambda"],
    ],
  ];

describe("what the roles of a stack may do", () => {
  it("is given by workload, service, level and resource", async () => {
    const { services, workloads } = await stackAccess(await stack());
    const condition = "aws:RequestedRegion StringEquals eu-central-1";
    assert.deepEqual(
      { services, api: workloads[0]?.rights.at(-1), tagger: workloads[2]?.rights },
      {
        services: ["ec2", "ec2messages", "iam", "s3", "ssm", "ssmmessages"],
        api: {
          effect: "Deny",
          service: "s3",
          levels: ["write"],
          actions: ["s3:DeleteObject"],
          resources: ["arn:aws:s3:::orders/kept/*"],
          shownResources: ["s3://orders/kept/*"],
        },
        tagger: [
          {
            effect: "Allow",
            service: "ec2",
            levels: ["list"],
            actions: ["ec2:DescribeTags"],
            resources: ["*"],
            shownResources: ["every resource of ec2"],
            condition,
          },
          {
            effect: "Allow",
            service: "iam",
            levels: ["tagging"],
            actions: ["iam:TagRole"],
            resources: ["*"],
            shownResources: ["every resource of iam"],
            condition,
          },
        ],
      },
    );
  });

  it("is a matrix of letters with each right in words below", async () => {
    assert.deepEqual(accessTable(await stackAccess(await stack()), false).split("\n"), [
      "┌─────────────────┬─────┬─────────────┬─────┬──────┬─────┬─────────────┐",
      "│ WORKLOAD (prod) │ ec2 │ ec2messages │ iam │ s3   │ ssm │ ssmmessages │",
      "├─────────────────┼─────┼─────────────┼─────┼──────┼─────┼─────────────┤",
      "│ api             │     │             │     │ LRW! │     │             │",
      "├─────────────────┼─────┼─────────────┼─────┼──────┼─────┼─────────────┤",
      "│ shell           │     │ RW          │     │      │ LRW │ W           │",
      "├─────────────────┼─────┼─────────────┼─────┼──────┼─────┼─────────────┤",
      "│ tagger          │ L   │             │ T   │      │     │             │",
      "└─────────────────┴─────┴─────────────┴─────┴──────┴─────┴─────────────┘",
      "L list, R read, T tagging, W write, P permissions management, ! with a Deny",
      "",
      "api shop-prod-api",
      "  list on s3://orders (s3:ListBucket)",
      "  write, read on s3://orders/* (s3:GetObject, s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload)",
      "  never write on s3://orders/kept/* (s3:DeleteObject)",
      "  stays within the permissions boundary limits",
      "  is carried by i-0123456789abcdef0",
      "",
      "shell shop-prod-shell",
      "  has AmazonSSMManagedInstanceCore: write, read on ec2messages; write, read, list on ssm; write on ssmmessages",
      "  stays within the permissions boundary limits",
      "",
      "tagger shop-prod-tagger",
      "  list on every resource of ec2 where aws:RequestedRegion StringEquals eu-central-1 (ec2:DescribeTags)",
      "  tagging on every resource of iam where aws:RequestedRegion StringEquals eu-central-1 (iam:TagRole)",
      "  stays within the permissions boundary limits",
      "",
      "",
    ]);
  });

  it("says that values of environments are not read", async () => {
    const text = `{"environment":["shop/prod"],${stackFile({ api: {} }).slice(1)}`;
    const read = await declaredIn({ stack: "prod", file: "Pulumi.prod.yaml", text }, "shop");
    const note =
      'prod gets values of the environments shop/prod of Pulumi ESC, which are not in git and are not read: they may set anything. Give them with "pulumi config --json --show-secrets --stack prod" and --config.';
    const access = await stackAccess(read);
    assert.deepEqual(
      [access.notes, accessTable(access, false).split("\n").slice(-3)],
      [[note], ["", note, ""]],
    );
  });

  it("names secrets by what they are", async () => {
    const api = { access: [{ sqs: { queue: { secure: "AAAB" }, level: "send" } }] };
    const table = accessTable(await stackAccess(await declared({ api })), false);
    assert.match(table, / on sqs a secret value \(secret-[0-9a-f]{10}\) \(sqs:/);
  });

  for (const [policies, summary, columns, words] of attachedRows)
    it(`counts ${policies.join(" and ")}`, async () => {
      const access = await stackAccess(await declared({ api: { managedPolicies: policies } }));
      const [api] = access.workloads;
      assert.deepEqual(
        [
          summaryOf(access),
          api && access.services.map((service) => `${service} ${cell(api, service)}`),
          api && policies.map((_, index) => wordsOf(api, index)),
        ],
        [summary, columns, words],
      );
    });
});
