import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { STSClient } from "@aws-sdk/client-sts";
import { parse } from "yaml";
import { eventsOf } from "../../../../operations/review/events/eventsOf.ts";
import { limitsOfEvents } from "../../../../operations/review/events/limits.ts";
import { missingDays } from "../../../../operations/review/events/roleEvents.ts";
import { eventsTable } from "../../../../operations/review/formats/events.ts";
import { reviewMarkdown } from "../../../../operations/review/formats/markdown.ts";
import { applyCommand, hasFindings } from "../../../../operations/review/formats/summary.ts";
import { reviewStack } from "../../../../operations/review/reviewStack.ts";
import { dataEvent, event, eventFile } from "../../../../testing/cloudTrailEvents.ts";
import { target } from "../../../components/stackFixture.ts";
import { unpatchedReview } from "../formats/sampleReview.ts";
import { compileOne, lately, service, stackFile, usage } from "../reviewFixture.ts";

const roleArn = `arn:aws:iam::${target.account}:role/shop/dev/shop-dev-orders`;
const days = { since: "2026-11-19T00:00:00.000Z", until: "2026-11-21T12:00:00.000Z" };

const workload = `
access:
  # Orders as they come.
  - s3: { bucket: orders, level: readWrite } # all of it
  - sqs:
      queue: [jobs, mails]
      level: send`;

const own = { recipientAccountId: target.account };
const got = (key: number) =>
  dataEvent(roleArn, "s3", "GetObject", { bucketName: "orders", key: `in/${key}.json` }, own);
const queueUrl = `https://sqs.${target.region}.amazonaws.com/${target.account}/jobs`;
const other = roleArn.replace("orders", "other");
const records = [
  ...[1, 2, 3, 4, 5, 5].map(got),
  dataEvent(roleArn, "s3", "ListObjects", { bucketName: "orders", prefix: "in/" }, own),
  dataEvent(roleArn, "sqs", "SendMessage", { queueUrl }, { ...own, awsRegion: target.region }),
  dataEvent(other, "s3", "PutObject", { bucketName: "others", key: "1" }, own),
  event(roleArn, "apigateway", "CreateRestApi", null, own),
  dataEvent(roleArn, "s3", "GetObject", null, {
    ...own,
    errorCode: "AccessDenied",
    errorMessage: `User: x is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::archive/1" because no identity-based policy allows the s3:GetObject action`,
  }),
];

describe("the review by events", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "instance-profiles-events-"));
    writeFileSync(path.join(folder, "trail.json"), eventFile(records));
    writeFileSync(path.join(folder, "torn.json"), eventFile(records).slice(0, 100));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function review() {
    const compiled = await compileOne("orders", parse(workload));
    assert.ok(compiled);
    const sts = new STSClient({ region: target.region });
    const wanted = { account: target.account, roles: [roleArn], ...days };
    const found = await eventsOf(folder, wanted, sts, target.region, () => undefined);
    const role = {
      workload: compiled,
      own: {
        roleName: "shop-dev-orders",
        roleArn,
        instanceProfileName: "unused",
        instanceProfileArn: "unused",
      },
      usage: usage({
        s3: service("Amazon S3", lately),
        sqs: service("Amazon SQS", lately, { GetQueueUrl: undefined, GetQueueAttributes: undefined }),
      }),
      managed: {},
      atAnyAge: false,
      observed: found.ofRole(roleArn),
    };
    const file = { path: "Pulumi.dev.yaml", text: stackFile(workload) };
    const reviewed = await reviewStack([role], file, compileOne, target, days.since);
    return { ...unpatchedReview, ...reviewed, events: found.ofStack([compiled]) };
  }

  it("writes a patch with the prefix, the level and the queue that were used", async () => {
    const { patch } = await review();
    const changed = (patch ?? "").split("\n").filter((line) => /^[-+] /.test(line));
    assert.deepEqual(changed, [
      "-        - s3: { bucket: orders, level: readWrite } # all of it",
      "+        - s3: { bucket: orders, prefix: in/, level: read } # all of it",
      "-            queue: [jobs, mails]",
      "+            queue: [jobs]",
    ]);
  });

  it("says of each entry what it was used for, what was refused, and what nothing judges", async () => {
    const { workloads } = await review();
    const { events } = workloads[0] ?? {};
    assert.deepEqual(
      {
        entries: events?.entries.map(({ at, calls, resources }) => [
          at,
          calls,
          resources.length,
          resources[0]?.resource,
        ]),
        refused: events?.refused,
        unknown: events?.unknown,
      },
      {
        entries: [
          ["workloads.orders.access[0]", 7, 6, "arn:aws:s3:::orders/in/5.json"],
          ["workloads.orders.access[1]", 1, 1, `arn:aws:sqs:${target.region}:${target.account}:jobs`],
        ],
        refused: [
          {
            action: "s3:GetObject",
            resource: "arn:aws:s3:::archive/1",
            calls: 1,
            lastUsed: "2026-11-20T08:00:00Z",
            errorCode: "AccessDenied",
            isDeclared: false,
          },
        ],
        unknown: [{ event: "apigateway.amazonaws.com CreateRestApi", count: 1 }],
      },
    );
  });

  it("shows it as a table and as Markdown", async () => {
    const found = await review();
    const [table = "", ...lines] = eventsTable(found, false);
    assert.match(table, /✓ workloads\.orders\.access\[0\] +│ 7 calls +│ 2026-11-20/);
    assert.match(table, /arn:aws:s3:::orders\/in\/5\.json: 2 s3:GetObject/);
    assert.match(table, /… and 2 more resources/);
    assert.deepEqual(lines, [
      "workloads.orders: was refused s3:GetObject on arn:aws:s3:::archive/1, 1 time, last on 2026-11-20 (AccessDenied); no entry of the stack file allows it",
      "workloads.orders: 1 event apigateway.amazonaws.com CreateRestApi, which is the name of no action, so that nothing judges it",
    ]);
    const markdown = reviewMarkdown(found);
    assert.match(markdown, /### By CloudTrail's events\n\n- workloads\.orders: was refused s3:GetObject/);
    assert.match(markdown, /torn\.json ends in the middle of an event/);
  });

  it("tells what was read, and that some of it could not be", async () => {
    const found = await review();
    const { problems, ...facts } = found.events;
    assert.deepEqual(facts, {
      path: folder,
      files: 2,
      skippedFiles: 0,
      events: 11,
      ownEvents: 10,
      missingDays: [],
      dataEvents: [
        { service: "s3", reads: true, writes: true },
        { service: "sqs", reads: false, writes: true },
      ],
    });
    assert.deepEqual(problems, [`${path.join(folder, "torn.json")} ends in the middle of an event`]);
    assert.equal(hasFindings({ workloads: [], events: found.events }), true);
  });
});

describe("the limits of events", () => {
  const events = { path: "x", files: 1, skippedFiles: 0, events: 1, ownEvents: 1, problems: [] };

  it("are said of days without events, and of each service that logs data events only where that is on", () => {
    const dataEvents = [
      { service: "dynamodb", reads: false, writes: false },
      { service: "s3", reads: true, writes: true },
      { service: "sqs", reads: false, writes: true },
    ];
    assert.deepEqual(limitsOfEvents({ ...events, missingDays: ["2026-11-20"], dataEvents }).slice(0, 4), [
      "The events hold nothing of 1 day of the window (2026-11-20): nothing is called unused because they do not show it. Take the files of these days, or fewer --days.",
      "dynamodb: no data event was seen, and silence is no proof: a trail logs what happens to data only where that is switched on, if at all.",
      "s3: data events that read and that write were seen.",
      "sqs: data events that write, and none of the others were seen.",
    ]);
  });

  for (const [name, seen, since, until, expected] of [
    [
      "the first and the last day, which are there in part",
      ["2026-11-02"],
      "2026-11-01T10:00:00Z",
      "2026-11-03T10:00:00Z",
      [],
    ],
    [
      "days between",
      ["2026-11-02"],
      "2026-11-01T10:00:00Z",
      "2026-11-05T10:00:00Z",
      ["2026-11-03", "2026-11-04"],
    ],
    ["a window of a day without any", [], "2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z", ["2026-11-01"]],
    ["a window of a day with some", ["2026-11-02"], "2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z", []],
  ] as const)
    it(`find the days that are missing, of ${name}`, () => {
      assert.deepEqual(missingDays(seen, since, until), expected);
    });

  it("go with the command that applies the patch", () => {
    const shown = (path: string) =>
      applyCommand({ stack: "dev", days: 30, events: { ...events, path, missingDays: [], dataEvents: [] } });
    assert.deepEqual(
      [shown("s3://trail/AWSLogs/"), shown("my trail")],
      [
        "npx instance-profiles review --stack dev --days 30 --events s3://trail/AWSLogs/ --format patch | git apply",
        "npx instance-profiles review --stack dev --days 30 --events 'my trail' --format patch | git apply",
      ],
    );
  });
});
