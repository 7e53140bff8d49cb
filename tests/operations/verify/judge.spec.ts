import assert from "node:assert/strict";
import { putBack, type Finding } from "../../../operations/verify/finding.ts";
import { judge } from "../../../operations/verify/judge.ts";
import type { ObservedInstance, ObservedWorkload } from "../../../operations/verify/observation.ts";

const launch = { httpPutResponseHopLimit: 1 } as const;
const roleArn = "arn:aws:iam::111122223333:role/shop/dev/shop-dev-orders";
const arn = "arn:aws:sts::111122223333:assumed-role/shop-dev-orders/i-1";
const outputs = {
  roleName: "shop-dev-orders",
  roleArn,
  instanceProfileName: "shop-dev-orders",
  instanceProfileArn: "arn:aws:iam::111122223333:instance-profile/shop/dev/shop-dev-orders",
  launchTemplateId: "lt-1",
  launchTemplateLatestVersion: 3,
};
const named: ObservedInstance = { id: "i-1", identity: { by: "instance", arn }, profileId: "AIPA1" };
const metadata = { tokens: "required", hopLimit: 1 };
const origin = { id: "lt-1", version: 3 };
const running: ObservedInstance = { ...named, metadata, template: origin };
const allowed = {
  because: "sqs send orders",
  action: "sqs:SendMessage",
  resource: "arn:aws:sqs:eu-central-1:111122223333:orders",
  context: {},
  expected: "allowed",
  verdict: "allowed",
} as const;
const denied = {
  because: "never declared",
  action: "iam:PassRole",
  resource: "*",
  context: {},
  expected: "denied",
  verdict: "denied",
} as const;
const tags = { tags: { Stack: "dev" }, secretKeys: [], isIgnored: () => false };
const profile = { id: "AIPA1", roles: ["shop-dev-orders"], tags: { Stack: "dev" } };
const template = { id: "lt-1", defaultVersion: 3, tags: { Stack: "dev" }, newer: [] };
const asDeclared: ObservedWorkload = {
  profile,
  template,
  instances: [running],
  answers: [allowed, denied],
};
const strict = { allowUnmanaged: false };

type Case = readonly [name: string, observed: ObservedWorkload, finds: readonly string[]];

const line = ({ at, got, want, fix }: Finding) => [at, got, want, fix].join(" | ");

const judged = (observed: ObservedWorkload, leniency = strict) =>
  judge({ name: "orders", launch: launch as never }, outputs, observed, tags, leniency);

const withInstance = (change: Partial<ObservedInstance>): ObservedWorkload => ({
  ...asDeclared,
  instances: [{ ...running, ...change }],
});

const startedFrom = (other: ObservedInstance["template"]): ObservedInstance => ({
  ...named,
  metadata,
  ...(other && { template: other }),
});

const cases: Case[] = [
  ["nothing where all is as declared", asDeclared, []],
  ["nothing of instances where none carries the profile", { ...asDeclared, instances: [] }, []],
  [
    "a profile that is gone",
    { instances: [], answers: [], template },
    ['instance profile | no such profile | exactly the role shop-dev-orders | run "pulumi up --refresh"'],
  ],
  [
    "a profile without a role",
    { ...asDeclared, profile: { ...profile, roles: [] } },
    [
      'instance profile | no role | exactly the role shop-dev-orders | find out who changed it, then run "pulumi refresh" and "pulumi up"',
    ],
  ],
  [
    "a second role in a profile",
    { ...asDeclared, profile: { ...profile, roles: ["shop-dev-orders", "admin"] } },
    [
      'instance profile | the roles shop-dev-orders and admin | exactly the role shop-dev-orders | find out who changed it, then run "pulumi refresh" and "pulumi up"',
    ],
  ],
  [
    "another default version of the launch template",
    { ...asDeclared, template: { ...template, defaultVersion: 4 } },
    [
      'launch template lt-1 | default version 4 | default version 3 | run "aws ec2 modify-launch-template --launch-template-id lt-1 --default-version 3"',
    ],
  ],
  [
    "a launch template that is gone",
    { profile, instances: [], answers: [] },
    ['launch template lt-1 | no such template | default version 3 | run "pulumi refresh" and "pulumi up"'],
  ],
  [
    "versions of the launch template that no update made, and what they let a launch do",
    {
      ...asDeclared,
      template: {
        ...template,
        newer: [
          { number: 4, tokens: "optional", profile: outputs.instanceProfileArn },
          { number: 5, tokens: "required", profile: outputs.instanceProfileName },
          { number: 6 },
          { number: 7, tokens: "required", profile: "admin" },
        ],
      },
    },
    [
      ["4", ", which allows IMDSv1"],
      ["5", ""],
      ["6", ", which allows IMDSv1 and has no instance profile"],
      ["7", ", which has the instance profile admin"],
    ].map(
      ([number = "", which = ""]) =>
        `launch template lt-1 version ${number} | a version that no update made${which} | no version after 3 | run "aws ec2 delete-launch-template-versions --launch-template-id lt-1 --versions ${number}"`,
    ),
  ],
  [
    "tags of the profile and of the launch template",
    {
      ...asDeclared,
      profile: { ...profile, tags: {} },
      template: { ...template, tags: { Stack: "prod", Owner: "eve" } },
    },
    [
      `instance profile tag Stack | none | "dev" | ${putBack}`,
      `launch template lt-1 tag Stack | "prod" | "dev" | ${putBack}`,
      `launch template lt-1 tag Owner | "eve" | none | ${putBack}`,
    ],
  ],
  [
    "an instance on a former profile of that name",
    withInstance({ profileId: "AIPA0" }),
    [
      "instance i-1 profile | a former profile of that name, AIPA0 | AIPA1 | replace its association by one with the profile, or launch it anew",
    ],
  ],
  ...(
    [
      ["without the launch template", undefined, "no launch template"],
      ["from another launch template", { id: "lt-2", version: 1 }, "launch template lt-2"],
      ["from a version that no update made", { id: "lt-1", version: 4 }, "version 4, which no update made"],
    ] as const
  ).map(([how, other, got]): Case => [
    `an instance that was started ${how}`,
    { ...asDeclared, instances: [startedFrom(other)] },
    [
      `instance i-1 launch | started from ${got} | started from launch template lt-1 | launch it anew from the template, or name it in attachTo`,
    ],
  ]),
  [
    "nothing in an instance of an earlier version",
    { ...asDeclared, instances: [startedFrom({ id: "lt-1", version: 1 })] },
    [],
  ],
  [
    "optional tokens and another hop limit",
    withInstance({ metadata: { tokens: "optional", hopLimit: 2 } }),
    [
      'instance i-1 metadata | tokens optional | tokens required | run "aws ec2 modify-instance-metadata-options --instance-id i-1 --http-tokens required"',
      'instance i-1 metadata | hop limit 2 | hop limit 1 | run "aws ec2 modify-instance-metadata-options --instance-id i-1 --http-put-response-hop-limit 1"',
    ],
  ],
  [
    "an instance with another identity",
    withInstance({ identity: { by: "instance", arn: "arn:aws:iam::111122223333:user/eve" } }),
    [
      `instance i-1 identity | arn:aws:iam::111122223333:user/eve | ${arn} | look for other credentials on the instance; after a change of profile restart what uses them`,
    ],
  ],
  [
    "an instance with the identity of another instance",
    withInstance({ identity: { by: "instance", arn: `${arn}2` } }),
    [
      `instance i-1 identity | ${arn}2 | ${arn} | look for other credentials on the instance; after a change of profile restart what uses them`,
    ],
  ],
  [
    "an instance that SSM does not manage",
    withInstance({ identity: { by: "nobody", why: "unmanaged" } }),
    [
      `instance i-1 identity | not managed by SSM | ${arn} | let SSM manage it (AmazonSSMManagedInstanceCore), or pass --allow-unmanaged`,
    ],
  ],
  [
    "an instance that gave no answer",
    withInstance({ identity: { by: "failure", why: "gave no answer in 90 s" } }),
    [
      `instance i-1 identity | gave no answer in 90 s | ${arn} | run "aws sts get-caller-identity" on the instance`,
    ],
  ],
  [
    "nothing where an instance does not run",
    withInstance({ identity: { by: "nobody", why: "stopped" } }),
    [],
  ],
  [
    "a declared right that is denied, and a dangerous one that is allowed",
    {
      ...asDeclared,
      answers: [
        { ...allowed, verdict: "denied" },
        { ...denied, verdict: "allowed" },
      ],
    },
    [
      "sqs:SendMessage on arn:aws:sqs:eu-central-1:111122223333:orders | denied | allowed (sqs send orders) | compare the policies of the role with the stack file, and its permissions boundary",
      "iam:PassRole on * | allowed | denied (never declared) | detach the policy that allows it",
    ],
  ],
];

describe("the verdict on a workload", () => {
  for (const [name, observed, finds] of cases)
    it(`finds ${name}`, () => {
      assert.deepEqual(judged(observed).findings.map(line), finds);
    });

  it("holds the instances, and how many rights are as declared", () => {
    assert.deepEqual(
      judged({ ...asDeclared, answers: [allowed, denied, { ...denied, verdict: "allowed" }] }),
      {
        name: "orders",
        roleArn,
        instanceProfileArn: outputs.instanceProfileArn,
        launchTemplateVersion: 3,
        instances: [
          {
            id: "i-1",
            proved: true,
            identity: "assumed-role/shop-dev-orders/i-1: says the instance itself (SSM)",
            metadata: "IMDSv2 required, hop limit 1",
          },
        ],
        allowed: { asked: 1, asDeclared: 1 },
        denied: { asked: 2, asDeclared: 1 },
        findings: [
          {
            at: "iam:PassRole on *",
            got: "allowed",
            want: "denied (never declared)",
            fix: "detach the policy that allows it",
          },
        ],
      },
    );
  });

  it("does not call an instance proved that nobody asked, also where it lets it pass", () => {
    const observed = withInstance({ identity: { by: "nobody", why: "unmanaged" } });
    const { instances, findings } = judged(observed, { ...strict, allowUnmanaged: true });
    assert.deepEqual(
      [instances[0]?.proved, instances[0]?.identity, findings],
      [false, "not managed by SSM", []],
    );
  });

  it("says of an identity that we assumed that the instance did not say it", () => {
    const [instance] = judged(withInstance({ identity: { by: "assumption", arn } }), strict).instances;
    assert.deepEqual(
      [instance?.proved, instance?.identity],
      [false, "assumed-role/shop-dev-orders/i-1: assumed by us, not by the instance"],
    );
  });

  it("finds an instance of attachTo that does not carry the profile", () => {
    const associations = ["i-1", "i-2"].map((instanceId) => ({
      instanceId,
      region: "eu-central-1",
      replaceExisting: false,
    }));
    assert.deepEqual(
      judge({ name: "orders", associations }, outputs, asDeclared, tags, strict).findings.map(line),
      [
        'instance i-2 | another profile, or none | the profile shop-dev-orders (attachTo) | run "pulumi refresh" and "pulumi up"',
      ],
    );
  });

  it("takes metadata options that AWS does not show as a finding", () => {
    const observed = { ...asDeclared, instances: [{ ...named, template: origin }] };
    assert.deepEqual(judged(observed, strict).findings.map(line), [
      "instance i-1 metadata | nothing | IMDSv2 required and hop limit 1 | ask again",
    ]);
  });
});
