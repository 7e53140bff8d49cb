import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "../emulator/root.ts";

/** Clients of one principal against one endpoint. */
export type Clients = ReturnType<typeof clientsOf>;

export function clientsOf(endpoint: string, region: string, credentials: Credentials) {
  const config = { endpoint, region, credentials, maxAttempts: 3 };
  return {
    dynamodb: new DynamoDBClient(config),
    ec2: new EC2Client(config),
    iam: new IAMClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    sqs: new SQSClient({ ...config, useQueueUrlAsEndpoint: false }),
    sts: new STSClient(config),
  };
}
