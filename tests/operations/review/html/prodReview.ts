import { notTracked } from "../../../../operations/review/notTracked.ts";
import type { Review } from "../../../../operations/review/review.ts";
import { reviewOf, service, workload } from "./reviews.ts";

const yesterday = "2026-11-24T21:40:00.000Z";
const inSpring = "2026-04-11T08:00:00.000Z";

const patch = `--- a/Pulumi.prod.yaml
+++ b/Pulumi.prod.yaml
@@ -9,9 +9,7 @@
     orders-api:
       description: Takes orders and hands them to the warehouse
       access:
-        - dynamodb: { table: prod-orders, level: readWrite }
+        - dynamodb: { table: prod-orders, level: read }
         - sqs: { queue: prod-order-events, level: send }
-        # Kept for the export that ran until spring.
-        - s3: { bucket: prod-order-exports, level: readWrite }
         - logs: { logGroup: /prod/orders-api, level: write }
       launch:
         image: al2023-arm64
@@ -41,8 +39,9 @@
       statements:
         - sid: ReadPrices
           actions:
-            - pricing:*
+            - pricing:DescribeServices
+            - pricing:GetProducts
           resources: ["*"]
-      managedPolicies: [AmazonSSMManagedInstanceCore]
       launch:
         image: ubuntu-24.04
         instanceType: m7g.large # the report needs 8 GiB; ask the data team before you make it smaller, it was out of memory twice
`;

const s3Actions = ["AbortMultipartUpload", "DeleteObject", "GetObject", "ListBucket", "PutObject"];

const describeActions = [
  ..."Addresses Images Instances InstanceStatus KeyPairs NetworkInterfaces Regions RouteTables SecurityGroups".split(
    " ",
  ),
  ..."Snapshots Subnets Tags Volumes VolumeStatus VpcEndpoints VpcPeeringConnections Vpcs".split(" "),
].map((noun) => `Describe${noun}`);

const ordersApi = workload("orders-api", {
  lastUsed: yesterday,
  verdict: "could be smaller",
  services: [
    service(
      "dynamodb",
      "Amazon DynamoDB",
      {
        used: ["DescribeTable"],
        unused: ["UpdateTimeToLive"],
        untracked: ["GetItem", "PutItem", "Query", "Scan"],
      },
      yesterday,
    ),
    service("logs", "Amazon CloudWatch Logs", { untracked: ["CreateLogStream", "PutLogEvents"] }, yesterday),
    service("s3", "Amazon S3", { unused: s3Actions }, inSpring),
    service("sqs", "Amazon SQS", { used: ["GetQueueAttributes"], untracked: ["SendMessage"] }, yesterday),
  ],
  proposals: [
    {
      at: "workloads.orders-api.access[0].dynamodb.level",
      got: "readWrite",
      want: "read",
      because: "dynamodb:UpdateTimeToLive was not used since 2026-08-27",
    },
    {
      at: "workloads.orders-api.access[2]",
      got: "s3 readWrite prod-order-exports",
      want: "nothing",
      because: "s3 readWrite prod-order-exports was not used since 2026-08-27, last on 2026-04-11",
    },
    {
      at: "workloads.orders-api.access[1].sqs.level",
      got: "send",
      because: "sqs:GetQueueUrl was not used since 2026-08-27, but AWS does not track sqs:SendMessage",
    },
  ],
  effect: {
    changes: [
      {
        kind: "loses",
        levels: ["write", "read"],
        actions: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
        resource: "s3://prod-order-exports/*",
      },
      {
        kind: "loses",
        levels: ["write"],
        actions: ["dynamodb:UpdateTimeToLive"],
        resource: "dynamodb table/prod-orders",
      },
      { kind: "loses", levels: ["list"], actions: ["s3:ListBucket"], resource: "s3://prod-order-exports" },
    ],
    widens: false,
    doubts: [],
  },
});

const nightlyReport = workload("nightly-report", {
  lastUsed: "2026-11-25T01:05:00.000Z",
  verdict: "could be smaller",
  services: [
    service(
      "ec2",
      "Amazon EC2",
      { used: describeActions.slice(0, 3), unused: describeActions.slice(3) },
      yesterday,
    ),
    service(
      "pricing",
      "AWS Price List",
      { used: ["DescribeServices", "GetProducts"], unused: ["GetAttributeValues", "GetPriceListFileUrl"] },
      yesterday,
    ),
    service("ssm", "AWS Systems Manager", { unused: ["GetParameter", "UpdateInstanceInformation"] }),
  ],
  proposals: [
    {
      at: "workloads.nightly-report.statements[0].actions[0]",
      got: "pricing:*",
      want: "pricing:DescribeServices and pricing:GetProducts",
      because:
        "2 actions (pricing:GetAttributeValues and pricing:GetPriceListFileUrl) were not used since 2026-08-27",
    },
    {
      at: "workloads.nightly-report.managedPolicies[0]",
      got: "AmazonSSMManagedInstanceCore",
      want: "nothing",
      because: "ec2messages, ssm and ssmmessages were not used since 2026-08-27",
    },
    {
      at: "workloads.nightly-report.statements[1].actions[0]",
      got: "CompareThePricesOfEveryProductThatWasSoldTodayWithThoseOfTheYearBefore",
      because: "2 actions were not used since 2026-08-27, but AWS does not track 3 of its 5 actions",
    },
  ],
  effect: {
    changes: [
      {
        kind: "narrows",
        levels: ["read"],
        actions: [
          "pricing:DescribeServices instead of pricing:*",
          "pricing:GetProducts instead of pricing:*",
        ],
        resource: "*",
      },
      { kind: "loses", levels: ["write", "read"], actions: ["ssm:GetParameter"], resource: "*" },
    ],
    widens: false,
    doubts: ["the condition aws:PrincipalTag/team could not be read"],
  },
});

/** A stack as it might be: every verdict, long names, services by the dozen, and a patch. */
export const prodReview: Review = reviewOf({
  workloads: [
    workload("batch-import", {
      createdAt: "2026-11-02T07:30:00.000Z",
      verdict: "too young",
      services: [service("s3", "Amazon S3", { untracked: s3Actions }, yesterday)],
    }),
    workload("image-resizer", {
      services: [
        service(
          "s3",
          "Amazon S3",
          { used: ["ListBucket"], untracked: ["GetObject", "PutObject"] },
          yesterday,
        ),
        service("sqs", "Amazon SQS", { untracked: ["ReceiveMessage", "DeleteMessage"] }, yesterday),
      ],
      proposals: [
        {
          at: "workloads.image-resizer.access",
          got: "2 s3 entries, [0] and [1]",
          because: "s3 was used since 2026-08-27, and AWS does not say on which of their resources",
        },
      ],
    }),
    workload("legacy-customer-statement-generator-for-the-year-end-closing", {
      lastUsed: "2026-01-03T04:00:00.000Z",
      verdict: "never used",
      services: [service("s3", "Amazon S3", { unused: s3Actions }, "2026-01-03T04:00:00.000Z")],
    }),
    nightlyReport,
    ordersApi,
    workload("ops-host", {
      services: [service("logs", "Amazon CloudWatch Logs", { used: ["FilterLogEvents"] }, yesterday)],
    }),
  ],
  notTracked,
  patch,
});
