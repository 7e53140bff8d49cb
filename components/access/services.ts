import { autoscaling } from "./services/autoscaling.ts";
import { cloudwatch } from "./services/cloudwatch.ts";
import { cloudwatchAgent } from "./services/cloudwatchAgent.ts";
import { codedeployAgent } from "./services/codedeployAgent.ts";
import { ds } from "./services/ds.ts";
import { dynamodb } from "./services/dynamodb.ts";
import { ec2 } from "./services/ec2.ts";
import { ecr } from "./services/ecr.ts";
import { ecsAgent } from "./services/ecsAgent.ts";
import { eksNode } from "./services/eksNode.ts";
import { elasticloadbalancing } from "./services/elasticloadbalancing.ts";
import { events } from "./services/events.ts";
import { firehose } from "./services/firehose.ts";
import { iot } from "./services/iot.ts";
import { kafka } from "./services/kafka.ts";
import { kinesis } from "./services/kinesis.ts";
import { kms } from "./services/kms.ts";
import { lambda } from "./services/lambda.ts";
import { logs } from "./services/logs.ts";
import { mq } from "./services/mq.ts";
import { pipes } from "./services/pipes.ts";
import { s3 } from "./services/s3.ts";
import { scheduler } from "./services/scheduler.ts";
import { secretsmanager } from "./services/secretsmanager.ts";
import { session } from "./services/session.ts";
import { sns } from "./services/sns.ts";
import { sqs } from "./services/sqs.ts";
import { ssm } from "./services/ssm.ts";
import { states } from "./services/states.ts";
import { sts } from "./services/sts.ts";

/** The services that `access` knows, in the order of the documentation. A new one is its file and its name here. */
export const services = {
  s3,
  dynamodb,
  sqs,
  sns,
  secretsmanager,
  ssm,
  kms,
  logs,
  ecr,
  cloudwatch,
  sts,
  kinesis,
  kafka,
  ec2,
  session,
  autoscaling,
  elasticloadbalancing,
  cloudwatchAgent,
  ecsAgent,
  codedeployAgent,
  eksNode,
  ds,
  firehose,
  events,
  states,
  lambda,
  mq,
  iot,
  scheduler,
  pipes,
};
