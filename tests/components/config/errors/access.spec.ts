import { launching, testErrors, type ErrorCase } from "./errorCase.ts";

const cases: ErrorCase[] = [
  {
    name: "a wrong level",
    workload: {
      access: [{ sns: { topic: "orders", level: "publish" } }, { s3: { bucket: "orders", level: "rw" } }],
    },
    says: [
      'workloads.orders.access[1].s3.level: got "rw", want list | get | put | delete | read | write | readPut | readWrite',
    ],
  },
  {
    name: "no service, two services, an unknown service",
    workload: {
      access: [
        {},
        { s3: { bucket: "orders", level: "read" }, sqs: { queue: "orders", level: "send" } },
        { s4: { bucket: "orders", level: "read" } },
      ],
    },
    says: [
      "workloads.orders.access[0]: names no service, want one of docs/access.md, such as s3: {bucket: orders, level: read}",
      "workloads.orders.access[1]: names s3 and sqs, want one service for each entry",
      'workloads.orders.access[2].s4: unknown key; did you mean "s3"?',
    ],
  },
  {
    name: "a level and a field that are nearly right",
    workload: {
      access: [
        { s3: { bucket: "orders", level: "readwrite" } },
        { sqs: { queues: "orders", queue: "orders", level: "send" } },
      ],
    },
    says: [
      'workloads.orders.access[0].s3.level: got "readwrite", want list | get | put | delete | read | write | readPut | readWrite; did you mean "readWrite"?',
      'workloads.orders.access[1].sqs.queues: unknown key; did you mean "queue"?',
    ],
  },
  {
    name: "fields beside their service, where two spaces are missing",
    workload: { access: [{ sqs: null, queue: "orders", level: "send" }] },
    says: [
      "workloads.orders.access[0].sqs: got null, want a map of queue, key, level",
      "workloads.orders.access[0].queue: stands beside sqs, want it below: indent it further than sqs",
      "workloads.orders.access[0].level: stands beside sqs, want it below: indent it further than sqs",
    ],
  },
  {
    name: "ARNs of several accounts, regions or partitions, and ARNs that lack one",
    workload: {
      access: [
        { sts: { role: "arn:aws:iam::*:role/orders", level: "assume" } },
        { dynamodb: { table: "arn:aws:dynamodb:*:111122223333:table/orders", level: "read" } },
        { kinesis: { stream: "arn:*:kinesis:eu-central-1:111122223333:stream/orders", level: "read" } },
        { lambda: { function: "arn:aws:lambda:::function:orders", level: "invoke" } },
        { athena: { workgroup: "research", results: "acme-results/research", level: "query" } },
        { bedrock: { model: "eu.anthropic.claude-3-haiku-20240307-v1:0", level: "invoke" } },
      ],
    },
    says: [
      'workloads.orders.access[0].sts.role: got "arn:aws:iam::*:role/orders", want a role name or an ARN like arn:aws:iam::111122223333:role/orders-reader',
      'workloads.orders.access[1].dynamodb.table: got "arn:aws:dynamodb:*:111122223333:table/orders", want a table name or an ARN like arn:aws:dynamodb:eu-central-1:111122223333:table/orders',
      'workloads.orders.access[2].kinesis.stream: got "arn:*:kinesis:eu-central-1:111122223333:stream/orders", want a stream name or an ARN like arn:aws:kinesis:eu-central-1:111122223333:stream/orders',
      'workloads.orders.access[3].lambda.function: got "arn:aws:lambda:::function:orders", want a function name or an ARN like arn:aws:lambda:eu-central-1:111122223333:function:orders',
      'workloads.orders.access[4].athena.results: got "acme-results/research", want a bucket name, with a key prefix between slashes, such as acme-athena-results/research/',
      'workloads.orders.access[5].bedrock.model: got "eu.anthropic.claude-3-haiku-20240307-v1:0", want a model; what starts with a region is an inference profile, say it as profile',
    ],
  },
  {
    name: "texts that no policy document can hold",
    workload: {
      access: [
        { iot: { topic: ["orders/a", "주문/a"], level: "publish" } },
        { codeartifact: { repository: "acme/npm", package: "npm/주문/*", level: "publish" } },
      ],
    },
    says: [
      'workloads.orders.access[0].iot.topic[1]: got "주문/a", want only characters that a policy document may hold (U+0020 to U+00FF, tab, line feed)',
      'workloads.orders.access[1].codeartifact.package: got "npm/주문/*", want only characters that a policy document may hold (U+0020 to U+00FF, tab, line feed)',
    ],
  },
  {
    name: "services, actions and fields that every object of JavaScript has",
    workload: {
      access: [{ constructor: { level: "read" }, sqs: { queue: "orders", level: "send" } }],
      statements: [{ actions: ["s3:constructor", "constructor:Get"], resources: ["*"] }],
    },
    says: [
      "workloads.orders.access[0].constructor: unknown key; want a service of docs/access.md; what it has no word for is said with statements",
      'workloads.orders.statements[0].actions[0]: got "s3:constructor", want an action of s3',
      'workloads.orders.statements[0].actions[1]: got "constructor:Get", want a service that IAM knows',
    ],
  },
  {
    name: "keys at words that use none",
    workload: {
      access: [
        { ssm: { parameter: "/orders/*", key: "alias/orders", level: "delete" } },
        { s3: { bucket: "orders", key: "alias/orders", level: "list" } },
        { states: { stateMachine: "orders", key: "alias/orders", level: "start" } },
      ],
    },
    says: [
      "workloads.orders.access[0].ssm.key: does nothing at level delete; remove it",
      "workloads.orders.access[1].s3.key: does nothing at level list; remove it",
      "workloads.orders.access[2].states.key: does nothing at level start; remove it",
    ],
  },
  {
    name: "a key where no word uses one",
    workload: { access: [{ rdsIam: { user: "cluster-ABC/app", key: "alias/db", level: "connect" } }] },
    says: [
      "workloads.orders.access[0].rdsIam.key: unknown key: no word of rdsIam uses a KMS key, as those of s3, dynamodb, sqs, sns, secretsmanager, ssm, kinesis, athena, codecommit, states do; remove it, or grant what the program itself does with the key, such as kms: {key: alias/orders, level: decrypt}",
    ],
  },
  {
    name: "a service of IAM that access has no word for, with what IAM's catalogue holds",
    workload: { access: [{ airflow: { level: "read" } }] },
    says: [
      `workloads.orders.access[0].airflow: unknown key; access has no word for Amazon Managed Workflows for Apache Airflow, whose actions are said with statements beside access, such as
  statements:
    - actions: [airflow:GetEnvironment]
      resources: ["arn:{partition}:airflow:{region}:{account}:environment/<EnvironmentName>"]
  resource types:
    environment: arn:{partition}:airflow:{region}:{account}:environment/<EnvironmentName>
    rbac-role: arn:{partition}:airflow:{region}:{account}:role/<EnvironmentName>/<RoleName>
  actions:
    read: GetEnvironment, ListTagsForResource
    list: ListEnvironments
    tagging: TagResource, UntagResource
    write: CreateCliToken, CreateEnvironment, CreateWebLoginToken and 4 more`,
    ],
  },
  {
    name: "a name that cannot be, an ARN that is none and an ARN of another service",
    workload: {
      access: [
        { s3: { bucket: "Orders", level: "read" } },
        { dynamodb: { table: "arn:aws:dynamodb", level: "read" } },
        { sns: { topic: "arn:aws:sqs:eu-central-1:111122223333:orders", level: "publish" } },
      ],
    },
    says: [
      'workloads.orders.access[0].s3.bucket: got "Orders", want a bucket name or an ARN like arn:aws:s3:::orders',
      'workloads.orders.access[1].dynamodb.table: got "arn:aws:dynamodb", want a table name or an ARN like arn:aws:dynamodb:eu-central-1:111122223333:table/orders',
      'workloads.orders.access[2].sns.topic: got "arn:aws:sqs:eu-central-1:111122223333:orders", want a topic name or an ARN like arn:aws:sns:eu-central-1:111122223333:orders',
    ],
  },
  {
    name: "ARNs of another partition, wherever they stand",
    workload: {
      access: [{ s3: { bucket: "arn:aws-cn:s3:::orders", level: "write" } }],
      statements: [{ actions: ["s3:GetObject"], resources: ["arn:aws-us-gov:s3:::orders/*"] }],
      managedPolicies: ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess"],
      ...launching({ rootVolume: { kmsKey: "arn:aws-cn:kms:cn-north-1:111122223333:key/1" } }),
    },
    values: { "instance-profiles:permissionsBoundary": "arn:aws-cn:iam::111122223333:policy/b" },
    says: [
      ["permissionsBoundary", "arn:aws-cn:iam::111122223333:policy/b"],
      ["workloads.orders.access[0].s3.bucket", "arn:aws-cn:s3:::orders"],
      ["workloads.orders.statements[0].resources[0]", "arn:aws-us-gov:s3:::orders/*"],
      ["workloads.orders.managedPolicies[0]", "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"],
      ["workloads.orders.launch.rootVolume.kmsKey", "arn:aws-cn:kms:cn-north-1:111122223333:key/1"],
    ].map(
      ([path, arn]) => `${path}: got "${arn}", want an ARN of partition aws, the one of region eu-central-1`,
    ),
  },
  {
    name: "prefixes with a wildcard, a policy variable and characters that no document may hold",
    workload: {
      access: ["in/*", "${aws:username}/", "入/"].map((prefix) => ({
        s3: { bucket: "orders", prefix, level: "read" },
      })),
    },
    says: ["in/*", "${aws:username}/", "入/"].map(
      (prefix, index) =>
        `workloads.orders.access[${index}].s3.prefix: got "${prefix}", want a key prefix without wildcards and of Latin-1 characters, such as incoming/`,
    ),
  },
  {
    name: "a prefix that ends in neither a slash nor a star, alone and in a list",
    workload: {
      access: ["uploads", ["in/", "uploads"]].map((prefix) => ({
        s3: { bucket: "orders", prefix, level: "read" },
      })),
    },
    says: [0, 1].map(
      (index) =>
        `workloads.orders.access[${index}].s3.prefix: got "uploads", want it with / at its end for the keys below it, or with * for all that start with it`,
    ),
  },
  {
    name: "parts that a level has nothing of, and fields that sessions of a directory bucket pass by",
    workload: {
      access: [
        { s3: { bucket: "orders", parts: ["tags", "versions"], level: "list" } },
        { s3: { bucket: "orders--euc1-az1--x-s3", key: "alias/orders", level: "put" } },
      ],
    },
    says: [
      "workloads.orders.access[0].s3.parts: tags does nothing at level list; remove it",
      "workloads.orders.access[1].s3.key: does nothing for a directory bucket, whose sessions reach all objects; remove it",
      'workloads.orders.access[1].s3.level: got "put", want read | readWrite: a session of a directory bucket that writes can read too',
    ],
  },
  {
    name: "pushes to every repository, an index to write by, keys of a stream, and alarms that are not there",
    workload: {
      access: [
        { ecr: { repository: "*", level: "push" } },
        { dynamodb: { table: "orders", index: "by-customer", level: "write" } },
        { dynamodb: { table: "orders", leadingKeys: "a", level: "stream" } },
        { dynamodb: { table: "orders", leadingKeys: "a", level: "createTable" } },
        { cloudwatch: { level: "setAlarms" } },
        { cloudwatch: { alarm: "orders-late", namespace: "Orders", level: "write" } },
      ],
    },
    says: [
      'workloads.orders.access[0].ecr.repository: got "*", want names or a path such as team/*, for only pull and list reach every repository',
      "workloads.orders.access[1].dynamodb.index: does nothing at level write, for an index is only read; remove it",
      "workloads.orders.access[2].dynamodb.leadingKeys: does nothing at level stream, which has the changes of all items; remove it",
      "workloads.orders.access[3].dynamodb.leadingKeys: does nothing at level createTable, which reaches no items; remove it",
      "workloads.orders.access[4].cloudwatch.alarm: missing, want it at level setAlarms",
      "workloads.orders.access[5].cloudwatch.alarm: does nothing at level write; remove it",
    ],
  },
  {
    name: "metrics to write without a namespace, and a namespace to read",
    workload: {
      access: [{ cloudwatch: { level: "write" } }, { cloudwatch: { level: "read", namespace: "A" } }],
    },
    says: [
      "workloads.orders.access[0].cloudwatch.namespace: missing, want it at level write",
      "workloads.orders.access[1].cloudwatch.namespace: does nothing at level read; remove it",
    ],
  },
  {
    name: "grants that another one covers",
    workload: {
      access: [
        { s3: { bucket: "orders", level: "readWrite" } },
        { s3: { bucket: "arn:aws:s3:::orders", prefix: "in/", level: "read" } },
        { sqs: { queue: "orders", level: "send" } },
        { sqs: { queue: "orders", level: "send" } },
      ],
    },
    says: [
      "workloads.orders.access[1]: access[0] already grants this; remove one",
      "workloads.orders.access[3]: access[2] already grants this; remove one",
    ],
  },
];

describe("config errors of access", () => {
  testErrors(cases);
});
