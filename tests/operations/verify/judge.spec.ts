import assert from "node:assert/strict";
import { judge } from "../../../operations/verify/judge.ts";
import { putBack } from "../../../operations/verify/finding.ts";
import {
  allowed,
  arn,
  asDeclared,
  type Case,
  denied,
  judged,
  line,
  named,
  origin,
  outputs,
  profile,
  roleArn,
  strict,
  tags,
  template,
  withInstance,
} from "./observedWorkload.ts";

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
