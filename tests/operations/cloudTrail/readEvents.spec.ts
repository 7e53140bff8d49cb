import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { gzipSync } from "node:zlib";
import { localFiles } from "../../../operations/cloudTrail/files/localFiles.ts";
import { readEvents } from "../../../operations/cloudTrail/readEvents.ts";
import {
  account,
  dataEvent,
  event,
  eventFile,
  placeInTrail,
  roleArn,
  writeTrail,
} from "../../../testing/cloudTrailEvents.ts";

const role = roleArn("orders-api");
const wanted = {
  account,
  roles: [role],
  since: "2026-11-01T00:00:00.000Z",
  until: "2026-11-21T00:00:00.000Z",
};

const got = dataEvent(role, "s3", "GetObject", { bucketName: "orders", key: "in/1.json" });
const call = {
  action: "s3:GetObject",
  resource: "arn:aws:s3:::orders/in/1.json",
  lastUsed: "2026-11-20T08:00:00Z",
};

describe("the reading of a trail", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "instance-profiles-events-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  const read = async () => readEvents(await localFiles(folder), wanted);
  const said = async () =>
    (await read()).problems.map((problem) => problem.replaceAll(folder + path.sep, ""));

  it("adds up the calls of the stack's roles, from files of all kinds", async () => {
    write("plain.json", eventFile([got, got]));
    write("indented.json", JSON.stringify({ Records: [got] }, undefined, 2));
    write(placeInTrail("2026-11-20", 1), gzipSync(eventFile([got])));
    write(
      placeInTrail("2026-11-19", 2, { organisation: "o-abc123" }),
      gzipSync(eventFile([event(roleArn("other"), "sqs", "ListQueues")])),
    );
    write(placeInTrail("2026-11-20", 3, { of: "444455556666" }), gzipSync(eventFile([got])));
    write(placeInTrail("2026-10-20", 4), gzipSync(eventFile([got])));
    write("notes.txt", "no events");
    const { roles, trail, problems } = await read();
    assert.deepEqual([...roles], [[role, { calls: [{ ...call, count: 4 }], unknown: [] }]]);
    assert.deepEqual(trail, {
      files: 4,
      skippedFiles: 2,
      events: 5,
      ownEvents: 4,
      days: ["2026-11-20"],
      dataEvents: new Map([["s3", { reads: true, writes: false }]]),
      seenActions: new Set(["s3:GetObject", "sqs:ListQueues"]),
    });
    assert.deepEqual(problems, []);
  });

  it("reads events whatever stands in their texts, and wherever a piece of the file ends", async () => {
    const odd = 'in/"}]{[\\ é漢😀.json';
    const many = Array.from({ length: 2_000 }, () =>
      dataEvent(role, "s3", "GetObject", { bucketName: "orders", key: odd }),
    );
    write("odd.json", eventFile(many));
    write("odd.json.gz", gzipSync(eventFile(many)));
    const { roles } = await read();
    assert.deepEqual(roles.get(role)?.calls, [
      { ...call, resource: `arn:aws:s3:::orders/${odd}`, count: 4_000 },
    ]);
  });

  it("tells calls from refusals, and lists what is no action", async () => {
    const refused = { ...got, errorCode: "AccessDenied", errorMessage: "Access Denied" };
    write("a.json", eventFile([got, refused, event(role, "apigateway", "CreateRestApi")]));
    const { roles } = await read();
    assert.deepEqual(roles.get(role), {
      calls: [
        { ...call, count: 1 },
        { ...call, count: 1, errorCode: "AccessDenied" },
      ],
      unknown: [{ event: "apigateway.amazonaws.com CreateRestApi", count: 1 }],
    });
  });

  it("keeps folders where there are too many keys", async () => {
    const of = (key: string) => dataEvent(role, "s3", "GetObject", { bucketName: "orders", key });
    const keys = Array.from({ length: 5_000 }, (_, index) => `in/${index % 7}/${index}.json`);
    write("a.json", eventFile([...keys, "top.json"].map(of)));
    const { roles } = await read();
    const found = roles.get(role)?.calls.map(({ resource, count }) => [resource, count] as const) ?? [];
    assert.deepEqual(
      [found.map(([resource]) => resource), found.reduce((sum, [, count]) => sum + count, 0)],
      [
        [
          ...Array.from({ length: 7 }, (_, index) => `arn:aws:s3:::orders/in/${index}/*`),
          "arn:aws:s3:::orders/top.json",
        ],
        5_001,
      ],
    );
  });

  it("keeps the bucket, and not what was listed of it, where there were too many lists", async () => {
    const of = (prefix: string) => dataEvent(role, "s3", "ListObjects", { bucketName: "orders", prefix });
    write("a.json", eventFile(Array.from({ length: 2_500 }, (_, index) => of(`in/${index}/`))));
    const { roles } = await read();
    assert.deepEqual(roles.get(role)?.calls, [
      { action: "s3:ListBucket", resource: "arn:aws:s3:::orders", lastUsed: call.lastUsed, count: 2_500 },
    ]);
  });

  it("reads the same trail for the same seed", async () => {
    const bytes = writeTrail(path.join(folder, "one"), 3_000, ["2026-11-19", "2026-11-20"]);
    assert.equal(writeTrail(path.join(folder, "two"), 3_000, ["2026-11-19", "2026-11-20"]), bytes);
    const one = await readEvents(await localFiles(path.join(folder, "one")), wanted);
    assert.deepEqual(await readEvents(await localFiles(path.join(folder, "two")), wanted), one);
    assert.equal(one.trail.events, 3_000);
  });

  for (const [name, content, expected] of [
    [
      "torn.json",
      eventFile([got, got]).slice(0, -200),
      "torn.json ends in the middle of an event; the 1 event before that was read",
    ],
    [
      "cut.json",
      `{"Records":[${JSON.stringify(got)}`,
      "cut.json ends before its list of events does; the 1 event before that was read",
    ],
    ["torn.json.gz", gzipSync(eventFile([got])).subarray(0, -20), "torn.json.gz ends before it is unpacked"],
    ["plain.json.gz", eventFile([got]), "plain.json.gz is not packed by gzip, or torn"],
    ["empty.json", "", 'empty.json does not begin with {"Records": and is none of CloudTrail\'s files'],
    [
      "list.json",
      JSON.stringify([got]),
      'list.json does not begin with {"Records": and is none of CloudTrail\'s files',
    ],
    [
      "looked-up.json",
      '{"Events":[{"EventId":"1"}]}',
      'looked-up.json does not begin with {"Records": and is none of CloudTrail\'s files',
    ],
    [
      "bytes.json",
      Buffer.from([0, 159, 146, 150, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
      'bytes.json does not begin with {"Records": and is none of CloudTrail\'s files',
    ],
    [
      "strange.json",
      '{"Records":[{"eventName":"GetObject"},[1],{"eventTime":"now","eventSource":"s3","eventName":"x"}]}',
      "strange.json holds 3 entries that are no event of CloudTrail",
    ],
    [
      "endless.json",
      `{"Records":[{"a":"${"x".repeat(17 * 2 ** 20)}`,
      "endless.json holds an event without an end",
    ],
  ] as const)
    it(`says of ${name} what is wrong, and reads the others`, async () => {
      write(name, content);
      write("whole.json", eventFile([got]));
      assert.deepEqual(await said(), [expected]);
      assert.ok((await read()).roles.has(role));
    });

  for (const [name, events, expected] of [
    [
      "events of another account",
      [{ ...got, recipientAccountId: "444455556666" }],
      "no event is of account 111122223333, got those of 444455556666: take the trail of the stack's account",
    ],
    [
      "events from the future",
      [got, { ...got, eventTime: "2026-11-21T00:00:01Z" }],
      "1 event of a time after 2026-11-21T00:00:00Z was not counted: look at the clock, and at where the files come from",
    ],
    [
      "events that are too old",
      [{ ...got, eventTime: "2026-10-01T00:00:00Z" }],
      "every event of account 111122223333 is older than 2026-11-01: take later files, or more --days",
    ],
  ] as const)
    it(`says that there are ${name}`, async () => {
      write("a.json", eventFile(events));
      assert.deepEqual(await said(), [expected]);
    });

  it("tells of others what they show of the trail, though most of their events are not read", async () => {
    const listed = event(roleArn("other"), "sqs", "ListQueues", null, { eventTime: "2026-11-15T08:00:00Z" });
    const put = dataEvent(roleArn("other"), "s3", "PutObject", null, { eventTime: "2026-11-16T08:00:00Z" });
    const others = [listed, listed, put, { ...listed, recipientAccountId: "444455556666" }];
    const late = ["2026-11-22T08:00:00Z", "2026-11-22T09:00:00Z"].map((eventTime) => ({
      ...listed,
      eventTime,
    }));
    write("a.json", eventFile([...others, ...late, got]));
    const { trail, problems } = await read();
    assert.deepEqual(
      [trail.events, trail.ownEvents, trail.days, [...trail.seenActions].sort(), [...trail.dataEvents]],
      [
        7,
        1,
        ["2026-11-15", "2026-11-16", "2026-11-20"],
        ["s3:GetObject", "s3:PutObject", "sqs:ListQueues"],
        [["s3", { reads: true, writes: true }]],
      ],
    );
    assert.deepEqual(problems, [
      "2 events of a time after 2026-11-21T00:00:00Z were not counted: look at the clock, and at where the files come from",
    ]);
  });

  it("says that every file is of another account", async () => {
    write(placeInTrail("2026-11-20", 3, { of: "444455556666" }), gzipSync(eventFile([got])));
    assert.deepEqual(await said(), [
      "no event of account 111122223333 was read, and 1 file of other accounts or days was left out: take the trail of the stack's account",
    ]);
  });

  it("names ten bad files, and how many more there are", async () => {
    for (let index = 10; index < 22; index++) write(`${index}.json`, "[]");
    write("whole.json", eventFile([got]));
    const problems = await said();
    assert.deepEqual([problems.length, problems.at(-1)], [11, "2 more files could not be read as a whole"]);
  });

  it("refuses a path that is not there, and a folder without files", async () => {
    await assert.rejects(localFiles(path.join(folder, "none")), {
      message: `--events: got ${path.join(folder, "none")}, which cannot be read; want a file or a folder of CloudTrail`,
    });
    await assert.rejects(localFiles(folder), {
      message: `--events: got ${folder}, which holds no file that ends in .json or .json.gz`,
    });
  });
});
