import assert from "node:assert/strict";
import { attachedPolicies, type Grant, identityDocuments } from "../../../policypack/stack/identityGrants.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";

type Inputs = Record<string, unknown>;

const document = { Statement: [] };
const arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";

/** Every type that holds documents: inputs of it, and where they are. */
const holders: [type: string, inputs: Inputs, at: string][] = [
  ["aws:iam/policy:Policy", { policy: document }, "policy"],
  ["aws:iam/rolePolicy:RolePolicy", { policy: document }, "policy"],
  ["aws:iam/userPolicy:UserPolicy", { policy: document }, "policy"],
  ["aws:iam/groupPolicy:GroupPolicy", { policy: document }, "policy"],
  ["aws:iam/role:Role", { inlinePolicies: [{}, { policy: document }] }, "inlinePolicies[1].policy"],
  [
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
    { inlinePolicy: document },
    "inlinePolicy",
  ],
  ...["Policy", "ManagedPolicy", "RolePolicy", "UserPolicy", "GroupPolicy"].map(
    (name): [string, Inputs, string] => [
      `aws-native:iam:${name}`,
      { policyDocument: document },
      "policyDocument",
    ],
  ),
  ...["Role", "User", "Group"].map((name): [string, Inputs, string] => [
    `aws-native:iam:${name}`,
    { policies: [{}, { policyDocument: document }], assumeRolePolicyDocument: document },
    "policies[1].policyDocument",
  ]),
  ["aws-native:sso:PermissionSet", { inlinePolicy: document }, "inlinePolicy"],
];

/** Every type that attaches policies, in the same form. */
const attachments: [type: string, inputs: Inputs, at: string][] = [
  ...["role", "user", "group"].flatMap((name): [string, Inputs, string][] => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Policy`;
    return [
      [`aws:iam/${name}PolicyAttachment:${type}Attachment`, { policyArn: arn }, "policyArn"],
      [
        `aws:iam/${name}PolicyAttachmentsExclusive:${type}AttachmentsExclusive`,
        { policyArns: [arn] },
        "policyArns[0]",
      ],
    ];
  }),
  ["aws:iam/policyAttachment:PolicyAttachment", { policyArn: arn }, "policyArn"],
  ["aws:iam/role:Role", { managedPolicyArns: [arn], permissionsBoundary: arn }, "managedPolicyArns[0]"],
  [
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
    { managedPolicyArn: arn },
    "managedPolicyArn",
  ],
  [
    "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
    { managedPolicyArns: [arn] },
    "managedPolicyArns[0]",
  ],
  ...["Role", "User", "Group"].map((name): [string, Inputs, string] => [
    `aws-native:iam:${name}`,
    { managedPolicyArns: [arn], permissionsBoundary: arn },
    "managedPolicyArns[0]",
  ]),
  ["aws-native:sso:PermissionSet", { managedPolicies: [arn] }, "managedPolicies[0]"],
];

describe("identityDocuments", () => {
  for (const [type, inputs, at] of holders) {
    it(`finds ${at} of ${type}`, () => {
      assert.deepStrictEqual(identityDocuments({ type, inputs }), [{ at, value: document }]);
    });
  }

  const gaps: [name: string, inputs: Inputs, grants: Grant[]][] = [
    ["a list that is unknown", { inlinePolicies: UNKNOWN }, [{ at: "inlinePolicies", value: UNKNOWN }]],
    ["an item that is unknown", { inlinePolicies: [UNKNOWN] }, [{ at: "inlinePolicies[0]", value: UNKNOWN }]],
    ["an item that is no object", { inlinePolicies: ["*"] }, [{ at: "inlinePolicies[0]", value: "*" }]],
    [
      "one object in place of a list",
      { inlinePolicies: { policy: "*" } },
      [{ at: "inlinePolicies.policy", value: "*" }],
    ],
    ["nothing where nothing is set", { inlinePolicies: [null, {}, { policy: null }] }, []],
    ["no trust policy", { assumeRolePolicy: document }, []],
  ];
  for (const [name, inputs, grants] of gaps) {
    it(`finds ${name}`, () => {
      assert.deepStrictEqual(identityDocuments({ type: "aws:iam/role:Role", inputs }), grants);
    });
  }

  it("finds nothing in other types", () => {
    assert.deepStrictEqual(
      identityDocuments({ type: "aws:s3/bucketPolicy:BucketPolicy", inputs: { policy: "*" } }),
      [],
    );
  });
});

describe("attachedPolicies", () => {
  for (const [type, inputs, at] of attachments) {
    it(`finds ${at} of ${type}`, () => {
      assert.deepStrictEqual(attachedPolicies({ type, inputs }), [{ at, value: arn }]);
    });
  }
});
