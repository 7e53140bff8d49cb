import assert from "node:assert/strict";
import { stackDiff } from "../../../operations/permissions/diff.ts";
import { diffLines } from "../../../operations/permissions/diffLines.ts";
import { declared } from "./stackFiles.ts";

const s3 = (level: string) => ({ access: [{ s3: { bucket: "orders-assets", level } }] });
const raw = (actions: readonly string[], resources: readonly string[] = ["*"]) => ({
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

const rows: readonly (readonly [string, object, object, readonly string[], object?, object?])[] = [
  ["says nothing of workloads that stay as they are", one, one, []],
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
    "takes a secret for a text that it cannot read",
    launched(1),
    {
      api: {
        ...s3("read"),
        launch: { image: "al2023", instanceType: "t3.nano", hopLimit: 1, userData: { secure: "AAAB" } },
      },
    },
    [],
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
      assert.deepEqual(await lines(before, after, settingsBefore, settingsAfter), expected);
    });
});
