import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { stackDiff } from "../../../operations/permissions/diff.ts";
import { diffLines } from "../../../operations/permissions/diffLines.ts";
import { declared } from "./stackFiles.ts";

const s3 = (level: string) => ({ access: [{ s3: { bucket: "orders-assets", level } }] });
const conditional = (team: unknown) => ({
  statements: [
    {
      actions: ["sqs:SendMessage"],
      resources: ["*"],
      conditions: { StringLike: { "aws:PrincipalTag/team": team } },
    },
  ],
});
const raw = (actions: readonly string[], resources: readonly unknown[] = ["*"]) => ({
  statements: [{ actions, resources }],
});

/** The lines of the diff of two sets of workloads, as `urgency | workload | text`. */
async function lines(
  before: object,
  after: object,
  settingsBefore = {},
  settingsAfter = {},
): Promise<string[]> {
  const [from, to] = [await declared(before, settingsBefore), await declared(after, settingsAfter)];
  assert.deepEqual([from.problem, to.problem], [undefined, undefined]);
  const workloads = await stackDiff(from, to);
  const diff = { base: "main", head: "here", stacks: ["prod"], workloads, notes: [] };
  return diffLines(diff).map(({ urgency, workload, text }) => `${urgency} | ${workload} | ${text}`);
}

const boundary = (name: string) => ({ "instance-profiles:permissionsBoundary": name });
const one = { api: s3("read") };
const launched = (hopLimit: number) => ({
  api: { ...s3("read"), launch: { image: "al2023", instanceType: "t3.nano", hopLimit } },
});
const launchedWith = (launch: object) => ({
  api: { ...s3("read"), launch: { image: "al2023", instanceType: "t3.nano", ...launch } },
});

/** The text that stands for a secret, and what a line shows of it. */
const secretName = (secure: string) =>
  `secret-${createHash("sha256").update(secure).digest("hex").slice(0, 10)}`;
const shownName = (secure: string) => `a secret value (${secretName(secure)})`;

type Row = readonly [string, object, object, readonly string[] | "something", object?, object?];

const arnOr = (name: unknown) => (typeof name === "string" ? `arn:aws:*:*:*:${name}` : name);

/** A secret that becomes another one, plain text, or was such; and text that has the name of the secret. Each has to show. */
function secretPairs(what: string, workload: (value: unknown) => object): Row[] {
  const [first, second] = [{ secure: "AAAB" }, { secure: "AAAC" }];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["that becomes another secret", first, second],
    ["that becomes a secret", "plain", first],
    ["that is a secret no more", first, "plain"],
    ["that becomes the text of its name", first, secretName("AAAB")],
  ];
  return pairs.map(([how, before, after]) => [
    `shows ${what} ${how}`,
    { api: workload(before) },
    { api: workload(after) },
    "something",
  ]);
}

const rows: readonly Row[] = [
  ["says nothing of workloads that stay as they are", one, one, []],
  [
    "says nothing of placeholders that stand for what was written",
    { api: { access: [{ s3: { bucket: "test-orders-eu-central-1", level: "read" } }] } },
    { api: { access: [{ s3: { bucket: "{environment}-orders-{region}", level: "read" } }] } },
    [],
  ],
  [
    "says what placeholders stand for",
    one,
    {
      api: {
        ...one.api,
        statements: [{ actions: ["s3:GetObject"], resources: ["arn:{partition}:s3:::{stack}-pictures/*"] }],
      },
    },
    ["more | api | gains read on s3://prod-pictures/* (s3:GetObject)"],
  ],
  ["says nothing of a description", one, { api: { ...s3("read"), description: "x" } }, []],
  [
    "says which tags of a role changed, which policies may ask for",
    { api: { ...s3("read"), tags: { Team: "shop", Kept: "a" } } },
    { api: { ...s3("read"), tags: { Team: "admin", Kept: "a", More: "b" } } },
    ["other | api | has other tags: More, Team"],
  ],
  [
    "does not call it a loss when a policy is detached that may deny something",
    { api: { ...s3("read"), managedPolicies: ["AWSDenyAll", "account:own"] } },
    one,
    ["risky | api | detaches AWSDenyAll", "other | api | detaches own"],
  ],
  [
    "tells a policy of the account from one of the same name elsewhere",
    { api: { ...s3("read"), managedPolicies: ["ReadOnlyAccess"], permissionsBoundary: "tight" } },
    {
      api: {
        ...s3("read"),
        managedPolicies: ["arn:aws:iam::999988887777:policy/ReadOnlyAccess"],
        permissionsBoundary: "arn:aws:iam::999988887777:policy/tight",
      },
    },
    [
      "more | api | attaches arn:aws:iam::999988887777:policy/ReadOnlyAccess",
      "other | api | has the permissions boundary arn:aws:iam::999988887777:policy/tight instead of tight",
      "less | api | detaches ReadOnlyAccess",
    ],
  ],
  [
    "marks a boundary that limits nothing",
    { api: { ...s3("read"), permissionsBoundary: "tight" } },
    { api: { ...s3("read"), permissionsBoundary: "arn:aws:iam::aws:policy/AdministratorAccess" } },
    ["risky | api | has the permissions boundary AdministratorAccess instead of tight"],
  ],
  [
    "says of a new workload what is wider than by default",
    one,
    {
      ...one,
      mailer: { maxSessionHours: 12, launch: { image: "al2023", instanceType: "t3.nano", hopLimit: 64 } },
    },
    [
      "more | mailer | may be assumed for 12 h instead of 1 h",
      "more | mailer | hands its credentials out over 64 hops instead of 1",
      "other | mailer | is new",
    ],
  ],
  [
    "says that a launch template which comes lets containers reach the credentials",
    one,
    launched(2),
    ["more | api | hands its credentials out over 2 hops instead of 1"],
  ],
  [
    "says that the profile of somebody else is taken off an instance",
    { api: { ...s3("read"), attachTo: ["i-0123456789abcdef0"] } },
    { api: { ...s3("read"), attachTo: [{ instance: "i-0123456789abcdef0", replaceExisting: true }] } },
    ["more | api | takes the profile of somebody else off i-0123456789abcdef0"],
  ],
  [
    "says nothing of the same rights in other words",
    { api: raw(["s3:GetObject", "s3:PutObject"], ["arn:aws:s3:::a/*"]) },
    {
      api: {
        statements: ["s3:PutObject", "s3:GetObject"].map((action) => ({
          actions: [action],
          resources: ["arn:aws:s3:::a/*"],
        })),
      },
    },
    [],
  ],
  [
    "says who gains what level on which resource",
    one,
    { api: s3("readWrite") },
    [
      "more | api | gains write on s3://orders-assets/* (s3:AbortMultipartUpload, s3:DeleteObject, s3:PutObject)",
    ],
  ],
  [
    "says what is taken away",
    { api: s3("readWrite") },
    one,
    [
      "less | api | loses write on s3://orders-assets/* (s3:AbortMultipartUpload, s3:DeleteObject, s3:PutObject)",
    ],
  ],
  [
    "shows a new workload with all that it may do",
    one,
    { ...one, mailer: { access: [{ sns: { topic: "mails", level: "publish" } }] } },
    ["more | mailer | gains write on sns mails (sns:Publish)", "other | mailer | is new"],
  ],
  [
    "shows a workload that is gone in one line",
    { ...one, mailer: s3("read") },
    one,
    ["less | mailer | is gone, with all its rights"],
  ],
  [
    "takes a workload under another name for the same one, and says what changed besides",
    { api: { access: [...s3("read").access, { sqs: { queue: "orders", level: "send" } }] } },
    {
      shop: {
        access: [
          { sqs: { queue: "orders", level: "send" } },
          ...s3("read").access,
          { sns: { topic: "mails", level: "publish" } },
        ],
      },
    },
    [
      "more | shop | gains write on sns mails (sns:Publish)",
      "other | shop | was api; it gets a new role, and what carries the old one has to be replaced",
    ],
  ],
  [
    "takes workloads with hardly a right in common for two",
    { api: s3("read") },
    { mailer: { access: [{ sns: { topic: "mails", level: "publish" } }] } },
    [
      "more | mailer | gains write on sns mails (sns:Publish)",
      "other | mailer | is new",
      "less | api | is gone, with all its rights",
    ],
  ],
  [
    "puts first what the policy pack refuses, then what it advises against, then rights over permissions",
    one,
    { api: { ...s3("read"), ...raw(["iam:CreatePolicyVersion"]) } },
    [
      'refused | api | is refused by no-privilege-escalation: got Allow "iam:CreatePolicyVersion"; want no right to change permissions',
      'risky | api | is advised against by no-open-resources: got Allow "iam:CreatePolicyVersion" on "*"; want the ARNs that the workload needs',
      "risky | api | gains permissions management on every resource of iam (iam:CreatePolicyVersion)",
    ],
  ],
  [
    "does not repeat a risk that was there before",
    { api: raw(["ec2:RunInstances"]) },
    { api: raw(["ec2:RunInstances", "ec2:DescribeInstances"]) },
    ["more | api | gains list on every resource of ec2 (ec2:DescribeInstances)"],
  ],
  [
    "shows attached and detached policies",
    { api: { managedPolicies: ["AmazonSSMManagedInstanceCore"] } },
    { api: { managedPolicies: ["account:own", "AdministratorAccess"] } },
    [
      'refused | api | is refused by no-star-star-grants: got "arn:aws:iam::aws:policy/AdministratorAccess"; want a policy with what the workload needs',
      "more | api | attaches own",
      "more | api | attaches AdministratorAccess",
      "less | api | detaches AmazonSSMManagedInstanceCore",
    ],
  ],
  [
    "marks a boundary that goes",
    one,
    one,
    ["risky | api | loses its permissions boundary limits"],
    boundary("limits"),
    {},
  ],
  [
    "shows a boundary that comes",
    one,
    one,
    ["less | api | gets the permissions boundary limits"],
    {},
    boundary("limits"),
  ],
  [
    "shows a boundary in place of another",
    one,
    one,
    ["other | api | has the permissions boundary wider instead of limits"],
    boundary("limits"),
    boundary("wider"),
  ],
  [
    "shows longer sessions",
    one,
    { api: { ...s3("read"), maxSessionHours: 4 } },
    ["more | api | may be assumed for 4 h instead of 1 h"],
  ],
  [
    "shows that containers can reach the credentials",
    launched(1),
    launched(2),
    ["more | api | hands its credentials out over 2 hops instead of 1"],
  ],
  [
    "shows that they no longer can",
    launched(2),
    launched(1),
    ["less | api | hands its credentials out over 1 hop instead of 2"],
  ],
  [
    "says that user data came, which is a secret",
    launched(1),
    launchedWith({ userData: { secure: "AAAB" } }),
    ["other | api | runs other code as root at the next launch: other user data, a secret value"],
  ],
  [
    "says that user data became another secret",
    launchedWith({ userData: { secure: "AAAB" } }),
    launchedWith({ userData: { secure: "AAAC" } }),
    ["other | api | runs other code as root at the next launch: other user data, a secret value"],
  ],
  [
    "says that user data is no secret any more",
    launchedWith({ userData: { secure: "AAAB" } }),
    launchedWith({ userData: "#!/bin/sh\n" }),
    ["other | api | runs other code as root at the next launch: other user data, a secret value before"],
  ],
  [
    "says of a launch template which comes that it runs code",
    one,
    launchedWith({ userData: "#!/bin/sh\n" }),
    ["other | api | runs code as root at the next launch: user data"],
  ],
  [
    "says that user data went",
    launchedWith({ userData: "#!/bin/sh\n" }),
    launched(1),
    ["other | api | runs no user data any more at the next launch"],
  ],
  [
    "says that instances start from another image, in other security groups, but not of another type",
    launchedWith({}),
    launchedWith({
      image: "/images/api",
      rootVolume: { deviceName: "/dev/xvda" },
      instanceType: "t3.large",
      securityGroupIds: ["sg-0123456789abcdef0"],
    }),
    [
      "other | api | runs other code as root at the next launch: the image resolve:ssm:/images/api instead of resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
      "other | api | is launched into other security groups: sg-0123456789abcdef0 instead of the default security group of the VPC",
    ],
  ],
  [
    "says nothing of security groups in another order",
    launchedWith({ securityGroupIds: ["sg-0123456789abcdef0", "sg-0fedcba9876543210"] }),
    launchedWith({ securityGroupIds: ["sg-0fedcba9876543210", "sg-0123456789abcdef0"] }),
    [],
  ],
  ...secretPairs("a bucket", (bucket) => ({ access: [{ s3: { bucket, level: "read" } }] })),
  ...secretPairs("a queue", (queue) => ({ access: [{ sqs: { queue, level: "send" } }] })),
  ...secretPairs("a parameter", (parameter) => ({ access: [{ ssm: { parameter, level: "read" } }] })),
  ...secretPairs("a condition", (value) => ({
    statements: [
      {
        actions: ["sqs:SendMessage"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:PrincipalTag/team": value } },
      },
    ],
  })),
  ...secretPairs("a resource", (name) => ({
    statements: [{ actions: ["sqs:SendMessage"], resources: [arnOr(name)] }],
  })),
  ...secretPairs("the ARN of a condition", (name) => ({
    statements: [
      {
        actions: ["sqs:SendMessage"],
        resources: ["*"],
        conditions: { ArnLike: { "aws:SourceArn": arnOr(name) } },
      },
    ],
  })),
  ...secretPairs("a key of KMS", (name) => ({
    access: [{ kms: { key: typeof name === "string" ? `alias/${name}` : name, level: "decrypt" } }],
  })),
  ...secretPairs("a tag", (Team) => ({ ...s3("read"), tags: { Team } })),
  ...secretPairs("a boundary", (permissionsBoundary) => ({ ...s3("read"), permissionsBoundary })),
  [
    "does not take two secrets for the same grant",
    one,
    {
      api: {
        access: [
          ...s3("read").access,
          ...["AAAB", "AAAC"].map((secure) => ({ s3: { bucket: { secure }, level: "read" } })),
        ],
      },
    },
    ["list on arn:aws:s3:::NAME (s3:ListBucket)", "read on arn:aws:s3:::NAME/* (s3:GetObject)"]
      .flatMap((right) =>
        ["AAAB", "AAAC"].map((secure) => `more | api | gains ${right.replace("NAME", shownName(secure))}`),
      )
      .sort((one, other) => Number(one.includes("list on")) - Number(other.includes("list on"))),
  ],
  [
    "does not take a secret for what a pattern takes in",
    { api: raw(["s3:GetObject"], ["arn:aws:s3:::s*"]) },
    { api: raw(["s3:GetObject"], ["arn:aws:s3:::s*", { secure: "AAAB" }]) },
    [`more | api | gains read on arn:aws:*:*:*:${shownName("AAAB")} (s3:GetObject)`],
  ],
  [
    "does not take a secret value of a condition for what a pattern takes in",
    { api: conditional("s*") },
    { api: conditional(["s*", { secure: "AAAB" }]) },
    [
      `more | api | widens write on every resource of sqs where aws:PrincipalTag/team StringLike ${shownName("AAAB")} or s*, before only where aws:PrincipalTag/team StringLike s* (sqs:SendMessage)`,
    ],
  ],
  [
    "says that a renamed workload has other tags, no boundary, longer sessions, more hops and another instance",
    {
      api: {
        ...launched(1).api,
        tags: { Team: "shop" },
        permissionsBoundary: "limits",
        attachTo: ["i-0123456789abcdef0"],
      },
    },
    {
      shop: {
        ...launched(2).api,
        tags: { Team: "admin" },
        maxSessionHours: 4,
        attachTo: ["i-0fedcba9876543210"],
      },
    },
    [
      "risky | shop | loses its permissions boundary limits",
      "more | shop | may be assumed for 4 h instead of 1 h",
      "more | shop | hands its credentials out over 2 hops instead of 1",
      "more | shop | is carried by i-0fedcba9876543210",
      "other | shop | was api; it gets a new role, and what carries the old one has to be replaced",
      "other | shop | has other tags: Team",
      "less | shop | is no longer carried by i-0123456789abcdef0",
    ],
  ],
  [
    "says that a new workload has not the boundary of the others",
    { api: { ...s3("read"), permissionsBoundary: "limits" } },
    { api: { ...s3("read"), permissionsBoundary: "limits" }, mailer: {} },
    ["risky | mailer | has not the permissions boundary limits of the stack", "other | mailer | is new"],
  ],
  [
    "says that a new workload has another boundary than the stack",
    one,
    {
      ...one,
      mailer: { permissionsBoundary: "own" },
      root: { permissionsBoundary: "arn:aws:iam::aws:policy/AdministratorAccess" },
    },
    [
      "risky | root | has the permissions boundary AdministratorAccess instead of the permissions boundary limits of the stack",
      "other | mailer | is new",
      "other | mailer | has the permissions boundary own instead of the permissions boundary limits of the stack",
      "other | root | is new",
    ],
    boundary("limits"),
    boundary("limits"),
  ],
  [
    "says which tags a new workload has of its own, without their values",
    one,
    { ...one, mailer: { tags: { Team: "admin", Owner: "a" } } },
    ["other | mailer | is new", "other | mailer | has tags that conditions may ask for: Team"],
    { "instance-profiles:tags": { Owner: "a" } },
    { "instance-profiles:tags": { Owner: "a" } },
  ],
  [
    "shows which instances get the role and which lose it",
    { api: { ...s3("read"), attachTo: ["i-0123456789abcdef0"] } },
    { api: { ...s3("read"), attachTo: ["i-0fedcba9876543210"] } },
    [
      "more | api | is carried by i-0fedcba9876543210",
      "less | api | is no longer carried by i-0123456789abcdef0",
    ],
  ],
];

describe("the permission diff of a stack", () => {
  for (const [does, before, after, expected, settingsBefore, settingsAfter] of rows)
    it(does, async () => {
      const found = await lines(before, after, settingsBefore, settingsAfter);
      if (expected !== "something") assert.deepEqual(found, expected);
      else
        assert.ok(
          found.some((line) => !line.startsWith("less")) && !/AAA[BC]/.test(found.join()),
          found.join(),
        );
    });
});
