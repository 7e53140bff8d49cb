import { partitionOfRegion } from "../../../iam/arn.ts";
import { type CloudTrailRecord, parameter } from "../record.ts";

/** The ARNs that an event names, those that say most first: what it lists, and what its parameters name. */
export function candidates(prefix: string, record: CloudTrailRecord): string[] {
  const listed = Array.isArray(record.resources) ? record.resources.flatMap(arnOf) : [];
  const named = Object.hasOwn(readers, prefix) ? (readers[prefix]?.(record, placeOf(record)) ?? []) : [];
  return [...new Set([...named, ...listed, ...plainArns(record)])];
}

function arnOf(resource: unknown): string[] {
  const arn = typeof resource === "object" && resource !== null && "ARN" in resource && resource.ARN;
  return typeof arn === "string" ? [arn] : [];
}

interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

type Read = (record: CloudTrailRecord, place: Place) => readonly string[];

function placeOf({ awsRegion, recipientAccountId = "*" }: CloudTrailRecord): Place {
  const region = typeof awsRegion === "string" ? awsRegion : "*";
  return { partition: partitionOfRegion(region), region, account: recipientAccountId };
}

/** Parameters that are ARNs already, alone or in a list. */
function plainArns({ requestParameters }: CloudTrailRecord): string[] {
  return Object.values(requestParameters ?? {})
    .flat()
    .filter((value): value is string => typeof value === "string" && value.startsWith("arn:"));
}

/** What parameters name, in the account and the region of the request. Names that are ARNs are taken as they are. */
const names =
  (parameters: readonly string[], resourceOf: (name: string) => string, service?: string): Read =>
  (record, { partition, region, account }) =>
    parameters.flatMap((name) => {
      const value = record.requestParameters?.[name];
      return [value].flat().flatMap((one) => {
        if (typeof one !== "string" || one === "") return [];
        return one.startsWith("arn:")
          ? [one]
          : [`arn:${partition}:${service ?? ""}:${region}:${account}:${resourceOf(one)}`];
      });
    });

const readers: Readonly<Record<string, Read>> = {
  s3: (record, { partition }) => {
    const [bucket, key] = [parameter(record, "bucketName"), parameter(record, "key")];
    if (bucket === undefined) return [];
    const arn = bucket.startsWith("arn:") ? bucket : `arn:${partition}:s3:::${bucket}`;
    return key === undefined ? [arn] : [`${arn}${bucket.startsWith("arn:") ? "/object" : ""}/${key}`, arn];
  },
  dynamodb: (record, place) => {
    const tables = names(["tableName"], (name) => `table/${name}`, "dynamodb")(record, place);
    const index = parameter(record, "indexName");
    return index === undefined ? tables : tables.map((table) => `${table}/index/${index}`);
  },
  sqs: (record, { partition, region, account }) => {
    const [, owner, name] = /\/(\d{12})\/([^/]+)$/.exec(parameter(record, "queueUrl") ?? "") ?? [];
    const queue = name ?? parameter(record, "queueName");
    return queue === undefined ? [] : [`arn:${partition}:sqs:${region}:${owner ?? account}:${queue}`];
  },
  lambda: names(
    ["functionName"],
    (name) => {
      const [, own = name] = /(?:^|:)function:(.+)$/.exec(name) ?? [];
      return `function:${own}`;
    },
    "lambda",
  ),
  // The end of a secret's ARN is made by chance, and a name alone does not tell it.
  secretsmanager: names(["secretId", "secretIdList"], (name) => `secret:${name}-??????`, "secretsmanager"),
  ssm: names(
    ["name", "names", "path"],
    (name) => `parameter/${name.replace(/^\//, "").replace(/\/$/, "")}`,
    "ssm",
  ),
  kms: names(["keyId"], (name) => (name.startsWith("alias/") ? name : `key/${name}`), "kms"),
  kinesis: names(["streamName"], (name) => `stream/${name}`, "kinesis"),
  firehose: names(["deliveryStreamName"], (name) => `deliverystream/${name}`, "firehose"),
  ecr: names(["repositoryName"], (name) => `repository/${name}`, "ecr"),
  logs: (record, place) => {
    const groups = names(
      ["logGroupName", "logGroupIdentifier"],
      (name) => `log-group:${name}`,
      "logs",
    )(record, place);
    const stream = parameter(record, "logStreamName");
    return groups.flatMap((group) => [
      ...(stream === undefined ? [] : [`${group}:log-stream:${stream}`]),
      group,
    ]);
  },
  events: names(["eventBusName"], (name) => `event-bus/${name}`, "events"),
  sns: names(["topicArn", "targetArn"], (name) => name, "sns"),
  cloudwatch: names(["alarmNames"], (name) => `alarm:${name}`, "cloudwatch"),
};
