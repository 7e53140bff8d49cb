import { z } from "zod";
import { parseArn } from "../permissions/arn";
import { map, oneOf, problem, text } from "./fields";

/** A resource by its name in the stack's account and region, or by its ARN. */
function resource(noun: string, namePattern: RegExp, service: string, arnResource: RegExp, example: string) {
  const want = `${noun} or an ARN like ${example}`;
  return text(want).refine(
    (value) => {
      if (!value.startsWith("arn:")) return namePattern.test(value);
      const arn = parseArn(value);
      return arn?.service === service && arnResource.test(arn.resource);
    },
    { error: want },
  );
}

const readWriteLevels = ["read", "write", "readWrite"] as const;

const s3 = map({
  /** A bucket. */
  bucket: resource(
    "a bucket name",
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    "s3",
    /^[^/*?]+$/,
    "arn:aws:s3:::orders",
  ),
  /** Only keys that start with this. @default - the whole bucket */
  prefix: text(
    "a key prefix without wildcards and of Latin-1 characters, such as incoming/",
    /^(?!.*[*?$])[\u0020-\u00ff]+$/,
  ).optional(),
  level: oneOf(readWriteLevels),
});

const dynamodb = map({
  table: resource(
    "a table name",
    /^[\w.-]{3,255}$/,
    "dynamodb",
    /^table\/[\w.-]+$/,
    "arn:aws:dynamodb:eu-central-1:111122223333:table/orders",
  ),
  level: oneOf(readWriteLevels),
});

const sqs = map({
  queue: resource(
    "a queue name",
    /^[\w-]{1,80}(\.fifo)?$/,
    "sqs",
    /^[\w-]+(\.fifo)?$/,
    "arn:aws:sqs:eu-central-1:111122223333:orders",
  ),
  level: oneOf(["send", "receive", "sendReceive"]),
});

const sns = map({
  topic: resource(
    "a topic name",
    /^[\w-]{1,256}(\.fifo)?$/,
    "sns",
    /^[\w-]+(\.fifo)?$/,
    "arn:aws:sns:eu-central-1:111122223333:orders",
  ),
  level: oneOf(["publish"]),
});

const secretsmanager = map({
  secret: resource(
    "a secret name",
    /^[\w/+=.@-]{1,512}$/,
    "secretsmanager",
    /^secret:[\w/+=.@?-]+$/,
    "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders/db-AbCdEf",
  ),
  level: oneOf(readWriteLevels),
});

const ssm = map({
  parameter: resource(
    "a parameter name, a subtree such as /orders/*,",
    /^(\/?[\w.-]+(\/[\w.-]+)*|(\/[\w.-]+)+\/\*)$/,
    "ssm",
    /^parameter\/[\w./-]+(\/\*)?$/,
    "arn:aws:ssm:eu-central-1:111122223333:parameter/orders/limit",
  ),
  level: oneOf(readWriteLevels),
});

const kms = map({
  key: resource(
    "a key id, alias/<name>",
    /^((mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|alias\/[\w/-]+)$/,
    "kms",
    /^(key\/[\w-]+|alias\/[\w/-]+)$/,
    "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  ),
  level: oneOf(["decrypt", "encrypt", "encryptDecrypt"]),
});

const logs = map({
  logGroup: resource(
    "a log group name",
    /^[\w./#-]{1,512}$/,
    "logs",
    /^log-group:[\w./#-]+(:\*)?$/,
    "arn:aws:logs:eu-central-1:111122223333:log-group:/orders",
  ),
  level: oneOf(readWriteLevels),
});

const ecr = map({
  repository: resource(
    "a repository name",
    /^[a-z0-9]+([._/-]+[a-z0-9]+)*$/,
    "ecr",
    /^repository\/[a-z0-9._/-]+$/,
    "arn:aws:ecr:eu-central-1:111122223333:repository/orders",
  ),
  level: oneOf(["pull", "push", "pullPush"]),
});

const cloudwatch = map({
  /** The only namespace that metrics may be written to; CloudWatch cannot limit reads to one. */
  namespace: text("a metric namespace, such as Orders/Api", /^[\w.#/:-]{1,255}$/).optional(),
  level: oneOf(["read", "write"]),
}).superRefine(({ namespace, level }, issues) => {
  if (level === "write" && namespace === undefined) {
    issues.addIssue(problem("missing, want the namespace that may be written to", ["namespace"]));
  }
  if (level === "read" && namespace !== undefined) {
    issues.addIssue(
      problem("does nothing at level read, since CloudWatch cannot limit reads to a namespace; remove it", [
        "namespace",
      ]),
    );
  }
});

const sts = map({
  role: resource(
    "a role name",
    /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    "iam",
    /^role\/[\w+=,.@/-]+$/,
    "arn:aws:iam::111122223333:role/orders-reader",
  ),
  level: oneOf(["assume"]),
});

const services = { s3, dynamodb, sqs, sns, secretsmanager, ssm, kms, logs, ecr, cloudwatch, sts };

/** The services that `access` knows, in the order of the documentation. */
export const ACCESS_SERVICES = Object.keys(services) as readonly AccessService[];

/** The key of an `access` entry. */
export type AccessService = keyof typeof services;

/** What each service's entry holds. */
export type AccessGrants = {
  readonly [Service in AccessService]: Readonly<z.infer<(typeof services)[Service]>>;
};

const optionalServices = Object.fromEntries(
  Object.entries(services).map(([service, schema]) => [service, schema.optional()]),
) as { [Service in AccessService]: z.ZodOptional<(typeof services)[Service]> };

/** One grant: a map with exactly one service key. */
export const accessEntry = map(optionalServices).superRefine((entry, issues) => {
  const named = Object.keys(entry);
  if (named.length === 1) return;
  issues.addIssue(
    problem(
      named.length === 0
        ? `names no service, want one of ${ACCESS_SERVICES.join(", ")}`
        : `names ${named.join(" and ")}, want one service for each entry`,
    ),
  );
});

/** One entry of `access`. */
export type AccessEntry = z.infer<typeof accessEntry>;
