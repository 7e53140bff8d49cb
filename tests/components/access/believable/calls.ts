/** What the agent of Systems Manager calls: AmazonSSMManagedInstanceCore, but for the right to every parameter. */
const agent = [
  ...["ssm:ListAssociations", "ssm:PutInventory", "ssm:UpdateInstanceInformation"],
  ...["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel"],
  ...["ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"],
  ...["ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage", "ec2messages:FailMessage"],
  ...["ec2messages:GetEndpoint", "ec2messages:GetMessages", "ec2messages:SendReply"],
];

const completeAgent = [
  ...agent,
  ...["ssm:DescribeAssociation", "ssm:GetDeployablePatchSnapshotForInstance", "ssm:GetDocument"],
  ...["ssm:DescribeDocument", "ssm:GetManifest", "ssm:ListInstanceAssociations", "ssm:PutComplianceItems"],
  ...["ssm:PutConfigurePackageResult", "ssm:UpdateAssociationStatus", "ssm:UpdateInstanceAssociationStatus"],
];

const writeLogs = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"];

const stateTable = [
  ...["dynamodb:Scan", "dynamodb:CreateTable", "dynamodb:DescribeTable", "dynamodb:GetItem"],
  ...["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
];

/**
 * The calls of the ten workloads whose sources `Pulumi.believable.yaml` names. Lists of all buckets, of all log groups and
 * of all clusters are left out, which those files grant beside the calls; so are rights to versions of access control
 * lists, and the right to make a cluster of ECS, which exists before its agents.
 */
export const calls: Readonly<Record<string, readonly string[]>> = {
  "buildkite-agent": [
    ...["ssm:GetParameter", "kms:Sign", "kms:Verify", "kms:GetPublicKey"],
    ...["s3:ListBucket", "s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectVersion"],
    ...["s3:PutObject", "s3:PutObjectAcl"],
    ...["autoscaling:DescribeAutoScalingInstances", "autoscaling:SetInstanceHealth"],
    ...["autoscaling:TerminateInstanceInAutoScalingGroup", "cloudformation:DescribeStackResource"],
    ...["cloudwatch:PutMetricData", "ec2:DescribeTags", "logs:CreateLogGroup", ...writeLogs],
    ...["ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer"],
    ...["ecr:BatchGetImage", "ecr:DescribeRepositories", "ecr:ListImages", "ecr:DescribeImages"],
    ...agent,
  ],
  "actions-runner": [
    ...["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:DeleteParameter"],
    ...["s3:GetObject", "s3:GetObjectAcl", "cloudwatch:PutMetricData", "ec2:DescribeVolumes"],
    ...["ec2:DescribeTags", "ec2:CreateTags", "ec2:TerminateInstances"],
    ...writeLogs,
    ...completeAgent,
  ],
  "vault-server": ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "ec2:DescribeInstances"],
  "spring-boot": [
    ...["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "elasticloadbalancing:RegisterTargets"],
    ...["elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth"],
  ],
  "stream-consumer": [
    ...["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:RegisterStreamConsumer"],
    ...["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
    ...["kinesis:SubscribeToShard", "kinesis:DescribeStreamConsumer", "cloudwatch:PutMetricData"],
    ...[...stateTable, "dynamodb:UpdateTable", "dynamodb:Query"],
  ],
  "search-server": [
    ...["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "sagemaker:InvokeEndpoint"],
  ],
  "media-host": [
    ...["autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances"],
    ...["autoscaling:SetInstanceProtection", "comprehend:BatchDetectEntities"],
    ...["comprehend:BatchDetectKeyPhrases", "comprehend:BatchDetectDominantLanguage"],
    ...["comprehend:BatchDetectSentiment", "ecs:DeregisterContainerInstance", "ecs:DiscoverPollEndpoint"],
    ...["ecs:Poll", "ecs:RegisterContainerInstance", "ecs:StartTelemetrySession"],
    ...["ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange"],
    ...["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
    ...["rekognition:StartLabelDetection", "rekognition:GetLabelDetection", "rekognition:SearchFaces"],
    ...["transcribe:StartTranscriptionJob", "transcribe:GetTranscriptionJob"],
    ...["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
  ],
  wordpress: [
    ...["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    ...["elasticfilesystem:ClientRootAccess", ...completeAgent],
  ],
  "certbot-host": [...["route53:ListHostedZones", "route53:GetChange", "route53:ChangeResourceRecordSets"]],
  "domain-terminal": ["ds:CreateComputer", "ds:DescribeDirectories", ...completeAgent],
};
