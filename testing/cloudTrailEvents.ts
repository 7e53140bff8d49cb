/** Events as CloudTrail writes them, for tests and measurements. */
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { gzipSync } from "node:zlib";
import { randomOf } from "./seededRandom.ts";

export const account = "111122223333";
const region = "eu-central-1";

/** The ARN of a role of the stacks that tests deploy. */
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/shop/dev/shop-dev-${name}`;

/** A request of a role's session to a service, such as `s3`; what is said beside that takes the place of the defaults. */
export function event(
  role: string,
  service: string,
  eventName: string,
  requestParameters: Readonly<Record<string, unknown>> | null = null,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const name = role.slice(role.lastIndexOf("/") + 1);
  return {
    eventVersion: "1.11",
    userIdentity: {
      type: "AssumedRole",
      principalId: "AROAEXAMPLE:i-0123456789abcdef0",
      arn: `arn:aws:sts::${account}:assumed-role/${name}/i-0123456789abcdef0`,
      accountId: account,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          principalId: "AROAEXAMPLE",
          arn: role,
          accountId: account,
          userName: name,
        },
        attributes: { creationDate: "2026-11-20T06:00:00Z", mfaAuthenticated: "false" },
        ec2RoleDelivery: "2.0",
      },
    },
    eventTime: "2026-11-20T08:00:00Z",
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: region,
    sourceIPAddress: "10.0.1.17",
    userAgent: "aws-sdk-js/3.1175.0 ua/2.1 os/linux#6.12 lang/js md/nodejs#24.11.0 api/client#3.1175.0",
    requestParameters,
    responseElements: null,
    requestID: "8c9a4f0e-8a5c-4a52-9d1f-3f6a1c7f1d11",
    eventID: "0b5c4779-e169-4227-a1de-6ed01dd18ac7",
    readOnly: /^(?:Get|List|Head|Describe|Query|Scan|Decrypt)/.test(eventName),
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: "Management",
    tlsDetails: { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256" },
    ...changes,
  };
}

/** The same as one that a trail logs only where data events are switched on. */
export function dataEvent(
  role: string,
  service: string,
  eventName: string,
  requestParameters: Readonly<Record<string, unknown>> | null = null,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return event(role, service, eventName, requestParameters, {
    managementEvent: false,
    eventCategory: "Data",
    ...changes,
  });
}

/** A file of events. */
export function eventFile(events: readonly unknown[]): string {
  return JSON.stringify({ Records: events });
}

/** The place that CloudTrail gives to a file of a trail, of an organisation where one is named. */
export function placeInTrail(day: string, number: number, { organisation = "", of = account } = {}): string {
  const date = day.replaceAll("-", "");
  const owner = organisation === "" ? of : path.join(organisation, of);
  return path.join(
    ...["AWSLogs", owner, "CloudTrail", region, ...day.split("-")],
    `${of}_CloudTrail_${region}_${date}T1200Z_${String(number).padStart(16, "0")}.json.gz`,
  );
}

/** Events a file, about as many as CloudTrail puts into those of a busy account. */
const eventsInFile = 2_000;

/**
 * Writes a trail of some days into a folder: one role of the stack and many others, S3, DynamoDB, SQS, KMS and Secrets
 * Manager, always the same for a seed.
 *
 * @returns how many bytes it has unpacked
 */
export function writeTrail(folder: string, events: number, days: readonly string[], seed = 1): number {
  const random = randomOf(seed);
  let bytes = 0;
  for (let start = 0, file = 0; start < events; start += eventsInFile, file++) {
    const day = days[file % days.length] ?? "";
    const count = Math.min(eventsInFile, events - start);
    const text = eventFile(Array.from({ length: count }, () => someEvent(random, day)));
    bytes += Buffer.byteLength(text);
    const name = path.join(folder, placeInTrail(day, file));
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, gzipSync(text));
  }
  return bytes;
}

function someEvent(random: () => number, day: string): Record<string, unknown> {
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(random() * items.length)] ?? items[0];
  const number = (most: number) => Math.floor(random() * most);
  const id = () =>
    number(2 ** 32)
      .toString(16)
      .padStart(8, "0");
  const twoDigits = (most: number) => String(number(most)).padStart(2, "0");
  // Half of the requests of a busy account are those of the role that is reviewed.
  const role = roleArn(random() < 0.5 ? "orders-api" : `other-${number(40)}`);
  const changes = {
    eventTime: `${day}T${twoDigits(24)}:${twoDigits(60)}:${twoDigits(60)}Z`,
    requestID: `${id()}-8a5c-4a52-9d1f-${id()}1d11`,
    eventID: `${id()}-e169-4227-a1de-${id()}8ac7`,
  };
  const key = `incoming/2026/${number(50_000)}.json`;
  const object = {
    resources: [
      { type: "AWS::S3::Object", ARN: `arn:aws:s3:::orders/${key}` },
      { accountId: account, type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::orders" },
    ],
  };
  const table = {
    type: "AWS::DynamoDB::Table",
    accountId: account,
    ARN: `arn:aws:dynamodb:${region}:${account}:table/orders`,
  };
  const queue = `https://sqs.${region}.amazonaws.com/${account}/jobs`;
  const ofObject = (name: string) =>
    dataEvent(
      role,
      "s3",
      name,
      { bucketName: "orders", Host: "orders.s3.amazonaws.com", key },
      { ...changes, ...object },
    );
  return pick([
    () => ofObject("GetObject"),
    () => ofObject("PutObject"),
    () =>
      dataEvent(
        role,
        "dynamodb",
        "GetItem",
        { tableName: "orders", key: { id: String(number(9_999)) } },
        { ...changes, resources: [table] },
      ),
    () =>
      dataEvent(
        role,
        "dynamodb",
        "PutItem",
        { tableName: "orders", items: ["id"] },
        { ...changes, resources: [table] },
      ),
    () =>
      dataEvent(
        role,
        "sqs",
        "SendMessage",
        { queueUrl: queue, messageBody: "HIDDEN_DUE_TO_SECURITY_REASONS" },
        changes,
      ),
    () =>
      event(
        role,
        "kms",
        "Decrypt",
        { encryptionContext: { "aws:s3:arn": `arn:aws:s3:::orders/${key}` } },
        changes,
      ),
    () => event(role, "secretsmanager", "GetSecretValue", { secretId: "dev/orders/payment" }, changes),
  ])();
}
