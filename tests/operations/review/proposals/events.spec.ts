import assert from "node:assert/strict";
import type { Call } from "../../../../operations/cloudTrail/call.ts";
import type { TrailFacts } from "../../../../operations/cloudTrail/observed.ts";
import { reviewWorkload } from "../../../../operations/review/reviewWorkload.ts";
import type { RoleUsage } from "../../../../operations/review/usage/usage.ts";
import { target } from "../../../components/stackFixture.ts";
import { lately, orders, service, since, usage } from "../reviewFixture.ts";

const { account, region } = target;

/** A trail that shows data events of all kinds, and some of other roles. */
const trail: TrailFacts = {
  files: 1,
  skippedFiles: 0,
  events: 9,
  ownEvents: 3,
  days: [],
  dataEvents: new Map(
    ["s3", "dynamodb", "sqs"].map((name) => [name, { reads: true, writes: true }] as const),
  ),
  seenActions: new Set(["kms:Decrypt"]),
};

const call = (action: string, resource: string, changes: Partial<Call> = {}): Call => ({
  action,
  resource,
  count: 1,
  lastUsed: lately,
  ...changes,
});

const key = (name: string) => `arn:aws:s3:::orders/${name}`;
const got = (...names: readonly string[]) => names.map((name) => call("s3:GetObject", key(name)));
const sixKeys = ["in/a/1", "in/a/2", "in/b/3", "in/b/4", "in/5", "in/6"];
const list = (prefix?: string) =>
  call(
    "s3:ListBucket",
    "arn:aws:s3:::orders",
    prefix === undefined ? {} : { context: { "s3:prefix": [prefix] } },
  );
const table = (name: string) => `arn:aws:dynamodb:${region}:${account}:table/${name}`;
const queue = (name: string) => `arn:aws:sqs:${region}:${account}:${name}`;
const sent = (name: string) => call("sqs:SendMessage", queue(name));

const s3 = service("Amazon S3", lately);
const sqs = service("Amazon SQS", lately);
const dynamodb = service("Amazon DynamoDB", lately, { DescribeTable: lately });

interface Case {
  readonly name: string;
  readonly workload: string;
  readonly services: RoleUsage["services"] extends ReadonlyMap<string, infer Usage>
    ? Record<string, Usage>
    : never;
  readonly calls: readonly Call[];
  readonly trail?: Partial<TrailFacts>;
  readonly missingDays?: readonly string[];
  readonly proposals: readonly (readonly [
    at: string,
    got: string,
    want: string | undefined,
    because: string,
  ])[];
  readonly edits?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "an entry of a service in use goes whose queue was not used",
    workload: "access:\n  - sqs: { queue: jobs, level: send }\n  - sqs: { queue: mails, level: send }",
    services: {
      sqs: service("Amazon SQS", lately, { GetQueueUrl: undefined, GetQueueAttributes: undefined }),
    },
    calls: [sent("jobs")],
    proposals: [
      [
        "workloads.orders.access[1]",
        "sqs send mails",
        "nothing",
        "sqs:GetQueueUrl, sqs:GetQueueAttributes and sqs:SendMessage were not used since 2026-08-27, by the events",
      ],
    ],
    edits: ["access.1 → "],
  },
  {
    name: "a level shrinks to what the events show",
    workload: "access:\n  - dynamodb: { table: orders, level: readWrite }",
    services: { dynamodb },
    calls: [call("dynamodb:GetItem", table("orders")), call("dynamodb:DescribeTable", table("orders"))],
    proposals: [
      [
        "workloads.orders.access[0].dynamodb.level",
        "readWrite",
        "read",
        "dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem and dynamodb:BatchWriteItem were not used since 2026-08-27, by the events",
      ],
    ],
    edits: ["access.0.dynamodb.level → read"],
  },
  {
    name: "a table of a list goes that was not used",
    workload: "access:\n  - dynamodb: { table: [orders, archive], level: write }",
    services: { dynamodb },
    calls: [call("dynamodb:PutItem", table("orders")), call("dynamodb:DescribeTable", table("orders"))],
    trail: { seenActions: new Set(["dynamodb:DescribeTable"]) },
    proposals: [
      [
        "workloads.orders.access[0].dynamodb.table[1]",
        "archive",
        "nothing",
        "archive was not used since 2026-08-27, by the events",
      ],
    ],
    edits: ["access.0.dynamodb.table.1 → "],
  },
  {
    name: "a prefix of a list goes that was not used",
    workload: "access:\n  - s3: { bucket: orders, prefix: [in/, out/], level: read }",
    services: { s3 },
    calls: [...got("in/1"), list("in/")],
    proposals: [
      [
        "workloads.orders.access[0].s3.prefix[1]",
        "out/",
        "nothing",
        "out/ was not used since 2026-08-27, by the events",
      ],
    ],
    edits: ["access.0.s3.prefix.1 → "],
  },
  {
    name: "a bucket becomes the folder that was used, from five keys on",
    workload: "access:\n  - s3: { bucket: orders, level: read }",
    services: { s3 },
    calls: [...got(...sixKeys), list("in/a/")],
    proposals: [
      [
        "workloads.orders.access[0].s3.bucket",
        "orders",
        "orders with prefix in/",
        "all of its 7 calls were below in/, on 6 keys, by the events",
      ],
    ],
    edits: ["access.0.s3.bucket → orders + prefix: in/"],
  },
  {
    name: "a prefix becomes a deeper one, also where there were too many keys to be kept",
    workload: "access:\n  - s3: { bucket: orders, prefix: in/, level: get }",
    services: { s3 },
    calls: [call("s3:GetObject", key("in/a/*"), { count: 9_000 })],
    proposals: [
      [
        "workloads.orders.access[0].s3.prefix",
        "in/",
        "in/a/",
        "all of its 9000 calls were below in/a/, on many keys, by the events",
      ],
    ],
    edits: ["access.0.s3.prefix → in/a/"],
  },
  ...[
    { name: "for four keys", calls: [...got(...sixKeys.slice(0, 4)), list("in/")] },
    { name: "for keys without a folder in common", calls: [...got(...sixKeys, "top"), list("in/")] },
    { name: "where all of the bucket was listed", calls: [...got(...sixKeys), list("")] },
    { name: "where it is not known what was listed", calls: [...got(...sixKeys), list()] },
  ].map(({ name, calls }) => ({
    name: `a bucket stays ${name}`,
    workload: "access:\n  - s3: { bucket: orders, level: read }",
    services: { s3 },
    calls,
    proposals: [],
  })),
  {
    name: "a bucket stays for two keys, however often they were got, put and deleted",
    workload: "access:\n  - s3: { bucket: orders, level: readWrite }",
    services: { s3 },
    calls: [
      ...["Get", "Put", "Delete"].flatMap((verb) =>
        ["in/1", "in/2"].map((name) => call(`s3:${verb}Object`, key(name))),
      ),
      list("in/"),
    ],
    proposals: [],
  },
  {
    name: "what reads is not called unused where only what writes is logged",
    workload: "access:\n  - s3: { bucket: orders, level: readWrite }",
    services: { s3 },
    calls: [call("s3:PutObject", key("a"))],
    trail: { dataEvents: new Map([["s3", { reads: false, writes: true }]]) },
    proposals: [],
  },
  {
    name: "nothing is called unused for want of events on days of which there are none",
    workload: "access:\n  - sqs: { queue: [jobs, mails], level: send }",
    services: { sqs },
    calls: [sent("jobs")],
    missingDays: ["2026-10-01"],
    proposals: [],
  },
  {
    name: "nothing is called unused where the trail shows no data events of the service",
    workload: "access:\n  - sqs: { queue: jobs, level: send }",
    services: { sqs },
    calls: [],
    trail: { dataEvents: new Map() },
    proposals: [],
  },
  {
    name: "a right that IAM saw used stays, though no event shows it",
    workload: "access:\n  - dynamodb: { table: orders, level: write }",
    services: { dynamodb },
    calls: [call("dynamodb:PutItem", table("orders"))],
    trail: { dataEvents: new Map([["dynamodb", { reads: true, writes: false }]]) },
    proposals: [],
  },
  {
    name: "the key of a bucket stays, for S3 uses it",
    workload: "access:\n  - s3: { bucket: orders, key: alias/orders, level: get }",
    services: { s3, kms: service("AWS KMS", lately) },
    calls: got("a"),
    proposals: [],
  },
  {
    name: "aliases of keys stay, for events do not tell which of them a call used",
    workload: "access:\n  - kms: { key: [alias/one, alias/two], level: decrypt }",
    services: { kms: service("AWS KMS", lately) },
    calls: [call("kms:Decrypt", `arn:aws:kms:${region}:${account}:key/k`)],
    proposals: [],
  },
  {
    name: "a secret counts as used by its name alone",
    workload: "access:\n  - secretsmanager: { secret: [dev/one, dev/two], level: read }",
    services: {
      secretsmanager: service("Secrets Manager", lately, {
        GetSecretValue: lately,
        DescribeSecret: undefined,
      }),
    },
    calls: [
      call(
        "secretsmanager:GetSecretValue",
        `arn:aws:secretsmanager:${region}:${account}:secret:dev/two-??????`,
      ),
    ],
    trail: { seenActions: new Set(["secretsmanager:GetSecretValue"]) },
    proposals: [
      [
        "workloads.orders.access[0].secretsmanager.secret[0]",
        "dev/one",
        "nothing",
        "dev/one was not used since 2026-08-27, by the events",
      ],
    ],
    edits: ["access.0.secretsmanager.secret.0 → "],
  },
  {
    name: "an action of a statement goes that was not used on its resources",
    workload:
      'statements:\n  - actions: ["sqs:SendMessage", "sqs:PurgeQueue"]\n    resources: ["arn:aws:sqs:eu-central-1:111122223333:jobs"]',
    services: { sqs },
    calls: [call("sqs:SendMessage", "arn:aws:sqs:eu-central-1:111122223333:jobs")],
    proposals: [
      [
        "workloads.orders.statements[0].actions[1]",
        "sqs:PurgeQueue",
        "nothing",
        "sqs:PurgeQueue was not used since 2026-08-27, by the events",
      ],
    ],
    edits: ["statements.0.actions.1 → "],
  },
];

describe("the proposals by events", () => {
  for (const {
    name,
    workload,
    services,
    calls,
    missingDays = [],
    proposals,
    edits = [],
    trail: facts,
  } of cases)
    it(name, async () => {
      const reviewable = {
        workload: await orders(workload),
        usage: usage(services),
        managed: {},
        atAnyAge: false,
        observed: { role: { calls, unknown: [] }, trail: { ...trail, ...facts }, missingDays },
      };
      const { planned } = await reviewWorkload(reviewable, target, since);
      const wanted = planned.filter(({ proposal }) => proposal.want !== undefined);
      assert.deepEqual(
        {
          proposals: wanted.map(({ proposal: { at, got: had, want, because } }) => [at, had, want, because]),
          edits: wanted.flatMap((plan) =>
            plan.edits.map(
              ({ path, values, added }) =>
                `${path.join(".")} → ${values.join(" ")}${added ? ` + ${added.key}: ${added.value}` : ""}`,
            ),
          ),
        },
        { proposals, edits },
      );
    });
});
