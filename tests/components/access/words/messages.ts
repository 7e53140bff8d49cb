import { wordsOf, type Call, type WordCalls } from "../wordCalls.ts";

const sqs = (operation: string, more: object = {}): Call => [
  "sqs",
  operation,
  { QueueUrl: "http://localhost/{account}/orders", ...more },
];
const send = sqs("SendMessage", { MessageBody: "a" });
const receive = sqs("ReceiveMessage");

const sns = (operation: string, more: object): Call => [
  "sns",
  operation,
  { TopicArn: "arn:aws:sns:eu-central-1:{account}:orders", ...more },
];

const kinesis = (operation: string, more: object): Call => [
  "kinesis",
  operation,
  { StreamName: "orders", ...more },
];
const shard = "shardId-000000000000";
const getIterator = kinesis("GetShardIterator", { ShardId: shard, ShardIteratorType: "LATEST" });
const putRecord = kinesis("PutRecord", { Data: "a", PartitionKey: "a" });

const firehose = (operation: string, more: object = {}): Call => [
  "firehose",
  operation,
  { DeliveryStreamName: "orders", ...more },
];
const deliver = firehose("PutRecord", { Record: { Data: "a" } });

const stateMachine = (operation: string): Call => [
  "stepfunctions",
  operation,
  { stateMachineArn: "arn:aws:states:eu-central-1:{account}:stateMachine:orders" },
];
const execution = (operation: string): Call => [
  "stepfunctions",
  operation,
  { executionArn: "arn:aws:states:eu-central-1:{account}:execution:orders:1" },
];
const start = stateMachine("StartExecution");

const shadow = (operation: string, more: object = {}): Call => [
  "iot-data",
  operation,
  { thingName: "gate", ...more },
];
const getShadow = shadow("GetThingShadow");
const updateShadow = shadow("UpdateThingShadow", { payload: "{}" });
const publish: Call = ["iot-data", "Publish", { topic: "orders/a" }];
const publishRetained: Call = ["iot-data", "Publish", { topic: "orders/a", retain: true }];

const schedule = (operation: string): Call => [
  "scheduler",
  operation,
  { GroupName: "default", Name: "orders" },
];
const pipe = (operation: string): Call => ["pipes", operation, { Name: "orders" }];

/** Words about messages and flows. */
export const messageWords: readonly WordCalls[] = [
  ...wordsOf(
    "sqs",
    { queue: "orders" },
    {
      send: [send, receive],
      receive: [receive, send],
      sendReceive: [receive, sqs("PurgeQueue")],
    },
  ),
  ...wordsOf(
    "sns",
    { topic: "orders" },
    { publish: [sns("Publish", { Message: "a" }), sns("Subscribe", { Protocol: "sqs" })] },
  ),
  ...wordsOf(
    "kinesis",
    { stream: "orders" },
    {
      read: [getIterator, putRecord],
      write: [putRecord, getIterator],
      readWrite: [putRecord, kinesis("SplitShard", { ShardToSplit: shard, NewStartingHashKey: "1" })],
      registerConsumer: [
        [
          "kinesis",
          "RegisterStreamConsumer",
          { StreamARN: "arn:aws:kinesis:eu-central-1:{account}:stream/orders", ConsumerName: "a" },
        ],
        putRecord,
      ],
    },
  ),
  ...wordsOf(
    "firehose",
    { stream: "orders" },
    {
      put: [deliver, firehose("DescribeDeliveryStream")],
      describe: [firehose("DescribeDeliveryStream"), deliver],
    },
  ),
  ...wordsOf(
    "events",
    { bus: "orders" },
    {
      put: [
        [
          "events",
          "PutEvents",
          { Entries: [{ Source: "a", DetailType: "a", Detail: "{}", EventBusName: "orders" }] },
        ],
        ["events", "PutRule", { Name: "a", EventBusName: "orders" }],
      ],
    },
  ),
  ...wordsOf(
    "states",
    { stateMachine: "orders" },
    {
      start: [start, stateMachine("UpdateStateMachine")],
      startSync: [stateMachine("StartSyncExecution"), start],
      follow: [execution("DescribeExecution"), execution("StopExecution")],
      stop: [execution("StopExecution"), execution("DescribeExecution")],
      run: [start, stateMachine("DeleteStateMachine")],
    },
  ),
  ...wordsOf(
    "states",
    {},
    { report: [["stepfunctions", "SendTaskSuccess", { taskToken: "a", output: "{}" }], start] },
  ),
  ...wordsOf(
    "states",
    { activity: "pack" },
    {
      work: [
        [
          "stepfunctions",
          "GetActivityTask",
          { activityArn: "arn:aws:states:eu-central-1:{account}:activity:pack" },
        ],
        start,
      ],
    },
  ),
  ...wordsOf(
    "lambda",
    { function: "orders" },
    {
      invoke: [
        ["lambda", "Invoke", { FunctionName: "orders" }],
        ["lambda", "DeleteFunction", { FunctionName: "orders" }],
      ],
    },
  ),
  ...wordsOf(
    "mq",
    { broker: "orders" },
    {
      find: [
        ["mq", "ListBrokers"],
        ["mq", "RebootBroker", { BrokerId: "orders" }],
      ],
    },
  ),
  ...wordsOf(
    "iot",
    {},
    {
      findEndpoint: [
        ["iot", "DescribeEndpoint"],
        ["iot", "CreateKeysAndCertificate"],
      ],
    },
  ),
  ...wordsOf(
    "iot",
    { topic: "orders/a" },
    {
      publish: [publish, publishRetained],
      publishRetained: [publishRetained, getShadow],
      publishSubscribe: [publish, publishRetained],
    },
  ),
  ...wordsOf(
    "iot",
    { thing: "gate" },
    { readShadow: [getShadow, updateShadow], writeShadow: [updateShadow, getShadow] },
  ),
  ...wordsOf(
    "scheduler",
    { schedule: "default/orders" },
    {
      read: [schedule("GetSchedule"), schedule("DeleteSchedule")],
      delete: [schedule("DeleteSchedule"), schedule("GetSchedule")],
    },
  ),
  ...wordsOf(
    "pipes",
    { pipe: "orders" },
    {
      describe: [pipe("DescribePipe"), pipe("StartPipe")],
      start: [pipe("StartPipe"), pipe("StopPipe")],
      stop: [pipe("StopPipe"), pipe("StartPipe")],
      startStop: [pipe("StopPipe"), pipe("DescribePipe")],
    },
  ),
  ...wordsOf(
    "kafka",
    { cluster: "orders" },
    {
      findBrokers: [
        [
          "kafka",
          "GetBootstrapBrokers",
          { ClusterArn: "arn:aws:kafka:eu-central-1:{account}:cluster/any/1-1" },
        ],
        ["kafka", "DeleteCluster", { ClusterArn: "arn:aws:kafka:eu-central-1:{account}:cluster/orders/1-1" }],
      ],
    },
  ),
];
