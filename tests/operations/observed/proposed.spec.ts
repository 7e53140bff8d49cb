import assert from "node:assert/strict";
import type { Call } from "../../../operations/observed/call.ts";
import { proposed } from "../../../operations/observed/proposed.ts";

const target = { account: "111122223333", region: "eu-central-1", partition: "aws", environment: "dev" };

const here = "eu-central-1:111122223333";
const key = "1234abcd-12ab-34cd-56ef-1234567890ab";

/** Calls as `action on resource`, those of one action on one line. */
function calls(action: string, ...resources: string[]): Call[] {
  return resources.flatMap((resource) => action.split(" ").map((one) => ({ action: one, resource })));
}

const withContext = (context: Record<string, string[]>, all: readonly Call[]) =>
  all.map((call) => ({ ...call, context }));

const five = ["a", "b", "c", "d", "e"];

interface Case {
  readonly name: string;
  readonly calls: readonly Call[];
  readonly access?: readonly object[];
  readonly statements?: readonly object[];
  readonly refused?: readonly string[];
  readonly notes?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "reads of a table as its word, although that has further actions",
    calls: calls("dynamodb:GetItem", `arn:aws:dynamodb:${here}:table/orders`),
    access: [{ dynamodb: { table: "orders", level: "read" } }],
  },
  {
    name: "reads and writes of a table as one word, and the keys of items are no limit",
    calls: withContext(
      { "dynamodb:LeadingKeys": ["customer-1"] },
      calls("dynamodb:GetItem dynamodb:PutItem", `arn:aws:dynamodb:${here}:table/orders`),
    ),
    access: [{ dynamodb: { table: "orders", level: "readWrite" } }],
  },
  {
    name: "reads of an index alone as that index",
    calls: calls("dynamodb:Query", `arn:aws:dynamodb:${here}:table/orders/index/by-customer`),
    access: [{ dynamodb: { table: "orders", index: "by-customer", level: "read" } }],
  },
  {
    name: "an index with its table as the table, which has its indexes",
    calls: calls(
      "dynamodb:Query",
      `arn:aws:dynamodb:${here}:table/orders/index/by-customer`,
      `arn:aws:dynamodb:${here}:table/orders`,
    ),
    access: [{ dynamodb: { table: "orders", level: "read" } }],
  },
  {
    name: "what only looks at a table as a statement, for each word does more",
    calls: calls("dynamodb:DescribeTable", `arn:aws:dynamodb:${here}:table/orders`),
    statements: [
      {
        actions: ["dynamodb:DescribeTable"],
        resources: ["arn:aws:dynamodb:{region}:{account}:table/orders"],
      },
    ],
  },
  {
    name: "several queues of one word as a list, and one of another account by its ARN",
    calls: calls(
      "sqs:SendMessage",
      `arn:aws:sqs:${here}:orders`,
      `arn:aws:sqs:${here}:mails`,
      "arn:aws:sqs:eu-central-1:444455556666:others",
    ),
    access: [
      {
        sqs: { queue: ["arn:aws:sqs:{region}:444455556666:others", "mails", "orders"], level: "send" },
      },
    ],
  },
  {
    name: "only looking for messages without the word, which deletes them",
    calls: calls("sqs:ReceiveMessage", `arn:aws:sqs:${here}:orders`),
    statements: [{ actions: ["sqs:ReceiveMessage"], resources: ["arn:aws:sqs:{region}:{account}:orders"] }],
  },
  {
    name: "receiving and deleting messages as the word",
    calls: calls("sqs:ReceiveMessage sqs:DeleteMessage", `arn:aws:sqs:${here}:orders`),
    access: [{ sqs: { queue: "orders", level: "receive" } }],
  },
  {
    name: "a secret by its name, without the characters that Secrets Manager adds",
    calls: calls(
      "secretsmanager:GetSecretValue",
      `arn:aws:secretsmanager:${here}:secret:dev/orders/db-AbCdEf`,
    ),
    access: [{ secretsmanager: { secret: "{environment}/orders/db", level: "read" } }],
  },
  {
    name: "a batch of secrets as the word of those that it reads",
    calls: [
      ...calls("secretsmanager:BatchGetSecretValue", "*"),
      ...calls("secretsmanager:GetSecretValue", `arn:aws:secretsmanager:${here}:secret:orders/db-AbCdEf`),
    ],
    access: [{ secretsmanager: { secret: "orders/db", level: "readBatch" } }],
  },
  {
    name: "four objects of a bucket exactly",
    calls: calls("s3:GetObject", ...five.slice(1).map((name) => `arn:aws:s3:::orders/in/${name}`)),
    statements: [
      { actions: ["s3:GetObject"], resources: five.slice(1).map((name) => `arn:aws:s3:::orders/in/${name}`) },
    ],
  },
  {
    name: "five objects as the prefix that they have in common, and others exactly",
    calls: calls(
      "s3:GetObject",
      ...five.map((name) => `arn:aws:s3:::orders/in/${name}`),
      "arn:aws:s3:::orders/rates.json",
    ),
    access: [{ s3: { bucket: "orders", prefix: "in/", level: "get" } }],
    statements: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::orders/rates.json"] }],
    notes: [
      "s3:GetObject: 5 different names below arn:aws:s3:::orders/in/ were called, so that all below it are meant",
    ],
  },
  {
    name: "five objects that have no prefix in common exactly",
    calls: calls("s3:GetObject", ...five.map((name) => `arn:aws:s3:::orders/${name}`)),
    statements: [{ actions: ["s3:GetObject"], resources: five.map((name) => `arn:aws:s3:::orders/${name}`) }],
  },
  {
    name: "the list below a prefix with it",
    calls: withContext({ "s3:prefix": ["in/"] }, calls("s3:ListBucket", "arn:aws:s3:::orders")),
    access: [{ s3: { bucket: "orders", prefix: "in/", level: "list" } }],
  },
  {
    name: "the list of a whole bucket as it is",
    calls: calls("s3:ListBucket", "arn:aws:s3:::orders-111122223333-eu-central-1"),
    access: [{ s3: { bucket: "orders-{account}-{region}", level: "list" } }],
  },
  {
    name: "objects that are put and never deleted without the right to delete",
    calls: calls("s3:PutObject", ...five.map((name) => `arn:aws:s3:::orders/out/${name}`)),
    access: [{ s3: { bucket: "orders", prefix: "out/", level: "put" } }],
    notes: [
      "s3:PutObject: 5 different names below arn:aws:s3:::orders/out/ were called, so that all below it are meant",
    ],
  },
  {
    name: "parameters one by one",
    calls: calls("ssm:GetParameter", `arn:aws:ssm:${here}:parameter/orders/limit`),
    access: [{ ssm: { parameter: "/orders/limit", level: "read" } }],
  },
  {
    name: "five parameters as the path that they have in common",
    calls: calls("ssm:GetParameter", ...five.map((name) => `arn:aws:ssm:${here}:parameter/orders/${name}`)),
    access: [{ ssm: { parameter: "/orders/*", level: "read" } }],
    notes: [
      `ssm:GetParameter: 5 different names below arn:aws:ssm:${here}:parameter/orders/ were called, so that all below it are meant`,
    ],
  },
  {
    name: "parameters that are read by their path as that",
    calls: calls("ssm:GetParametersByPath", `arn:aws:ssm:${here}:parameter/orders`),
    access: [{ ssm: { parameter: "/orders/*", level: "read" } }],
  },
  {
    name: "writes to streams of a log group as the group",
    calls: calls(
      "logs:CreateLogStream logs:PutLogEvents",
      `arn:aws:logs:${here}:log-group:/orders:log-stream:i-1`,
    ),
    access: [{ logs: { logGroup: "/orders", level: "write" } }],
  },
  {
    name: "metrics with their namespace",
    calls: withContext({ "cloudwatch:namespace": ["Orders/Api"] }, calls("cloudwatch:PutMetricData", "*")),
    access: [{ cloudwatch: { namespace: "Orders/Api", level: "write" } }],
  },
  {
    name: "a key through the service that used it, and another directly",
    calls: [
      ...withContext(
        { "kms:ViaService": ["s3.eu-central-1.amazonaws.com"] },
        calls("kms:Decrypt", `arn:aws:kms:${here}:key/${key}`),
      ),
      ...calls("kms:Decrypt", `arn:aws:kms:${here}:key/9${key.slice(1)}`),
    ],
    access: [
      { kms: { key, via: "s3", level: "decrypt" } },
      { kms: { key: `9${key.slice(1)}`, level: "decrypt" } },
    ],
  },
  {
    name: "a role with the external id that it was assumed with",
    calls: withContext(
      { "sts:ExternalId": ["acme"] },
      calls("sts:AssumeRole", "arn:aws:iam::444455556666:role/reader"),
    ),
    access: [{ sts: { role: "arn:aws:iam::444455556666:role/reader", externalId: "acme", level: "assume" } }],
  },
  {
    name: "a table of the catalog, and not its database",
    calls: calls(
      "glue:GetTable",
      `arn:aws:glue:${here}:catalog`,
      `arn:aws:glue:${here}:database/sales`,
      `arn:aws:glue:${here}:table/sales/orders`,
    ),
    access: [{ glue: { database: "sales", table: "orders", level: "read" } }],
  },
  {
    name: "a database that is only looked at as a statement, for without a table the word is for all of its tables",
    calls: calls("glue:GetDatabase", `arn:aws:glue:${here}:database/sales`),
    statements: [
      { actions: ["glue:GetDatabase"], resources: ["arn:aws:glue:{region}:{account}:database/sales"] },
    ],
  },
  {
    name: "the one instance that was called, and not all by a word",
    calls: calls("ssm:UpdateInstanceInformation", `arn:aws:ec2:${here}:instance/i-0123456789abcdef0`),
    statements: [
      {
        actions: ["ssm:UpdateInstanceInformation"],
        resources: ["arn:aws:ec2:{region}:{account}:instance/i-0123456789abcdef0"],
      },
    ],
  },
  {
    name: "looking for a queue alone as a statement, for it tells not what comes",
    calls: calls("sqs:GetQueueUrl", `arn:aws:sqs:${here}:orders`),
    statements: [{ actions: ["sqs:GetQueueUrl"], resources: ["arn:aws:sqs:{region}:{account}:orders"] }],
  },
  {
    name: "the object of an access point below a prefix as the access point",
    calls: calls(
      "s3:GetObject",
      ...five.map((name) => `arn:aws:s3:${here}:accesspoint/reports/object/in/${name}`),
    ),
    access: [
      {
        s3: { bucket: "arn:aws:s3:{region}:{account}:accesspoint/reports", prefix: "in/", level: "get" },
      },
    ],
    notes: [
      `s3:GetObject: 5 different names below arn:aws:s3:${here}:accesspoint/reports/object/in/ were called, so that all below it are meant`,
    ],
  },
  {
    name: "mail by a template as one entry of both that it names",
    calls: calls(
      "ses:SendTemplatedEmail",
      `arn:aws:ses:${here}:identity/example.com`,
      `arn:aws:ses:${here}:template/receipt`,
    ),
    access: [{ ses: { identity: "example.com", template: "receipt", level: "sendTemplate" } }],
  },
  {
    name: "executions as the state machine that they are of",
    calls: calls("states:DescribeExecution", `arn:aws:states:${here}:execution:orders:1`),
    access: [{ states: { stateMachine: "orders", level: "follow" } }],
  },
  {
    name: "what the pack would refuse not at all, with its reason",
    calls: [...calls("iam:PassRole", "*"), ...calls("sns:Publish", `arn:aws:sns:${here}:orders`)],
    access: [{ sns: { topic: "orders", level: "publish" } }],
    refused: [
      'no-privilege-escalation: got Allow "iam:PassRole" on "*", want the ARNs that the workload needs',
    ],
  },
  {
    name: "no wildcard where a record does not say what was called",
    calls: calls("s3:GetObject", "*"),
    refused: ["nothing says on which resource s3:GetObject was called"],
  },
  {
    name: "no action that IAM does not know, and no key that a policy would read as a pattern",
    calls: [...calls("nowhere:Nothing", "*"), ...calls("s3:GetObject", "arn:aws:s3:::orders/what?")],
    refused: [
      "actions.0: want a service that IAM knows",
      "arn:aws:s3:::orders/what? holds a character that a policy reads as a wildcard or a variable",
    ],
  },
  {
    name: "what no word says as statements, their actions merged and in order, in IAM's spelling",
    calls: [
      ...calls("SNS:ListTopics", "*"),
      ...calls("s3:putobjecttagging s3:getobjecttagging", "arn:aws:s3:::orders/a"),
    ],
    statements: [
      {
        actions: ["s3:GetObjectTagging", "s3:PutObjectTagging"],
        resources: ["arn:aws:s3:::orders/a"],
      },
      { actions: ["sns:ListTopics"], resources: ["*"] },
    ],
  },
];

describe("a proposal", () => {
  for (const { name, calls: made, access = [], statements = [], refused = [], notes = [] } of cases)
    it(`names ${name}`, async () => {
      const found = await proposed(made, target);
      assert.deepEqual(
        {
          access: found.access.map(({ entry }) => entry),
          statements: found.statements.map(({ statement }) => statement),
          refused: found.refused.map(({ because }) => because),
          notes: found.notes,
        },
        { access, statements, refused, notes },
      );
    });

  it("says what each part is for, and which actions come along", async () => {
    const get = calls("dynamodb:GetItem", `arn:aws:dynamodb:${here}:table/orders`);
    const object = calls("s3:GetObject", "arn:aws:s3:::orders/a");
    const found = await proposed([...get, ...object, ...get], target);
    assert.deepEqual(found.access, [
      {
        entry: { dynamodb: { table: "orders", level: "read" } },
        calls: get.map((call) => ({ ...call, count: 2 })),
        further: [
          "dynamodb:BatchGetItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DescribeTable",
          "dynamodb:Query",
          "dynamodb:Scan",
        ],
      },
    ]);
    assert.deepEqual(
      found.statements.map(({ calls: of }) => of),
      [object.map((call) => ({ ...call, count: 1 }))],
    );
  });

  it("asks the levels that the pack has for the stack", async () => {
    const found = await proposed(
      calls("iam:PassRole", `arn:aws:iam::111122223333:role/a`),
      target,
      () => "disabled",
    );
    assert.deepEqual(found.refused, []);
  });
});
