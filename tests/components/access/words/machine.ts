import { wordsOf, type Call, type WordCalls } from "../wordCalls.ts";

const instance = "i-0123456789abcdef0";

const describeInstances: Call = ["ec2", "DescribeInstances"];
const describeVolumes: Call = ["ec2", "DescribeVolumes"];

const group = (operation: string, more: object = {}): Call => [
  "autoscaling",
  operation,
  { AutoScalingGroupName: "orders", ...more },
];
const protect = group("SetInstanceProtection", { InstanceIds: [instance], ProtectedFromScaleIn: true });

const targets = (operation: string): Call => [
  "elbv2",
  operation,
  {
    TargetGroupArn: "arn:aws:elasticloadbalancing:eu-central-1:{account}:targetgroup/orders/0123456789abcdef",
    Targets: [{ Id: instance }],
  },
];
const register = targets("RegisterTargets");
const deregister = targets("DeregisterTargets");

const putInventory: Call = [
  "ssm",
  "PutInventory",
  {
    InstanceId: instance,
    Items: [{ TypeName: "AWS:Application", SchemaVersion: "1.0", CaptureTime: "2026-01-01T00:00:00Z" }],
  },
];

const configuration = (operation: string, more: object = {}): Call => [
  "ssm",
  operation,
  { Name: "AmazonCloudWatch-orders", ...more },
];

const object = { Bucket: "aws-codedeploy-eu-central-1", Key: "latest/install" };

const logs = (operation: string, more: object = {}): Call => [
  "logs",
  operation,
  { logGroupName: "/orders", ...more },
];
const createStream = logs("CreateLogStream", { logStreamName: "a" });
const createGroup = logs("CreateLogGroup");

const putMetrics = (Namespace: string): Call => [
  "cloudwatch",
  "PutMetricData",
  { Namespace, MetricData: [{ MetricName: "a", Value: 1 }] },
];

/** Words about the machine itself, and what runs on it. */
export const machineWords: readonly WordCalls[] = [
  ...wordsOf(
    "ec2",
    {},
    {
      describe: [describeInstances, describeVolumes],
      describeVolumes: [describeVolumes, describeInstances],
      describeNetwork: [["ec2", "DescribeSubnets"], describeInstances],
    },
  ),
  ...wordsOf(
    "session",
    {},
    {
      command: [["ssm", "GetDocument", { Name: "AWS-RunShellScript" }], putInventory],
      maintain: [putInventory, ["ssm", "SendCommand", { DocumentName: "AWS-RunShellScript" }]],
    },
  ),
  ...wordsOf(
    "autoscaling",
    {},
    {
      describe: [
        ["autoscaling", "DescribeAutoScalingGroups"],
        group("SetDesiredCapacity", { DesiredCapacity: 1 }),
      ],
    },
  ),
  ...wordsOf(
    "autoscaling",
    { group: "orders" },
    {
      completeLifecycle: [
        group("CompleteLifecycleAction", { LifecycleHookName: "a", LifecycleActionResult: "CONTINUE" }),
        protect,
      ],
      protect: [protect, group("SetDesiredCapacity", { DesiredCapacity: 1 })],
      standby: [group("EnterStandby", { ShouldDecrementDesiredCapacity: true }), protect],
    },
  ),
  ...wordsOf("elasticloadbalancing", {}, { describe: [["elbv2", "DescribeTargetGroups"], register] }),
  ...wordsOf(
    "elasticloadbalancing",
    { targetGroup: "orders" },
    {
      register: [register, deregister],
      deregister: [deregister, register],
      registerDeregister: [register, ["elbv2", "DescribeTargetGroups"]],
    },
  ),
  ...wordsOf(
    "cloudwatchAgent",
    { parameter: "AmazonCloudWatch-orders" },
    {
      readConfiguration: [
        configuration("GetParameter"),
        configuration("PutParameter", { Value: "a", Type: "String" }),
      ],
    },
  ),
  ...wordsOf(
    "cloudwatchAgent",
    { logGroup: "/orders" },
    {
      sendLogs: [createStream, createGroup],
      createAndSendLogs: [createGroup, logs("DeleteLogGroup")],
    },
  ),
  ...wordsOf(
    "cloudwatchAgent",
    { namespace: "CWAgent" },
    { sendMetrics: [putMetrics("CWAgent"), describeInstances] },
  ),
  ...wordsOf(
    "ecsAgent",
    { cluster: "orders" },
    {
      run: [
        ["ecs", "RegisterContainerInstance", { cluster: "orders" }],
        ["ecs", "RunTask", { cluster: "orders", taskDefinition: "orders" }],
      ],
    },
  ),
  ...wordsOf(
    "codedeployAgent",
    {},
    {
      install: [
        ["s3", "GetObject", object],
        ["s3", "PutObject", object],
      ],
    },
  ),
  ...wordsOf(
    "eksNode",
    { cluster: "orders" },
    {
      join: [
        ["eks", "DescribeCluster", { name: "orders" }],
        ["eks", "UpdateClusterConfig", { name: "orders" }],
      ],
    },
  ),
];
