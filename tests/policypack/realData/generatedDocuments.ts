import fc from "fast-check";

/** A statement and a document as the generator writes them. */
export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: object;
}

export interface Document {
  readonly Version: string;
  readonly Statement: Statement | readonly Statement[];
}

const letters = "abcdefghijklmnopqrstuvwxyz".split("");

const openActions = ["*", "*:*", "**", "?*", "*?", "?*:?*", "*:**"];
const narrowActions = [
  ...["s3:GetObject", "S3:*", "s3:**", "s?:*", "s*:*", "iam:*", "iam:Pass*", "ec2:Describe*", "kms:Decrypt"],
  ...["*:Get*", "*:*Object", "*:*e*", "sts:AssumeRole", "zqx:*", "???:*", "dynamodb:*Item"],
];
const openResources = [
  ...["*", "**", "?*", "arn:*", "arn:aws:*", "arn:*:*:*:*:*", "arn:aws:*:*:*:*", "a*", "*:*", "arn:*:*"],
  // These name a place, which the rule takes for no limit.
  ...[
    "arn:aws:*:eu-central-1:*",
    "arn:aws:*:*:111122223333:*",
    "arn:aws-cn:*",
    "arn:aws:*::*",
    "*/*",
    "ARN:*",
  ],
];
const narrowResources = [
  ...["arn:aws:s3:::*", "arn:aws:s3:::bucket/*", "arn:*:s3:::*", "arn:aws:ec2:*:*:*", "arn:aws:iam::*"],
  ...[
    "arn:aws:*:*:*:role/*",
    "*prod*",
    "arn:aws:s*:*",
    "arn:aws:s3:::${aws:username}/*",
    "${*}",
    "arn:aws:${*}",
  ],
];

/** One pattern or a list, mostly of narrow ones: a document of many open ones shows little. */
function patterns(open: readonly string[], narrow: readonly string[]) {
  const one = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...narrow) }, fc.constantFrom(...open));
  return fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 4 }));
}

const action = fc.oneof(
  { weight: 12, arbitrary: patterns(openActions, narrowActions) },
  fc.constant(letters.map((letter) => `${letter}*:*`)),
  fc.constant(letters.map((letter) => `*:${letter}*`)),
  fc.constant(letters.slice(1).map((letter) => `${letter}*:*`)),
  fc.constant([]),
);

const resource = fc.oneof(
  { weight: 12, arbitrary: patterns(openResources, narrowResources) },
  fc.constant(letters.map((letter) => `arn:aws:${letter}*`)),
);

const condition = fc.constantFrom(
  { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  { StringEquals: { "aws:RequestedRegion": ["eu-central-1", "us-east-1"] } },
);

const statement: fc.Arbitrary<Statement> = fc
  .record({
    effect: fc.oneof({ weight: 4, arbitrary: fc.constant("Allow" as const) }, fc.constant("Deny" as const)),
    actions: fc.oneof(
      { weight: 5, arbitrary: fc.record({ Action: action }) },
      fc.record({ NotAction: patterns(openActions, narrowActions) }),
    ),
    resources: fc.oneof(
      { weight: 6, arbitrary: fc.record({ Resource: resource }) },
      fc.record({ NotResource: patterns(openResources, narrowResources) }),
    ),
    conditions: fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, fc.record({ Condition: condition })),
  })
  .map(({ effect, actions, resources, conditions }) => ({
    Effect: effect,
    ...actions,
    ...resources,
    ...conditions,
  }));

/** Documents that IAM reads without complaint, made of the patterns that rules about `*:*` get wrong. */
export const document: fc.Arbitrary<Document> = fc.record({
  Version: fc.constantFrom("2012-10-17", "2008-10-17"),
  Statement: fc.oneof(statement, fc.array(statement, { minLength: 1, maxLength: 3 })),
});
