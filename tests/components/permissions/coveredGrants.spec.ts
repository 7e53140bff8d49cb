import assert from "node:assert/strict";
import type { AccessEntry } from "../../../components/access/index.ts";
import { accessStatements } from "../../../components/access/index.ts";
import { coveredGrants } from "../../../components/permissions/coveredGrants.ts";
import { target } from "../stackFixture.ts";

function covered(...entries: AccessEntry[]) {
  return coveredGrants(entries.map((entry) => ({ statements: accessStatements(entry, target) })));
}

const cases: {
  readonly name: string;
  readonly entries: AccessEntry[];
  readonly covered: readonly [number, number][];
}[] = [
  {
    name: "the later of two equal grants is needless",
    entries: [{ sqs: { queue: "a", level: "send" } }, { sqs: { queue: "a", level: "send" } }],
    covered: [[1, 0]],
  },
  {
    name: "a name and the ARN of the same resource are equal",
    entries: [
      { sns: { topic: "arn:aws:sns:eu-central-1:111122223333:a", level: "publish" } },
      { sns: { topic: "a", level: "publish" } },
    ],
    covered: [[1, 0]],
  },
  {
    name: "a wider level covers a narrower one before it",
    entries: [
      { dynamodb: { table: "abc", level: "read" } },
      { dynamodb: { table: "abc", level: "readWrite" } },
    ],
    covered: [[0, 1]],
  },
  {
    name: "a bucket covers its prefixes, and a prefix those below it",
    entries: [
      { s3: { bucket: "abc", prefix: "in/x/", level: "read" } },
      { s3: { bucket: "abc", prefix: "in/", level: "read" } },
      { s3: { bucket: "abd", level: "read" } },
      { s3: { bucket: "abd", prefix: "in/", level: "read" } },
    ],
    covered: [
      [0, 1],
      [3, 2],
    ],
  },
  {
    name: "a subtree covers a parameter in it",
    entries: [{ ssm: { parameter: "/a/*", level: "read" } }, { ssm: { parameter: "/a/b", level: "read" } }],
    covered: [[1, 0]],
  },
  {
    name: "read and write side by side cover nothing",
    entries: [{ s3: { bucket: "abc", level: "read" } }, { s3: { bucket: "abc", level: "write" } }],
    covered: [],
  },
  {
    name: "other namespaces, aliases, queues and prefixes cover nothing",
    entries: [
      { cloudwatch: { namespace: "A", level: "write" } },
      { cloudwatch: { namespace: "B", level: "write" } },
      { kms: { key: "alias/a", level: "decrypt" } },
      { kms: { key: "alias/b", level: "decrypt" } },
      { kms: { key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "decrypt" } },
      { sqs: { queue: "a", level: "send" } },
      { sqs: { queue: "ab", level: "send" } },
      { s3: { bucket: "abc", prefix: "in", level: "read" } },
      { s3: { bucket: "abc", prefix: "out", level: "read" } },
      { secretsmanager: { secret: "a", level: "read" } },
      { secretsmanager: { secret: "a-bcdefg", level: "read" } },
    ],
    covered: [],
  },
];

describe("covered grants", () => {
  for (const { name, entries, covered: expected } of cases) {
    it(name, () => {
      assert.deepEqual(
        covered(...entries),
        expected.map(([needless, coveredBy]) => ({ needless, coveredBy })),
      );
    });
  }
});
