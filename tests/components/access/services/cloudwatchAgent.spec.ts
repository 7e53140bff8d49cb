import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "sends metrics of one namespace, with tags and volumes as dimensions",
    entry: { cloudwatchAgent: { namespace: "CWAgent", level: "sendMetrics" } },
    gives: [
      allow(["cloudwatch:PutMetricData"], ["*"], { StringEquals: { "cloudwatch:namespace": ["CWAgent"] } }),
      allow(["ec2:DescribeTags", "ec2:DescribeVolumes"], ["*"]),
    ],
  },
  {
    name: "sends logs into one group",
    entry: { cloudwatchAgent: { logGroup: "/orders", level: "sendLogs" } },
    gives: [
      allow(["logs:DescribeLogStreams"], [`arn:aws:logs:${place}:log-group:/orders:*`]),
      allow(
        ["logs:CreateLogStream", "logs:PutLogEvents"],
        [`arn:aws:logs:${place}:log-group:/orders:log-stream:*`],
      ),
    ],
  },
  {
    name: "makes the group and sets its retention too",
    entry: { cloudwatchAgent: { logGroup: "/orders", level: "createAndSendLogs" } },
    gives: [
      allow(
        ["logs:DescribeLogStreams", "logs:CreateLogGroup", "logs:PutRetentionPolicy"],
        [`arn:aws:logs:${place}:log-group:/orders:*`],
      ),
      allow(
        ["logs:CreateLogStream", "logs:PutLogEvents"],
        [`arn:aws:logs:${place}:log-group:/orders:log-stream:*`],
      ),
    ],
  },
  {
    name: "sends traces by the rules of sampling",
    entry: { cloudwatchAgent: { level: "sendTraces" } },
    gives: [
      allow(
        [
          ...["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules"],
          ...["xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries"],
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "reads the parameter of its configuration",
    entry: { cloudwatchAgent: { parameter: "AmazonCloudWatch-orders", level: "readConfiguration" } },
    gives: [allow(["ssm:GetParameter"], [`arn:aws:ssm:${place}:parameter/AmazonCloudWatch-orders`])],
  },
];

testAccess("cloudwatchAgent", cases);
