import assert from "node:assert/strict";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { effectsOf } from "./effects.ts";

const regional = (service: string, resource: string) =>
  `arn:aws:${service}:eu-central-1:111122223333:${resource}`;

/** Actions on resources that they never match, and what is wanted instead. */
const never: readonly (readonly [action: string, resources: string | string[], want: string])[] = [
  [
    "s3:GetObject",
    "arn:aws:s3:::orders",
    'a resource such as arn:aws:s3:<Region>:<Account>:accesspoint/<AccessPointName>/object/<ObjectName> or arn:aws:s3:::<BucketName>/<ObjectName>; did you mean "arn:aws:s3:::orders/*"?',
  ],
  [
    "s3:ListBucket",
    "arn:aws:s3:::orders/*",
    'a resource such as arn:aws:s3:<Region>:<Account>:accesspoint/<AccessPointName> or arn:aws:s3:::<BucketName>; did you mean "arn:aws:s3:::orders"?',
  ],
  [
    "sqs:SendMessage",
    regional("sns", "orders"),
    "a resource such as arn:aws:sqs:<Region>:<Account>:<QueueName>",
  ],
  ["sqs:*", regional("sns", "orders"), "a resource such as arn:aws:sqs:<Region>:<Account>:<QueueName>"],
  [
    "ec2:DescribeInstances",
    regional("ec2", "instance/*"),
    'the resource "*", the only one that ec2:DescribeInstances takes',
  ],
  [
    "secretsmanager:BatchGetSecretValue",
    regional("secretsmanager", "secret:orders-??????"),
    'the resource "*", the only one that secretsmanager:BatchGetSecretValue takes',
  ],
  [
    "s3:ListAllMyBuckets",
    "arn:aws:s3:::orders",
    'the resource "*", the only one that s3:ListAllMyBuckets takes',
  ],
  [
    "ecr:GetAuthorizationToken",
    regional("ecr", "repository/orders"),
    'the resource "*", the only one that ecr:GetAuthorizationToken takes',
  ],
  [
    "kms:Decrypt",
    regional("kms", "alias/orders"),
    "a resource such as arn:aws:kms:<Region>:<Account>:key/<KeyId>",
  ],
  [
    "dynamodb:GetItem",
    [regional("dynamodb", "orders"), regional("s3", "table/orders")],
    "a resource such as arn:aws:dynamodb:<Region>:<Account>:table/<TableName>",
  ],
  [
    "ec2:StartInstances",
    regional("ec2", "volume/*"),
    "a resource such as arn:aws:ec2:<Region>:<Account>:instance/<InstanceId> or arn:aws:resource-groups:<Region>:<Account>:group/<GroupName>",
  ],
  [
    "sqs:SendMessage",
    "arn:aws:sqs:::orders",
    "a resource such as arn:aws:sqs:<Region>:<Account>:<QueueName>",
  ],
  [
    "s3:GetObject",
    regional("s3", "orders/*"),
    "a resource such as arn:aws:s3:<Region>:<Account>:accesspoint/<AccessPointName>/object/<ObjectName> or arn:aws:s3:::<BucketName>/<ObjectName>",
  ],
  [
    "s3:GetObject",
    regional("s3", "o/*"),
    "a resource such as arn:aws:s3:<Region>:<Account>:accesspoint/<AccessPointName>/object/<ObjectName> or arn:aws:s3:::<BucketName>/<ObjectName>",
  ],
  [
    "logs:PutLogEvents",
    regional("logs", "log-group:/orders"),
    'a resource such as arn:aws:logs:<Region>:<Account>:log-group:<LogGroupName>:log-stream:<LogStreamName>; did you mean "arn:aws:logs:eu-central-1:111122223333:log-group:/orders:*"?',
  ],
  [
    "route53:ChangeResourceRecordSets",
    "arn:aws:route53::111122223333:hostedzone/Z0123456789",
    "a resource such as arn:aws:route53:::hostedzone/<Id>",
  ],
];

/** Actions on resources that they match, or may match for all that is known. */
const mayBe: Readonly<Record<string, object>> = {
  "an object of a bucket": { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" },
  "a bucket and its objects, each for one of the actions": {
    Action: ["s3:GetObject", "s3:ListBucket"],
    Resource: ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"],
  },
  "a public parameter, which is of no account": {
    Action: "ssm:GetParameter",
    Resource: "arn:aws:ssm:eu-central-1::parameter/aws/service/*",
  },
  "stars in place of a region and an account that a bucket has none of": {
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:*:*:orders/*",
  },
  "a star after the name of a bucket": {
    Action: ["s3:GetObject", "s3:ListBucket"],
    Resource: "arn:aws:s3:::orders*",
  },
  "an access point": { Action: "s3:ListBucket", Resource: regional("s3", "accesspoint/orders") },
  "objects through an access point on Outposts": {
    Action: "s3:GetObject",
    Resource: regional("s3-outposts", "outpost/op-1/accesspoint/orders/object/*"),
  },
  "the whole service for an action that takes no resource": {
    Action: "s3:ListAllMyBuckets",
    Resource: "arn:aws:s3:::*",
  },
  "a list that AWS asks for on all resources of a type": {
    Action: "dynamodb:ListTables",
    Resource: regional("dynamodb", "table/*"),
  },
  "actions by a pattern of which one takes the resource": {
    Action: "s3:*Object",
    Resource: "arn:aws:s3:::orders/*",
  },
  "every action of the service on one of its resources": { Action: "s3:*", Resource: "arn:aws:s3:::orders" },
  "a pattern over several services": { Action: "s*:Send*", Resource: "arn:aws:s3:::orders" },
  "an action that the catalogue does not hold": { Action: "s3:GetMoon", Resource: "arn:aws:s3:::orders" },
  "a variable in place of the name": {
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::${aws:PrincipalTag/path}",
  },
  "a star over several parts of an ARN": { Action: "sqs:SendMessage", Resource: "arn:aws:s*" },
  "any service": { Action: "sqs:SendMessage", Resource: "arn:aws:*:*:*:orders" },
  NotResource: { Action: "s3:GetObject", NotResource: "arn:aws:s3:::orders" },
  NotAction: { NotAction: "s3:GetObject", Resource: "arn:aws:s3:::orders" },
  "a resource that is unknown yet": {
    Action: "s3:GetObject",
    Resource: ["arn:aws:s3:::orders", UNKNOWN],
  },
  "an action that is unknown yet": { Action: [UNKNOWN], Resource: "arn:aws:s3:::orders" },
  "a type of resource that the catalogue does not know yet": {
    Action: "glue:GetTable",
    Resource: regional("glue", "moonbase/orders"),
  },
  "a session of Systems Manager for its messages": {
    Action: "ssmmessages:OpenDataChannel",
    Resource: "arn:aws:ssm:*:*:session/*",
  },
  "tags of a listener, which two pages of AWS describe": {
    Action: "elasticloadbalancing:AddTags",
    Resource: "arn:aws:elasticloadbalancing:*:*:listener/app/*/*/*",
  },
  "a command on an instance of EC2": {
    Action: "ssm:SendCommand",
    Resource: regional("ec2", "instance/i-0123456789abcdef0"),
  },
  "a role to pass": { Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/orders/*" },
  "a stack by its name": {
    Action: "cloudformation:CreateStack",
    Resource: regional("cloudformation", "stack/a"),
  },
  "a log group with what it holds": {
    Action: "logs:PutLogEvents",
    Resource: regional("logs", "log-group:/a:*"),
  },
};

describe("an action and the resources of its statement", () => {
  for (const [action, resources, want] of never) {
    it(`never match: ${action} on ${resources.toString()}`, async () => {
      const on = [resources]
        .flat()
        .map((resource) => JSON.stringify(resource))
        .join(", ");
      assert.deepStrictEqual(await effectsOf({ Action: ["s3:GetMoon", action], Resource: resources }), [
        `Action 1: got "${action}" on ${on}, which it never matches; want ${want}`,
      ]);
    });
  }

  for (const [name, statement] of Object.entries(mayBe)) {
    it(`may match: ${name}`, async () => {
      assert.deepStrictEqual(await effectsOf(statement), []);
    });
  }

  it("are judged in a Deny too", async () => {
    const deny = { Effect: "Deny", Action: "sqs:SendMessage", Resource: "arn:aws:s3:::orders" };
    assert.equal((await effectsOf(deny)).length, 1);
  });
});
