import assert from "node:assert/strict";
import { actionNames } from "../../../iam/catalogue/catalogueActions.ts";
import { exceptions } from "../../../operations/cloudTrail/actions/exceptions.ts";
import { callsOf } from "../../../operations/cloudTrail/callsOf.ts";
import { readRecord } from "../../../operations/cloudTrail/record.ts";
import { account, dataEvent, event, roleArn } from "../../../testing/cloudTrailEvents.ts";

const role = roleArn("orders-api");
const here = `eu-central-1:${account}`;
const lastUsed = "2026-11-20T08:00:00Z";

type Expected = readonly (readonly [action: string, resource: string])[];

type Case = readonly [
  name: string,
  service: string,
  event: string,
  parameters: Record<string, unknown>,
  expected: Expected,
];

const object = { bucketName: "orders", key: "in/1.json" };
const objectArn = "arn:aws:s3:::orders/in/1.json";
const table = `arn:aws:dynamodb:${here}:table/orders`;
const queueUrl = `https://sqs.eu-central-1.amazonaws.com/${account}/jobs`;
const queue = `arn:aws:sqs:${here}:jobs`;
const worker = `arn:aws:lambda:${here}:function:worker`;

const cases: readonly Case[] = [
  ["an object that is got", "s3", "GetObject", object, [["s3:GetObject", objectArn]]],
  ["the head of an object", "s3", "HeadObject", object, [["s3:GetObject", objectArn]]],
  [
    "an earlier version of an object",
    "s3",
    "HeadObject",
    { ...object, versionId: "v1" },
    [["s3:GetObjectVersion", objectArn]],
  ],
  [
    "the head of a bucket",
    "s3",
    "HeadBucket",
    { bucketName: "orders" },
    [["s3:ListBucket", "arn:aws:s3:::orders"]],
  ],
  [
    "a list, as it is logged",
    "s3",
    "ListObjects",
    { bucketName: "orders" },
    [["s3:ListBucket", "arn:aws:s3:::orders"]],
  ],
  [
    "a list by its second version",
    "s3",
    "ListObjectsV2",
    { bucketName: "orders" },
    [["s3:ListBucket", "arn:aws:s3:::orders"]],
  ],
  ["a list of all buckets", "s3", "ListBuckets", {}, [["s3:ListAllMyBuckets", "*"]]],
  ["a part of an upload", "s3", "UploadPart", object, [["s3:PutObject", objectArn]]],
  ["the end of an upload", "s3", "CompleteMultipartUpload", object, [["s3:PutObject", objectArn]]],
  [
    "objects that are deleted at once",
    "s3",
    "DeleteObjects",
    { bucketName: "orders" },
    [["s3:DeleteObject", "arn:aws:s3:::orders/*"]],
  ],
  [
    "an object that is put with tags",
    "s3",
    "PutObject",
    { ...object, "x-amz-tagging": "a=b" },
    [
      ["s3:PutObject", objectArn],
      ["s3:PutObjectTagging", objectArn],
    ],
  ],
  [
    "a copy, which reads its source",
    "s3",
    "CopyObject",
    { ...object, "x-amz-copy-source": "/archive/old%20one.json" },
    [
      ["s3:GetObject", "arn:aws:s3:::archive/old one.json"],
      ["s3:PutObject", objectArn],
    ],
  ],
  [
    "a copy of an unknown source",
    "s3",
    "CopyObject",
    object,
    [
      ["s3:GetObject", "*"],
      ["s3:PutObject", objectArn],
    ],
  ],
  ["an item", "dynamodb", "GetItem", { tableName: "orders" }, [["dynamodb:GetItem", table]]],
  [
    "a query of an index",
    "dynamodb",
    "Query",
    { tableName: "orders", indexName: "by-customer" },
    [["dynamodb:Query", `${table}/index/by-customer`]],
  ],
  [
    "a statement of PartiQL",
    "dynamodb",
    "ExecuteStatement",
    { statement: '  select * FROM "orders" WHERE id = ***(Redacted)', tableName: "orders" },
    [["dynamodb:PartiQLSelect", table]],
  ],
  [
    "several statements of PartiQL",
    "dynamodb",
    "BatchExecuteStatement",
    {
      requestItems: [{ statement: "UPDATE orders" }, { statement: "INSERT INTO orders" }],
      tableName: "orders",
    },
    [
      ["dynamodb:PartiQLUpdate", table],
      ["dynamodb:PartiQLInsert", table],
    ],
  ],
  ["a statement that was left out", "dynamodb", "ExecuteStatement", {}, []],
  [
    "a transaction over two tables",
    "dynamodb",
    "TransactWriteItems",
    {
      requestItems: [
        { operation: "Put", tableName: table },
        { operation: "ConditionCheck", tableName: `${table}-old` },
      ],
    },
    [
      ["dynamodb:PutItem", table],
      ["dynamodb:ConditionCheckItem", `${table}-old`],
    ],
  ],
  ["a message", "sqs", "SendMessage", { queueUrl }, [["sqs:SendMessage", queue]]],
  ["messages at once", "sqs", "SendMessageBatch", { queueUrl }, [["sqs:SendMessage", queue]]],
  [
    "a message to a topic",
    "sns",
    "Publish",
    { topicArn: `arn:aws:sns:${here}:ready` },
    [["sns:Publish", `arn:aws:sns:${here}:ready`]],
  ],
  [
    "a call of a function",
    "lambda",
    "Invoke",
    { functionName: "worker" },
    [["lambda:InvokeFunction", worker]],
  ],
  [
    "a call of a function, with its version",
    "lambda",
    "Invoke20150331",
    { functionName: worker },
    [["lambda:InvokeFunction", worker]],
  ],
  [
    "a list of functions, with its version",
    "lambda",
    "ListFunctions20150331",
    {},
    [["lambda:ListFunctions", "*"]],
  ],
  [
    "a function's code, with two versions",
    "lambda",
    "UpdateFunctionCode20150331v2",
    { functionName: `${account}:function:worker` },
    [["lambda:UpdateFunctionCode", worker]],
  ],
  [
    "a distribution, with its date",
    "cloudfront",
    "GetDistribution2020_05_31",
    { id: "E1" },
    [["cloudfront:GetDistribution", "*"]],
  ],
  ["metrics", "monitoring", "PutMetricData", { namespace: "Shop" }, [["cloudwatch:PutMetricData", "*"]]],
  ["mail", "email", "SendEmail", {}, [["ses:SendEmail", "*"]]],
  [
    "a secret by its name",
    "secretsmanager",
    "GetSecretValue",
    { secretId: "dev/payment" },
    [["secretsmanager:GetSecretValue", `arn:aws:secretsmanager:${here}:secret:dev/payment-??????`]],
  ],
  [
    "parameters by name",
    "ssm",
    "GetParameter",
    { name: "/orders/limit" },
    [["ssm:GetParameter", `arn:aws:ssm:${here}:parameter/orders/limit`]],
  ],
  [
    "a subtree of parameters",
    "ssm",
    "GetParametersByPath",
    { path: "/orders/" },
    [["ssm:GetParametersByPath", `arn:aws:ssm:${here}:parameter/orders`]],
  ],
  [
    "a key",
    "kms",
    "Decrypt",
    { keyId: `arn:aws:kms:${here}:key/k1` },
    [["kms:Decrypt", `arn:aws:kms:${here}:key/k1`]],
  ],
  [
    "an execution",
    "states",
    "StartExecution",
    { stateMachineArn: `arn:aws:states:${here}:stateMachine:m` },
    [["states:StartExecution", `arn:aws:states:${here}:stateMachine:m`]],
  ],
  ["an event that is no action", "apigateway", "CreateRestApi", {}, []],
  ["a service that nobody knows", "nowhere", "DoThings", {}, []],
  ["a name that every object has", "constructor", "toString", {}, []],
];

async function read(record: unknown) {
  const found = readRecord(JSON.stringify(record));
  assert.ok(found);
  return callsOf(found);
}

describe("the calls of an event", () => {
  for (const [name, service, eventName, parameters, expected] of cases)
    it(`of ${name}`, async () => {
      const calls = await read(dataEvent(role, service, eventName, parameters));
      assert.deepEqual(
        calls.map(({ action, resource }) => [action, resource]),
        expected,
      );
    });

  it("takes what the event lists, in the form that the action takes", async () => {
    const resources = [
      { type: "AWS::S3::Object", ARN: objectArn },
      { type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::orders" },
    ];
    const [got, list] = [
      await read(dataEvent(role, "s3", "GetObject", null, { resources })),
      await read(dataEvent(role, "s3", "ListObjects", { prefix: "in/" }, { resources })),
    ];
    assert.deepEqual(
      [...got, ...list],
      [
        { action: "s3:GetObject", resource: objectArn, lastUsed },
        {
          action: "s3:ListBucket",
          resource: "arn:aws:s3:::orders",
          lastUsed,
          context: { "s3:prefix": ["in/"] },
        },
      ],
    );
  });

  for (const [errorCode, errorMessage, expected] of [
    [
      "AccessDenied",
      `User: arn:aws:sts::${account}:assumed-role/r/i is not authorized to perform: s3:PutObject on resource: "${objectArn}" because no identity-based policy allows the s3:PutObject action`,
      { action: "s3:PutObject", resource: objectArn, lastUsed, errorCode: "AccessDenied" },
    ],
    [
      "AccessDeniedException",
      `User: x is not authorized to perform: dynamodb:PutItem on resource: ${table} with an explicit deny in an identity-based policy`,
      { action: "dynamodb:PutItem", resource: table, lastUsed, errorCode: "AccessDeniedException" },
    ],
    [
      "AccessDenied",
      "Access Denied",
      { action: "s3:GetObject", resource: objectArn, lastUsed, errorCode: "AccessDenied" },
    ],
    [
      "Client.UnauthorizedOperation",
      "You are not authorized to perform this operation.",
      { action: "s3:GetObject", resource: objectArn, lastUsed, errorCode: "Client.UnauthorizedOperation" },
    ],
    [
      "NoSuchKey",
      "The specified key does not exist.",
      { action: "s3:GetObject", resource: objectArn, lastUsed },
    ],
  ] as const)
    it(`says of ${errorCode}, ${errorMessage.slice(0, 40)}… what was refused`, async () => {
      assert.deepEqual(await read(dataEvent(role, "s3", "GetObject", object, { errorCode, errorMessage })), [
        expected,
      ]);
    });

  it("reads events whose parts have none of their shapes", async () => {
    const strange = event(role, "s3", "GetObject", null, { resources: [null, 7, { ARN: 1 }], awsRegion: 5 });
    assert.deepEqual(await read(strange), [{ action: "s3:GetObject", resource: "*", lastUsed }]);
  });
});

describe("the exceptions", () => {
  for (const [prefix, events] of Object.entries(exceptions))
    it(`of ${prefix} are actions of the catalogue`, async () => {
      const actions = [...new Set(Object.values(events).flat())];
      const known = await Promise.all(
        actions.map(async (action) => {
          const [service = "", name = ""] = action.split(":");
          return (await actionNames(service)).get(name.toLowerCase()) === name;
        }),
      );
      assert.deepEqual(
        actions.filter((_, index) => known[index] !== true),
        [],
      );
    });
});
