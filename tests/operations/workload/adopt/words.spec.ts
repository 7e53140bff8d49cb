import assert from "node:assert/strict";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import {
  ACCESS_SERVICES,
  type AccessEntry,
  accessStatements,
  everyGrantOf,
} from "../../../../components/access/index.ts";
import { allow, type Statement } from "../../../../iam/statement.ts";
import { diffDocuments } from "../../../../iam/diff/index.ts";
import { wordsFor } from "../../../../operations/workload/adopt/words/wordsFor.ts";
import { account, target } from "./observedRole.ts";

const bucket = "arn:aws:s3:::orders";
const queue = `arn:aws:sqs:eu-central-1:${account}:orders`;
const find = ["sqs:GetQueueUrl", "sqs:GetQueueAttributes"];
const send = [...find, "sqs:SendMessage"];
const reading: AccessEntry = { s3: { bucket: "orders", level: "read" } };
const sending: AccessEntry = { sqs: { queue: "orders", level: "send" } };

interface Case {
  readonly is: string;
  readonly given: readonly Statement[];
  readonly access?: readonly object[];
  readonly rest?: readonly Statement[];
}

const cases: readonly Case[] = [
  { is: "nothing of nothing", given: [] },
  {
    is: "a word of what one statement says together with things that no service knows",
    given: [allow(["s3:GetObject", "s3:ListBucket"], [bucket, `${bucket}/*`])],
    access: [reading],
    // Of these two AWS allows neither, which another part of the command tells.
    rest: [allow(["s3:GetObject"], [bucket]), allow(["s3:ListBucket"], [`${bucket}/*`])],
  },
  {
    is: "a word whatever the order and the case of actions",
    given: [allow(["SQS:SendMessage"], [queue]), allow([...find].reverse(), [queue])],
    access: [sending],
  },
  {
    is: "the smaller word where the larger one would give more",
    given: [allow(["s3:GetObject"], [`${bucket}/*`])],
    access: [{ s3: { bucket: "orders", level: "get" } }],
  },
  {
    is: "one word instead of two that it includes",
    given: [
      ...accessStatements(reading, target),
      ...accessStatements({ s3: { bucket: "orders", level: "write" } }, target),
    ],
    access: [{ s3: { bucket: "orders", level: "readWrite" } }],
  },
  {
    is: "no word of what is wider than any",
    given: [allow(["sqs:*"], [queue]), allow(["s3:GetObject"], ["*"])],
    rest: [allow(["sqs:*"], [queue]), allow(["s3:GetObject"], ["*"])],
  },
  {
    is: "a word beside a wider statement, if both are there in full",
    given: [allow(["sqs:*"], [queue]), allow(send, [queue])],
    access: [sending],
    rest: [allow(["sqs:*"], [queue])],
  },
  {
    is: "no word of what a condition limits that the word has not",
    given: [allow(send, [queue], { Bool: { "aws:SecureTransport": ["true"] } })],
    rest: [allow(send, [queue], { Bool: { "aws:SecureTransport": ["true"] } })],
  },
  {
    is: "no word of a Deny",
    given: [{ Effect: "Deny", Action: send, Resource: [queue] }],
    rest: [{ Effect: "Deny", Action: send, Resource: [queue] }],
  },
  {
    is: "the ARN of what is in another account",
    given: [allow(send, ["arn:aws:sqs:us-east-1:999988887777:orders"])],
    access: [{ sqs: { queue: "arn:aws:sqs:us-east-1:999988887777:orders", level: "send" } }],
  },
  {
    is: "prefixes of a bucket as one list, with the condition that lists both",
    given: [
      allow(["s3:ListBucket"], [bucket], { StringLike: { "s3:prefix": ["in/*", "out*"] } }),
      allow(["s3:GetObject"], [`${bucket}/in/*`, `${bucket}/out*`]),
    ],
    access: [{ s3: { bucket: "orders", prefix: ["in/", "out*"], level: "read" } }],
  },
  {
    is: "a word for each value of a condition",
    given: [
      allow(["s3:ListBucket"], [bucket], { StringLike: { "s3:prefix": ["in/*", "out/*"] } }),
      allow(["s3:GetObject"], [`${bucket}/in/*`]),
    ],
    access: [
      { s3: { bucket: "orders", prefix: "out/", level: "list" } },
      { s3: { bucket: "orders", prefix: "in/", level: "read" } },
    ],
  },
  {
    is: "no word for one value of a condition where no word says the others",
    given: [
      allow(["s3:ListBucket"], [bucket], { StringLike: { "s3:prefix": ["in/*", "o?t"] } }),
      allow(["s3:GetObject"], [`${bucket}/in/*`]),
    ],
    access: [{ s3: { bucket: "orders", prefix: "in/", level: "get" } }],
    rest: [allow(["s3:ListBucket"], [bucket], { StringLike: { "s3:prefix": ["in/*", "o?t"] } })],
  },
  {
    is: "the key of a resource with the resource",
    given: [
      allow(send, [queue]),
      allow(["kms:GenerateDataKey", "kms:Decrypt"], [`arn:aws:kms:eu-central-1:${account}:key/*`], {
        StringEquals: { "kms:ViaService": ["sqs.eu-central-1.amazonaws.com"] },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/orders"] },
      }),
    ],
    access: [{ sqs: { queue: "orders", key: "alias/orders", level: "send" } }],
  },
  {
    is: "what is left of a statement under its own Sid",
    given: [{ Sid: "Mine", ...allow([...send, "sqs:PurgeQueue"], [queue]) }],
    access: [sending],
    rest: [{ Sid: "Mine", ...allow(["sqs:PurgeQueue"], [queue]) }],
  },
];

describe("the words for statements", () => {
  for (const { is, given, access = [], rest = [] } of cases)
    it(`are ${is}`, () => {
      assert.deepEqual(wordsFor(given, target), { access, statements: rest });
    });

  /** What two services say in the same way; the first one that does is taken. */
  const alike: Readonly<Record<string, string>> = {
    '{"cloudwatchAgent":{"logGroup":"/orders","level":"sendLogs"}}': "logs",
    '{"cloudwatchAgent":{"logGroup":"/orders","level":"createAndSendLogs"}}': "logs",
    '{"cloudwatchAgent":{"level":"sendTraces"}}': "xray",
    '{"codedeployAgent":{"level":"install"}}': "s3",
  };

  for (const service of ACCESS_SERVICES)
    it(`are those that were compiled, of every example of ${service}`, async () => {
      for (const entry of everyGrantOf(service).filter((one) => accessEntry.safeParse(one).success)) {
        const statements = accessStatements(entry, target);
        const words = wordsFor(statements, target);
        const other = alike[JSON.stringify(entry)];
        if (other === undefined) assert.deepEqual(words, { access: [entry], statements: [] });
        else
          assert.deepEqual(
            words.access.map((one) => Object.keys(one)),
            [[other]],
          );
        const again = words.access.flatMap((one) => accessStatements(one, target));
        assert.deepEqual((await diffDocuments(statements, again)).changes, []);
      }
    });
});
