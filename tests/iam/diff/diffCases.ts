import { allow, bucket, deny, queue, table } from "./allow.ts";

/** Two documents, and the lines that a reviewer reads of their difference. */
export interface DiffCase {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly changes: readonly string[];
  readonly widens: boolean;
}

export const readItems = allow(["dynamodb:GetItem", "dynamodb:Query"], table);
export const inRegion = (region: string) => ({ StringEquals: { "aws:RequestedRegion": region } });

export const diffCases: readonly DiffCase[] = [
  {
    name: "says nothing of equal documents",
    before: [readItems],
    after: [readItems],
    changes: [],
    widens: false,
  },
  {
    name: "says nothing of documents that differ only in their form",
    before: JSON.stringify({ Version: "2012-10-17", Statement: readItems }),
    after: {
      Version: "2012-10-17",
      Statement: [allow("dynamodb:query", table), allow(["DynamoDB:GetItem"], [table])],
    },
    changes: [],
    widens: false,
  },
  {
    name: "names a right that came, with its level and its resource in short",
    before: [readItems],
    after: [readItems, allow(["s3:PutObject", "s3:DeleteObject"], `${bucket}/*`)],
    changes: ["gains write on s3://orders/* (s3:DeleteObject, s3:PutObject)"],
    widens: true,
  },
  {
    name: "names a right that went",
    before: [readItems, allow("sqs:SendMessage", queue)],
    after: [allow("sqs:SendMessage", queue)],
    changes: ["loses read on dynamodb table/orders (dynamodb:GetItem, dynamodb:Query)"],
    widens: false,
  },
  {
    name: "shows a wider resource beside the one it replaces",
    before: [allow("s3:GetObject", `${bucket}/a/*`)],
    after: [allow("s3:GetObject", `${bucket}/*`)],
    changes: ["widens read on s3://orders/a/* to s3://orders/* (s3:GetObject)"],
    widens: true,
  },
  {
    name: "shows a narrower resource beside the one it replaces",
    before: [allow("s3:GetObject", `${bucket}/*`)],
    after: [allow("s3:GetObject", `${bucket}/a/*`)],
    changes: ["narrows read on s3://orders/* to s3://orders/a/* (s3:GetObject)"],
    widens: false,
  },
  {
    name: "shows an action pattern beside the actions it replaces",
    before: [allow("sqs:SendMessage", queue)],
    after: [allow("sqs:Send*", queue)],
    changes: ["widens write on sqs orders (sqs:Send* instead of sqs:SendMessage)"],
    widens: true,
  },
  {
    name: "shows a condition that came as a narrowing",
    before: [allow("sqs:SendMessage", queue)],
    after: [allow("sqs:SendMessage", queue, inRegion("eu-central-1"))],
    changes: [
      "narrows write on sqs orders where aws:RequestedRegion StringEquals eu-central-1, before everywhere (sqs:SendMessage)",
    ],
    widens: false,
  },
  {
    name: "shows a condition that went as a widening",
    before: [allow("sqs:SendMessage", queue, inRegion("eu-central-1"))],
    after: [allow("sqs:SendMessage", queue)],
    changes: [
      "widens write on sqs orders, before only where aws:RequestedRegion StringEquals eu-central-1 (sqs:SendMessage)",
    ],
    widens: true,
  },
  {
    name: "counts a Deny that went as more, and one that came as less",
    before: [allow("sqs:*", queue), deny("sqs:PurgeQueue", queue)],
    after: [allow("sqs:*", queue), deny("sqs:DeleteQueue", queue)],
    changes: [
      "no longer denies write on sqs orders (sqs:PurgeQueue)",
      "denies write on sqs orders (sqs:DeleteQueue)",
    ],
    widens: true,
  },
  {
    name: "puts what gives more first, and of that the riskiest",
    before: [allow("sqs:SendMessage", queue)],
    after: [
      allow("s3:ListBucket", bucket),
      allow("s3:PutObjectTagging", `${bucket}/*`),
      allow("s3:GetObject", `${bucket}/*`),
      allow("s3:PutBucketPolicy", bucket),
      allow("dynamodb:PutItem", table),
    ],
    changes: [
      "gains permissions management, list on s3://orders (s3:ListBucket, s3:PutBucketPolicy)",
      "gains write on dynamodb table/orders (dynamodb:PutItem)",
      "gains tagging, read on s3://orders/* (s3:GetObject, s3:PutObjectTagging)",
      "loses write on sqs orders (sqs:SendMessage)",
    ],
    widens: true,
  },
  {
    name: "shows the riskiest actions of a list that it cuts",
    before: [],
    after: [
      allow(
        [
          "AbortMultipartUpload",
          "DeleteObject",
          "GetBucketAcl",
          "GetBucketTagging",
          "GetObject",
          "ListBucket",
          "PutBucketPolicy",
        ].map((name) => `s3:${name}`),
        bucket,
      ),
    ],
    changes: [
      "gains permissions management, write, read, list on s3://orders (s3:PutBucketPolicy, s3:AbortMultipartUpload, s3:DeleteObject, s3:GetBucketAcl, s3:GetBucketTagging and 2 more)",
    ],
    widens: true,
  },
  {
    name: "writes whole ARNs where two would get the same short name",
    before: [allow("sqs:SendMessage", queue)],
    after: [allow("sqs:SendMessage", queue.replace("central", "west"))],
    changes: [
      `gains write on ${queue.replace("central", "west")} (sqs:SendMessage)`,
      `loses write on ${queue} (sqs:SendMessage)`,
    ],
    widens: true,
  },
  {
    name: "spells out rights on everything, and by NotAction",
    before: [],
    after: [allow("iam:PassRole", "*"), { Effect: "Allow", NotAction: "iam:*", Resource: "*" }],
    changes: [
      "gains permissions management, write, tagging, read, list on every resource (all but iam:*)",
      "gains write on every resource of iam (iam:PassRole)",
    ],
    widens: true,
  },
  {
    name: "ends a long list of actions with the number of those left out",
    before: [],
    after: [
      allow(
        ["A", "B", "C", "D", "E", "F", "G"].map((letter) => `nosuch:${letter}`),
        queue,
      ),
    ],
    changes: ["gains unknown on sqs orders (nosuch:A, nosuch:B, nosuch:C, nosuch:D, nosuch:E and 2 more)"],
    widens: true,
  },
];
