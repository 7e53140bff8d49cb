import { wordsOf, type Call, type WordCalls } from "../wordCalls.ts";

const alarms = (operation: string): Call => ["cloudwatch", operation, { AlarmNames: ["orders-late"] }];
const setAlarm: Call = [
  "cloudwatch",
  "SetAlarmState",
  { AlarmName: "orders-late", StateValue: "OK", StateReason: "a" },
];

const logs = (operation: string, more: object = {}): Call => [
  "logs",
  operation,
  { logGroupName: "/orders", ...more },
];
const getEvents = logs("GetLogEvents", { logStreamName: "a" });
const putEvents = logs("PutLogEvents", { logStreamName: "a", logEvents: [{ timestamp: 1, message: "a" }] });

/** Words about metrics, alarms and logs. */
export const telemetryWords: readonly WordCalls[] = [
  ...wordsOf(
    "cloudwatch",
    {},
    {
      read: [
        ["cloudwatch", "ListMetrics"],
        ["cloudwatch", "DeleteAlarms", { AlarmNames: ["orders-late"] }],
      ],
    },
  ),
  ...wordsOf(
    "cloudwatch",
    { namespace: "Orders" },
    {
      write: [
        ["cloudwatch", "PutMetricData", { Namespace: "Orders", MetricData: [{ MetricName: "a", Value: 1 }] }],
        ["cloudwatch", "ListMetrics"],
      ],
    },
  ),
  ...wordsOf(
    "cloudwatch",
    { alarm: "orders-late" },
    {
      readAlarms: [alarms("DescribeAlarms"), alarms("DisableAlarmActions")],
      muteAlarms: [alarms("DisableAlarmActions"), alarms("DescribeAlarms")],
      setAlarms: [setAlarm, alarms("DeleteAlarms")],
    },
  ),
  ...wordsOf(
    "logs",
    { logGroup: "/orders" },
    {
      read: [getEvents, putEvents],
      write: [putEvents, getEvents],
      readWrite: [putEvents, logs("CreateLogGroup")],
      create: [logs("CreateLogGroup"), logs("DeleteLogGroup")],
      createWrite: [putEvents, getEvents],
    },
  ),
];
