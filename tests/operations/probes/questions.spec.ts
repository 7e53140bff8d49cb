import assert from "node:assert/strict";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { questionsOf } from "../../../operations/probes/questions.ts";

const target = { account: "111122223333", region: "eu-central-1", partition: "aws" };

/** What is asked for a statement, each as `action on resource`, with the context. */
async function asked(statement: object): Promise<unknown[]> {
  const [read] = statementsOf([{ Effect: "Allow", ...statement }]);
  assert.ok(read);
  const questions = await questionsOf("x", read, target);
  return questions.map(({ action, resource, context }) =>
    Object.keys(context).length === 0 ? `${action} on ${resource}` : [`${action} on ${resource}`, context],
  );
}

const bucket = "arn:aws:s3:::assets";

const resources: readonly (readonly [
  name: string,
  action: string,
  resource: string,
  asked: readonly string[],
])[] = [
  ["an object in a bucket", "s3:GetObject", `${bucket}/*`, [`s3:GetObject on ${bucket}/proof`]],
  [
    "an object where the bucket's name is open",
    "s3:GetObject",
    `${bucket}*`,
    [`s3:GetObject on ${bucket}proof/proof`],
  ],
  ["an object where all is open", "s3:GetObject", "*", ["s3:GetObject on arn:aws:s3:::proof/proof"]],
  [
    "an object where the ARN is open",
    "s3:GetObject",
    "arn:aws:s3:::*",
    ["s3:GetObject on arn:aws:s3:::proof/proof"],
  ],
  [
    "an object of its own where only a bucket is named",
    "s3:GetObject",
    bucket,
    ["s3:GetObject on arn:aws:s3:::proof/proof"],
  ],
  [
    "a bucket of its own where only objects are named",
    "s3:ListBucket",
    `${bucket}/*`,
    ["s3:ListBucket on arn:aws:s3:::proof"],
  ],
  [
    "no resource where the action takes none",
    "ec2:DescribeInstances",
    "arn:aws:ec2:*:*:instance/*",
    ["ec2:DescribeInstances on *"],
  ],
  [
    "no resource where a request may leave it out",
    "cloudwatch:GetMetricData",
    "*",
    ["cloudwatch:GetMetricData on *"],
  ],
  [
    "no resource where the secret is named in vain",
    "secretsmanager:BatchGetSecretValue",
    "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db-??????",
    ["secretsmanager:BatchGetSecretValue on *"],
  ],
  [
    "a secret with six characters",
    "secretsmanager:GetSecretValue",
    "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db-??????",
    ["secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-central-1:111122223333:secret:db-xxxxxx"],
  ],
  [
    "a queue and not a topic",
    "sqs:SendMessage",
    "arn:aws:sns:eu-central-1:111122223333:orders",
    ["sqs:SendMessage on arn:aws:sqs:eu-central-1:111122223333:proof"],
  ],
  [
    "the stack's own account and region where these are open",
    "dynamodb:Query",
    "arn:aws:dynamodb:*:*:table/orders",
    ["dynamodb:Query on arn:aws:dynamodb:eu-central-1:111122223333:table/orders"],
  ],
  [
    "another account where it is named",
    "dynamodb:Query",
    "arn:aws:dynamodb:eu-west-1:444455556666:table/*",
    ["dynamodb:Query on arn:aws:dynamodb:eu-west-1:444455556666:table/proof"],
  ],
  [
    "the first action of a pattern that takes the resource",
    "s3:*",
    `${bucket}/*`,
    [`s3:InitiateReplication on ${bucket}/proof`],
  ],
  ["the first action of a pattern that takes a bucket", "s3:*", bucket, [`s3:PauseReplication on ${bucket}`]],
  [
    "what the catalogue does not hold, as it stands",
    "nosuchservice:Do*",
    "arn:aws:nosuchservice:::thing/*",
    ["nosuchservice:Do* on arn:aws:nosuchservice:::thing/proof"],
  ],
];

const table = "arn:aws:dynamodb:eu-central-1:111122223333:table/orders";
const query = `dynamodb:Query on ${table}`;

const conditions: readonly (readonly [name: string, Condition: object, context: object])[] = [
  ["text", { StringEquals: { "dynamodb:Select": "COUNT" } }, { "dynamodb:Select": ["COUNT"] }],
  [
    "a pattern",
    { StringLike: { "aws:PrincipalTag/team": "shop-*" } },
    { "aws:PrincipalTag/team": ["shop-proof"] },
  ],
  [
    "a number below a limit",
    { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
    { "aws:MultiFactorAuthAge": ["3599"] },
  ],
  [
    "a number up to a limit",
    { NumericLessThanEquals: { "aws:MultiFactorAuthAge": "3600" } },
    { "aws:MultiFactorAuthAge": ["3600"] },
  ],
  [
    "a time before a date",
    { DateLessThan: { "aws:CurrentTime": "2027-03-31T00:00:00Z" } },
    { "aws:CurrentTime": ["2027-03-30T23:59:59Z"] },
  ],
  [
    "a time after seconds since 1970",
    { DateGreaterThan: { "aws:CurrentTime": "1800000000" } },
    { "aws:CurrentTime": ["2027-01-15T08:00:01Z"] },
  ],
  [
    "an address of a range",
    { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    { "aws:SourceIp": ["203.0.113.0"] },
  ],
  ["a flag", { Bool: { "aws:SecureTransport": "true" } }, { "aws:SecureTransport": ["true"] }],
  [
    "a key that has to be there",
    { Null: { "aws:PrincipalTag/team": "false" } },
    { "aws:PrincipalTag/team": ["proof"] },
  ],
  ["no key that must not be there", { Null: { "aws:PrincipalTag/team": "true" } }, {}],
  ["no key that a negated operator names", { StringNotEquals: { "aws:PrincipalTag/team": "shop" } }, {}],
  [
    "a value that meets two tests of one key",
    { StringLike: { "aws:PrincipalTag/team": "*" }, StringEquals: { "AWS:PrincipalTag/team": "shop" } },
    { "aws:PrincipalTag/team": ["shop"] },
  ],
  ["no key that the action does not have", { StringEquals: { "s3:prefix": "orders/" } }, {}],
  [
    "a value that nothing can be compared with, as it stands",
    { DateLessThan: { "aws:CurrentTime": "soon" } },
    { "aws:CurrentTime": ["soon"] },
  ],
];

describe("a question about a statement", () => {
  for (const [name, Action, Resource, lines] of resources)
    it(`asks for ${name}`, async () => {
      assert.deepEqual(await asked({ Action, Resource }), lines);
    });

  for (const [name, Condition, context] of conditions)
    it(`asks with ${name}`, async () => {
      const wanted = Object.keys(context).length === 0 ? query : [query, context];
      assert.deepEqual(await asked({ Action: "dynamodb:Query", Resource: table, Condition }), [wanted]);
    });
});
