/**
 * Events whose name is not that of the action that IAM judges, and the actions that it judges instead, by prefix and the
 * name of the event without the version that some services put at its end.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html the permissions of each operation
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export const exceptions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  s3: {
    CompleteMultipartUpload: ["s3:PutObject"],
    CreateMultipartUpload: ["s3:PutObject"],
    DeleteBucketAnalyticsConfiguration: ["s3:PutAnalyticsConfiguration"],
    DeleteBucketCors: ["s3:PutBucketCORS"],
    DeleteBucketEncryption: ["s3:PutEncryptionConfiguration"],
    DeleteBucketIntelligentTieringConfiguration: ["s3:PutIntelligentTieringConfiguration"],
    DeleteBucketInventoryConfiguration: ["s3:PutInventoryConfiguration"],
    DeleteBucketLifecycle: ["s3:PutLifecycleConfiguration"],
    DeleteBucketMetricsConfiguration: ["s3:PutMetricsConfiguration"],
    DeleteBucketOwnershipControls: ["s3:PutBucketOwnershipControls"],
    DeleteBucketPublicAccessBlock: ["s3:PutBucketPublicAccessBlock"],
    DeleteBucketReplication: ["s3:PutReplicationConfiguration"],
    DeleteBucketTagging: ["s3:PutBucketTagging"],
    DeletePublicAccessBlock: ["s3:PutBucketPublicAccessBlock"],
    GetBucketAccelerate: ["s3:GetAccelerateConfiguration"],
    GetBucketAccelerateConfiguration: ["s3:GetAccelerateConfiguration"],
    GetBucketAnalyticsConfiguration: ["s3:GetAnalyticsConfiguration"],
    GetBucketEncryption: ["s3:GetEncryptionConfiguration"],
    GetBucketIntelligentTieringConfiguration: ["s3:GetIntelligentTieringConfiguration"],
    GetBucketInventoryConfiguration: ["s3:GetInventoryConfiguration"],
    GetBucketLifecycle: ["s3:GetLifecycleConfiguration"],
    GetBucketLifecycleConfiguration: ["s3:GetLifecycleConfiguration"],
    GetBucketMetricsConfiguration: ["s3:GetMetricsConfiguration"],
    GetBucketNotificationConfiguration: ["s3:GetBucketNotification"],
    GetBucketReplication: ["s3:GetReplicationConfiguration"],
    GetObjectLockConfiguration: ["s3:GetBucketObjectLockConfiguration"],
    GetPublicAccessBlock: ["s3:GetBucketPublicAccessBlock"],
    HeadBucket: ["s3:ListBucket"],
    HeadObject: ["s3:GetObject"],
    ListBuckets: ["s3:ListAllMyBuckets"],
    ListMultipartUploads: ["s3:ListBucketMultipartUploads"],
    ListObjects: ["s3:ListBucket"],
    ListObjectsV2: ["s3:ListBucket"],
    ListObjectVersions: ["s3:ListBucketVersions"],
    ListParts: ["s3:ListMultipartUploadParts"],
    PutBucketAccelerateConfiguration: ["s3:PutAccelerateConfiguration"],
    PutBucketAnalyticsConfiguration: ["s3:PutAnalyticsConfiguration"],
    PutBucketEncryption: ["s3:PutEncryptionConfiguration"],
    PutBucketIntelligentTieringConfiguration: ["s3:PutIntelligentTieringConfiguration"],
    PutBucketInventoryConfiguration: ["s3:PutInventoryConfiguration"],
    PutBucketLifecycle: ["s3:PutLifecycleConfiguration"],
    PutBucketLifecycleConfiguration: ["s3:PutLifecycleConfiguration"],
    PutBucketMetricsConfiguration: ["s3:PutMetricsConfiguration"],
    PutBucketNotificationConfiguration: ["s3:PutBucketNotification"],
    PutBucketReplication: ["s3:PutReplicationConfiguration"],
    PutObjectLockConfiguration: ["s3:PutBucketObjectLockConfiguration"],
    PutPublicAccessBlock: ["s3:PutBucketPublicAccessBlock"],
    SelectObjectContent: ["s3:GetObject"],
    UploadPart: ["s3:PutObject"],
  },
  sqs: {
    ChangeMessageVisibilityBatch: ["sqs:ChangeMessageVisibility"],
    DeleteMessageBatch: ["sqs:DeleteMessage"],
    SendMessageBatch: ["sqs:SendMessage"],
  },
  sns: { PublishBatch: ["sns:Publish"] },
  lambda: {
    Invoke: ["lambda:InvokeFunction"],
    InvokeWithResponseStream: ["lambda:InvokeFunction"],
  },
  dynamodb: { TransactGetItems: ["dynamodb:GetItem"] },
  kms: { ReEncrypt: ["kms:ReEncryptFrom", "kms:ReEncryptTo"] },
  secretsmanager: {
    BatchGetSecretValue: ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
  },
  bedrock: {
    Converse: ["bedrock:InvokeModel"],
    ConverseStream: ["bedrock:InvokeModelWithResponseStream"],
  },
};

/**
 * The name of an event without the version of its API: `ListFunctions` of `ListFunctions20150331`, `UpdateFunctionCode` of
 * `UpdateFunctionCode20150331v2`, `GetDistribution` of `GetDistribution2020_05_31`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/logging_using_cloudtrail.html
 */
export function withoutVersion(eventName: string): string {
  return eventName.replace(/20\d\d(?:\d{4}|_\d\d_\d\d)(?:v\d+)?$/, "");
}
