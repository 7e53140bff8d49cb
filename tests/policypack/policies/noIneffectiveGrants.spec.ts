import { noIneffectiveGrants } from "../../../policypack/policies/noIneffectiveGrants.ts";
import { allow, documentOf, itJudgesResources, itJudgesStacks } from "../cases.ts";
import { type TestResource, unknownText } from "../violations.ts";

const type = "aws:iam/policy:Policy";
const objects = "arn:aws:s3:::orders/*";

describe("no-ineffective-grants", () => {
  itJudgesResources(noIneffectiveGrants, [
    {
      name: "reports an action on a resource that it does not take",
      type,
      props: { policy: documentOf(allow(["sqs:SendMessage", "s3:GetObject"], objects)) },
      reports: [
        `subject policy.Statement[0]: got Allow "sqs:SendMessage" on "${objects}", which it never matches; want a resource such as arn:aws:sqs:<Region>:<Account>:<QueueName>; correct it or remove it`,
      ],
    },
    {
      name: "reports a key that the action does not have, and a value that nothing can be compared with",
      type: "aws:iam/role:Role",
      props: {
        inlinePolicies: [
          {
            policy: documentOf({
              ...allow("s3:GetObject", objects),
              Effect: "Deny",
              Condition: {
                StringNotEquals: { "aws:RequestRegion": "a" },
                Bool: { "aws:SecureTransport": "no" },
              },
            }),
          },
        ],
      },
      reports: [
        'subject inlinePolicies[0].policy.Statement[0]: got StringNotEquals "aws:RequestRegion" which "s3:GetObject" does not have, so the Deny is not limited by it; want a condition key of the request; did you mean "aws:RequestedRegion"?; correct it or remove it',
        'subject inlinePolicies[0].policy.Statement[0]: got Bool "no" for aws:SecureTransport, which Bool cannot compare; want true or false; correct it or remove it',
      ],
    },
    {
      name: "passes statements that AWS applies, and what is unknown yet",
      type,
      props: {
        policy: {
          Statement: [allow("s3:GetObject", objects), allow("s3:GetObject", ["arn:aws:s3:::a", unknownText])],
        },
      },
      reports: [],
    },
    ...[
      ["s3:GetObjct", "s3:GetObject"],
      ["S3:getObejct", "s3:GetObject"],
      ["sqs:SendMesage", "sqs:SendMessage"],
      ["dynmodb:GetItem", "dynamodb:GetItem"],
    ].map(([action = "", meant]) => ({
      name: `reports ${action}, which AWS does not have`,
      type,
      props: { policy: documentOf(allow(action, "*")) },
      reports: [
        `subject policy.Statement[0]: got Allow "${action}" which AWS does not have; want an action of AWS; did you mean "${meant}"?; correct it or remove it`,
      ],
    })),
    {
      name: "passes actions that AWS may have made since the catalogue was",
      type,
      props: {
        policy: documentOf(allow(["s3:GetMoon", "moonbase:GetItem", "dynamodbx:GetMoon", "s3:Gett*"], "*")),
      },
      reports: [],
    },
    ...[
      ["AmazonSSMManagedInstanceCor", 'an AWS-managed policy; did you mean "AmazonSSMManagedInstanceCore"?'],
      ["AmazonEC2RoleforSSM", '"service-role/AmazonEC2RoleforSSM", with its path'],
      [
        "aws-service-role/AWSSupportServiceRolePolicy",
        "a policy that can be attached; this one is for the service-linked role of a service, which AWS makes",
      ],
    ].map(([name, want]) => ({
      name: `reports the AWS-managed policy ${name}, which cannot be attached`,
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      props: { role: "api", policyArn: `arn:aws-cn:iam::aws:policy/${name}` },
      reports: [
        `subject policyArn: got "arn:aws-cn:iam::aws:policy/${name}"; want ${want}; correct it or remove it`,
      ],
    })),
    {
      name: "passes AWS-managed policies that are there, may be new, or are of an account",
      type: "aws:iam/role:Role",
      props: {
        managedPolicyArns: [
          "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
          "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM",
          "arn:aws:iam::aws:policy/AmazonMoonbaseReadOnlyAccess",
          "arn:aws:iam::111122223333:policy/AmazonEC2RoleforSSM",
          unknownText,
        ],
      },
      reports: [],
    },
    {
      name: "passes a resource policy, which is none of an identity",
      type: "aws:s3/bucketPolicy:BucketPolicy",
      props: { policy: documentOf(allow("sqs:SendMessage", objects)) },
      reports: [],
    },
  ]);
});

const policy = (name: string, ...statements: readonly object[]): TestResource => ({
  type,
  name,
  props: { name, policy: documentOf(...statements) },
});

/** A role with a policy of its own, and with a boundary of the stack. */
const role = (name: string, document: string, boundary?: string): TestResource[] => [
  {
    type: "aws:iam/role:Role",
    name,
    props: { name, ...(boundary !== undefined && { permissionsBoundary: unknownText }) },
    dependencies: { ...(boundary !== undefined && { permissionsBoundary: [`${type}::${boundary}`] }) },
  },
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    name: `${name}-${document}`,
    props: { role: name, policyArn: unknownText },
    dependencies: { policyArn: [`${type}::${document}`] },
  },
];

const readOrders = allow(["s3:GetObject", "sqs:SendMessage"], [objects, "arn:aws:sqs:*:*:orders"]);
const cut = (action: string) =>
  `rights policy.Statement[0]: got Allow "${action}" on "${objects}", "arn:aws:sqs:*:*:orders", which the permissions boundary never allows; want a right within the boundary; correct it or remove it`;

describe("no-ineffective-grants with a permissions boundary of the stack", () => {
  itJudgesStacks(noIneffectiveGrants, [
    {
      name: "reports an action that the boundary does not have",
      stack: [
        policy("limit", allow("s3:*", "*")),
        policy("rights", readOrders),
        ...role("api", "rights", "limit"),
      ],
      reports: [cut("sqs:SendMessage")],
    },
    {
      name: "reports an action that the boundary has on other resources",
      stack: [
        policy("limit", allow("*", "arn:aws:sqs:*:*:*"), allow("s3:*", "arn:aws:s3:::invoices/*")),
        policy("rights", readOrders),
        ...role("api", "rights", "limit"),
      ],
      reports: [cut("s3:GetObject")],
    },
    {
      name: "reports an action that the boundary denies",
      stack: [
        policy("limit", allow("*", "*"), { Effect: "Deny", Action: "sqs:*", Resource: "*" }),
        policy("rights", readOrders),
        ...role("api", "rights", "limit"),
      ],
      reports: [cut("sqs:SendMessage")],
    },
    {
      name: "reports an action that the boundary leaves out",
      stack: [
        policy("limit", { Effect: "Allow", NotAction: "sqs:*", Resource: "*" }),
        policy("rights", readOrders),
        ...role("api", "rights", "limit"),
      ],
      reports: [cut("sqs:SendMessage")],
    },
    {
      name: "reports what the boundary of every role cuts off",
      stack: [
        policy("one", allow("s3:*", "*")),
        policy("other", allow("dynamodb:*", "*")),
        policy("rights", readOrders),
        ...role("api", "rights", "one"),
        ...role("mailer", "rights", "other"),
      ],
      reports: [cut("sqs:SendMessage")],
    },
    {
      name: "passes what a role without a boundary has by the same document",
      stack: [
        policy("limit", allow("s3:*", "*")),
        policy("rights", readOrders),
        ...role("api", "rights", "limit"),
        ...role("mailer", "rights"),
      ],
      reports: [],
    },
    {
      name: "passes what the boundary denies under a condition, and what it may share a resource with",
      stack: [
        policy("limit", allow(["s3:Get*", "sqs:*"], ["arn:aws:s3:::o*", "arn:aws:sqs:eu-central-1:*:*"]), {
          Effect: "Deny",
          Action: "*",
          Resource: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
        policy("rights", readOrders),
        ...role("api", "rights", "limit"),
      ],
      reports: [],
    },
    {
      name: "passes a boundary that is not known yet",
      stack: [
        { type, name: "limit", props: { name: "limit", policy: unknownText } },
        policy("rights", readOrders),
        ...role("api", "rights", "limit"),
      ],
      reports: [],
    },
  ]);
});
