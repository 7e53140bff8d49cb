import { acm } from "./services/acm.ts";
import { acmPca } from "./services/acmPca.ts";
import { aoss } from "./services/aoss.ts";
import { appconfig } from "./services/appconfig.ts";
import { athena } from "./services/athena.ts";
import { autoscaling } from "./services/autoscaling.ts";
import { batch } from "./services/batch.ts";
import { bedrock } from "./services/bedrock.ts";
import { cloudformation } from "./services/cloudformation.ts";
import { cloudfront } from "./services/cloudfront.ts";
import { cloudwatch } from "./services/cloudwatch.ts";
import { cloudwatchAgent } from "./services/cloudwatchAgent.ts";
import { codeartifact } from "./services/codeartifact.ts";
import { codecommit } from "./services/codecommit.ts";
import { codedeployAgent } from "./services/codedeployAgent.ts";
import { comprehend } from "./services/comprehend.ts";
import { ds } from "./services/ds.ts";
import { dsql } from "./services/dsql.ts";
import { dynamodb } from "./services/dynamodb.ts";
import { ec2 } from "./services/ec2.ts";
import { ecr } from "./services/ecr.ts";
import { ecsAgent } from "./services/ecsAgent.ts";
import { efs } from "./services/efs.ts";
import { eksNode } from "./services/eksNode.ts";
import { elasticache } from "./services/elasticache.ts";
import { elasticloadbalancing } from "./services/elasticloadbalancing.ts";
import { events } from "./services/events.ts";
import { firehose } from "./services/firehose.ts";
import { glue } from "./services/glue.ts";
import { iot } from "./services/iot.ts";
import { kafka } from "./services/kafka.ts";
import { kinesis } from "./services/kinesis.ts";
import { kms } from "./services/kms.ts";
import { lakeformation } from "./services/lakeformation.ts";
import { lambda } from "./services/lambda.ts";
import { logs } from "./services/logs.ts";
import { memorydb } from "./services/memorydb.ts";
import { mq } from "./services/mq.ts";
import { neptune } from "./services/neptune.ts";
import { opensearch } from "./services/opensearch.ts";
import { organizations } from "./services/organizations.ts";
import { pinpointSms } from "./services/pinpointSms.ts";
import { pipes } from "./services/pipes.ts";
import { polly } from "./services/polly.ts";
import { pricing } from "./services/pricing.ts";
import { rdsIam } from "./services/rdsIam.ts";
import { redshiftData } from "./services/redshiftData.ts";
import { rekognition } from "./services/rekognition.ts";
import { route53 } from "./services/route53.ts";
import { s3 } from "./services/s3.ts";
import { sagemaker } from "./services/sagemaker.ts";
import { scheduler } from "./services/scheduler.ts";
import { schemaRegistry } from "./services/schemaRegistry.ts";
import { secretsmanager } from "./services/secretsmanager.ts";
import { servicediscovery } from "./services/servicediscovery.ts";
import { ses } from "./services/ses.ts";
import { session } from "./services/session.ts";
import { sns } from "./services/sns.ts";
import { sqs } from "./services/sqs.ts";
import { ssm } from "./services/ssm.ts";
import { states } from "./services/states.ts";
import { sts } from "./services/sts.ts";
import { textract } from "./services/textract.ts";
import { timestream } from "./services/timestream.ts";
import { transcribe } from "./services/transcribe.ts";
import { translate } from "./services/translate.ts";
import { xray } from "./services/xray.ts";

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
  athena,
  glue,
  schemaRegistry,
  lakeformation,
  bedrock,
  codeartifact,
  sagemaker,
  codecommit,
  rdsIam,
  elasticache,
  memorydb,
  neptune,
  dsql,
  opensearch,
  aoss,
  efs,
  redshiftData,
  timestream,
  pricing,
  route53,
  ses,
  cloudformation,
  acm,
  acmPca,
  xray,
  appconfig,
  servicediscovery,
  cloudfront,
  pinpointSms,
  batch,
  translate,
  textract,
  rekognition,
  comprehend,
  transcribe,
  polly,
  organizations,
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
