import assert from "node:assert/strict";
import { stackAccess } from "../../../operations/permissions/show/access.ts";
import { accessTable } from "../../../operations/permissions/show/accessTable.ts";
import { declared } from "./stackFiles.ts";

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

describe("what the roles of a stack may do", () => {
  it("is given by workload, service, level and resource", async () => {
    const { services, workloads } = await stackAccess(await stack());
    const condition = "aws:RequestedRegion StringEquals eu-central-1";
    assert.deepEqual(
      { services, api: workloads[0]?.rights.at(-1), tagger: workloads[2]?.rights },
      {
        services: ["ec2", "iam", "s3"],
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
      "┌─────────────────┬─────┬─────┬──────┐",
      "│ WORKLOAD (prod) │ ec2 │ iam │ s3   │",
      "├─────────────────┼─────┼─────┼──────┤",
      "│ api             │     │     │ LRW! │",
      "├─────────────────┼─────┼─────┼──────┤",
      "│ shell           │     │     │      │",
      "├─────────────────┼─────┼─────┼──────┤",
      "│ tagger          │ L   │ T   │      │",
      "└─────────────────┴─────┴─────┴──────┘",
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
      "  has AmazonSSMManagedInstanceCore (rights not shown)",
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
});
