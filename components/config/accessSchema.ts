import { z } from "zod";
import { map, nameOrArn, oneOf, problem, text } from "./fields.ts";

interface Resource {
  readonly description: string;
  /** Such as `a bucket name`, for messages. */
  readonly noun: string;
  /** Of the whole name. */
  readonly name: RegExp;
  /** The service of its ARN, and what follows the account there. */
  readonly arn: readonly [service: string, resource: RegExp];
  /** One by name, and one by ARN. */
  readonly examples: readonly [string, string];
}

/** A resource by its name in the stack's account and region, or by its ARN. */
function resource({ description, noun, name, arn, examples }: Resource) {
  const want = `${noun} or an ARN like ${examples[1]}`;
  return nameOrArn(want, name, ...arn).meta({ description, examples: [...examples] });
}

/** What a workload may do with the resource. */
function level<const Words extends readonly [string, ...string[]]>(words: Words) {
  return oneOf(words).meta({ description: "What the workload may do with it.", examples: [...words] });
}

const readWriteLevels = ["read", "write", "readWrite"] as const;

const s3 = map({
  bucket: resource({
    description: "The bucket.",
    noun: "a bucket name",
    name: /[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/,
    arn: ["s3", /[^/*?]+/],
    examples: ["orders", "arn:aws:s3:::orders"],
  }),
  prefix: text(
    "a key prefix without wildcards and of Latin-1 characters, such as incoming/",
    /^(?!.*[*?$])[\u0020-\u00ff]+$/,
  )
    .meta({
      description: "Only keys that start with this. The whole bucket if left out.",
      examples: ["incoming/"],
    })
    .optional(),
  level: level(readWriteLevels),
}).meta({
  description: "Objects of a bucket.",
  examples: [{ bucket: "orders", prefix: "incoming/", level: "read" }],
});

const dynamodb = map({
  table: resource({
    description: "The table.",
    noun: "a table name",
    name: /[\w.-]{3,255}/,
    arn: ["dynamodb", /table\/[\w.-]+/],
    examples: ["orders", "arn:aws:dynamodb:eu-central-1:111122223333:table/orders"],
  }),
  level: level(readWriteLevels),
}).meta({
  description: "Items of a table and of its indexes.",
  examples: [{ table: "orders", level: "readWrite" }],
});

const sqs = map({
  queue: resource({
    description: "The queue.",
    noun: "a queue name",
    name: /[\w-]{1,80}(\.fifo)?/,
    arn: ["sqs", /[\w-]+(\.fifo)?/],
    examples: ["orders", "arn:aws:sqs:eu-central-1:111122223333:orders"],
  }),
  level: level(["send", "receive", "sendReceive"]),
}).meta({ description: "Messages of a queue.", examples: [{ queue: "orders", level: "send" }] });

const sns = map({
  topic: resource({
    description: "The topic.",
    noun: "a topic name",
    name: /[\w-]{1,256}(\.fifo)?/,
    arn: ["sns", /[\w-]+(\.fifo)?/],
    examples: ["orders", "arn:aws:sns:eu-central-1:111122223333:orders"],
  }),
  level: level(["publish"]),
}).meta({ description: "Messages of a topic.", examples: [{ topic: "orders", level: "publish" }] });

const secretsmanager = map({
  secret: resource({
    description: "The secret; by name the grant allows for the six characters that Secrets Manager adds.",
    noun: "a secret name",
    name: /[\w/+=.@-]{1,512}/,
    arn: ["secretsmanager", /secret:[\w/+=.@?-]+/],
    examples: ["orders/db", "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders/db-AbCdEf"],
  }),
  level: level(readWriteLevels),
}).meta({
  description: "The value of a secret in Secrets Manager.",
  examples: [{ secret: "orders/db", level: "read" }],
});

const ssm = map({
  parameter: resource({
    description: "The parameter, or a subtree as /path/*.",
    noun: "a parameter name, a subtree such as /orders/*,",
    name: /\/?[\w.-]+(\/[\w.-]+)*|(\/[\w.-]+)+\/\*/,
    arn: ["ssm", /parameter\/[\w./-]+(\/\*)?/],
    examples: ["/orders/*", "arn:aws:ssm:eu-central-1:111122223333:parameter/orders/limit"],
  }),
  level: level(readWriteLevels),
}).meta({
  description: "Parameters of Parameter Store.",
  examples: [{ parameter: "/orders/*", level: "read" }],
});

const kms = map({
  key: resource({
    description: "The key; by alias the grant follows the key that carries it.",
    noun: "a key id, alias/<name>",
    name: /(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|alias\/[\w/-]+/,
    arn: ["kms", /key\/[\w-]+|alias\/[\w/-]+/],
    examples: [
      "alias/orders",
      "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ],
  }),
  level: level(["decrypt", "encrypt", "encryptDecrypt"]),
}).meta({ description: "Use of a KMS key.", examples: [{ key: "alias/orders", level: "decrypt" }] });

const logs = map({
  logGroup: resource({
    description: "The log group.",
    noun: "a log group name",
    name: /[\w./#-]{1,512}/,
    arn: ["logs", /log-group:[\w./#-]+(:\*)?/],
    examples: ["/orders", "arn:aws:logs:eu-central-1:111122223333:log-group:/orders"],
  }),
  level: level(readWriteLevels),
}).meta({
  description: "A log group of CloudWatch Logs.",
  examples: [{ logGroup: "/orders", level: "write" }],
});

const ecr = map({
  repository: resource({
    description: "The repository.",
    noun: "a repository name",
    name: /[a-z0-9]+([._/-]+[a-z0-9]+)*/,
    arn: ["ecr", /repository\/[a-z0-9._/-]+/],
    examples: ["orders", "arn:aws:ecr:eu-central-1:111122223333:repository/orders"],
  }),
  level: level(["pull", "push", "pullPush"]),
}).meta({
  description: "Images of a repository, and the token to log in to the registry.",
  examples: [{ repository: "orders", level: "pull" }],
});

const cloudwatch = map({
  namespace: text("a metric namespace, such as Orders/Api", /^[\w.#/:-]{1,255}$/)
    .meta({
      description:
        "The only namespace that metrics may be written to; not for read, since CloudWatch cannot limit reads to one.",
      examples: ["Orders/Api"],
    })
    .optional(),
  level: level(["read", "write"]),
})
  .superRefine(({ namespace, level }, issues) => {
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
  })
  .meta({
    description: "Metrics of CloudWatch.",
    examples: [{ namespace: "Orders/Api", level: "write" }, { level: "read" }],
  });

const sts = map({
  role: resource({
    description: "The role.",
    noun: "a role name",
    name: /([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}/,
    arn: ["iam", /role\/[\w+=,.@/-]+/],
    examples: ["orders-reader", "arn:aws:iam::111122223333:role/orders-reader"],
  }),
  level: level(["assume"]),
}).meta({ description: "To assume another role.", examples: [{ role: "orders-reader", level: "assume" }] });

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
export const accessEntry = map(optionalServices)
  .superRefine((entry, issues) => {
    const named = Object.keys(entry);
    if (named.length === 1) return;
    issues.addIssue(
      problem(
        named.length === 0
          ? `names no service, want one of ${ACCESS_SERVICES.join(", ")}`
          : `names ${named.join(" and ")}, want one service for each entry`,
      ),
    );
  })
  .meta({ minProperties: 1, maxProperties: 1 });

/** One entry of `access`. */
export type AccessEntry = z.infer<typeof accessEntry>;
