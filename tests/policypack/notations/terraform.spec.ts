import assert from "node:assert/strict";
import { noFullAccessManagedPolicies } from "../../../policypack/policies/noFullAccessManagedPolicies.ts";
import { noInlineAccessKeys } from "../../../policypack/policies/noInlineAccessKeys.ts";
import { noStarStarGrants } from "../../../policypack/policies/noStarStarGrants.ts";
import { noUnknownDocuments } from "../../../policypack/policies/noUnknownDocuments.ts";
import { oneRolePerWorkload } from "../../../policypack/policies/oneRolePerWorkload.ts";
import { requireEc2OnlyTrust } from "../../../policypack/policies/requireEc2OnlyTrust.ts";
import { requireImdsv2 } from "../../../policypack/policies/requireImdsv2.ts";
import { requireOidcSubject } from "../../../policypack/policies/requireOidcSubject.ts";
import { requirePermissionsBoundary } from "../../../policypack/policies/requirePermissionsBoundary.ts";
import type { PackPolicy } from "../../../policypack/crossguard/packPolicy.ts";
import { withinIamQuotas } from "../../../policypack/policies/withinIamQuotas.ts";
import { judgedResources } from "../../../policypack/notations/judgedResources.ts";
import { allow, documentOf, itJudgesStacks } from "../cases.ts";
import { unknownText, updateViolations, violations } from "../violations.ts";

const everything = documentOf(allow("*", "*"));
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
const trustOf = (principal: object, rest: object = {}) =>
  documentOf({ Effect: "Allow", Action: "sts:AssumeRole", Principal: principal, ...rest });

type Inputs = Record<string, unknown>;
type Row = readonly [
  policy: PackPolicy,
  type: string,
  props: Inputs,
  found: readonly string[],
  config?: object,
];

const ofEverything = ["policy.Statement[0]", 'Allow "*" on "*"'].join(": got ");
const adminAt = (at: string) => `${at}: got "${administrator}"`;

/** Each with what it finds, up to the first semicolon. */
const rows: readonly Row[] = [
  ...["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"].map(
    (type): Row => [noStarStarGrants, `iammod:tf:${type}`, { policy: everything }, [ofEverything]],
  ),
  [
    noStarStarGrants,
    "iammod:tf:aws_iam_role",
    { inline_policy: [{ name: "none", policy: null }, { policy: everything }] },
    [`inline_policy[1].${ofEverything}`],
  ],
  [
    noStarStarGrants,
    "iammod:tf:aws_iam_role",
    { managed_policy_arns: [administrator] },
    [adminAt("managed_policy_arns[0]")],
  ],
  ...["role_policy", "user_policy", "group_policy", "policy"].flatMap((name): Row[] => [
    [
      noStarStarGrants,
      `iammod:tf:aws_iam_${name}_attachment`,
      { policy_arn: administrator },
      [adminAt("policy_arn")],
    ],
  ]),
  [
    noStarStarGrants,
    "mod:tf:aws_iam_role_policy_attachments_exclusive",
    { policy_arns: [administrator] },
    [adminAt("policy_arns[0]")],
  ],
  [
    noStarStarGrants,
    "sso-module:tf:aws_ssoadmin_permission_set_inline_policy",
    { inline_policy: everything },
    [`inline_${ofEverything}`],
  ],
  [
    noStarStarGrants,
    "sso-module:tf:aws_ssoadmin_managed_policy_attachment",
    { managed_policy_arn: administrator },
    [adminAt("managed_policy_arn")],
  ],
  [
    noStarStarGrants,
    "mod:tf:awscc_iam_role",
    { policies: [{ policy_name: "p", policy_document: everything }] },
    ['policies[0].policy_document.Statement[0]: got Allow "*" on "*"'],
  ],
  [noStarStarGrants, "aws:index/iamPolicy:IamPolicy", { policy: everything }, [ofEverything]],
  [noStarStarGrants, "aws:index/iamRolePolicy:IamRolePolicy", { policy: everything }, [ofEverything]],
  [
    noStarStarGrants,
    "aws:index/iamRole:IamRole",
    { inlinePolicies: [{ policy: everything }] },
    [`inlinePolicies[0].${ofEverything}`],
  ],
  [
    noStarStarGrants,
    "aws:index/iamRolePolicyAttachment:IamRolePolicyAttachment",
    { policyArn: administrator },
    [adminAt("policyArn")],
  ],
  [
    noStarStarGrants,
    "mod:tf:aws_cloudcontrolapi_resource",
    {
      type_name: "AWS::IAM::RolePolicy",
      desired_state: JSON.stringify({ PolicyDocument: JSON.parse(everything) as unknown }),
    },
    ['desired_state.PolicyDocument.Statement[0]: got Allow "*" on "*"'],
  ],
  [
    noStarStarGrants,
    "iammod:tf:aws_iam_policy",
    { policy: documentOf(allow("s3:GetObject", "arn:aws:s3:::a/*")) },
    [],
  ],
  [noStarStarGrants, "mod:tf:aws_s3_bucket_policy", { policy: everything }, []],
  [noStarStarGrants, "mod:tf:google_project_iam_policy", { policy: everything }, []],
  [
    noFullAccessManagedPolicies,
    "mod:tf:aws_iam_role_policy_attachment",
    { policy_arn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" },
    ['policy_arn: got "arn:aws:iam::aws:policy/AmazonS3FullAccess"'],
  ],
  [
    requireEc2OnlyTrust,
    "iammod:tf:aws_iam_role",
    { assume_role_policy: trustOf({ AWS: "*" }) },
    ['assume_role_policy.Statement[0].Principal.AWS: got "*"'],
  ],
  [
    requireOidcSubject,
    "iammod:tf:aws_iam_role",
    {
      assume_role_policy: trustOf({
        Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
      }),
    },
    [
      "assume_role_policy.Statement[0].Principal.Federated: got every token of token.actions.githubusercontent.com",
    ],
  ],
  [
    requirePermissionsBoundary,
    "iammod:tf:aws_iam_role",
    { permissions_boundary: null },
    ["permissions_boundary: got nothing"],
    { required: true },
  ],
  [
    requireImdsv2,
    "ec2mod:tf:aws_launch_template",
    { metadata_options: [{ http_tokens: "optional", http_put_response_hop_limit: 1 }] },
    ['metadata_options[0].http_tokens: got "optional"'],
  ],
  [
    requireImdsv2,
    "ec2mod:tf:aws_instance",
    { ami: "ami-0123456789abcdef0", metadata_options: [] },
    [
      "metadata_options.http_tokens: got nothing",
      "metadata_options.http_put_response_hop_limit: got nothing",
    ],
  ],
  [
    requireImdsv2,
    "ec2mod:tf:aws_instance",
    { metadata_options: [{ http_tokens: "required", http_put_response_hop_limit: 1 }] },
    [],
  ],
  [requireImdsv2, "ec2mod:tf:aws_instance", { launch_template: [{ id: unknownText }] }, []],
  [
    requireImdsv2,
    "aws:index/instance:Instance",
    { metadataOptions: [{ httpTokens: "optional", httpPutResponseHopLimit: 1 }] },
    ['metadataOptions[0].httpTokens: got "optional"'],
  ],
  [
    requireImdsv2,
    "aws:index/launchTemplate:LaunchTemplate",
    {},
    ["metadataOptions.httpTokens: got nothing", "metadataOptions.httpPutResponseHopLimit: got nothing"],
  ],
  [
    requireImdsv2,
    "aws:index/ec2InstanceMetadataDefaults:Ec2InstanceMetadataDefaults",
    { httpTokens: "optional" },
    ['httpTokens: got "optional"'],
  ],
  [
    requireImdsv2,
    "m:tf:aws_ec2_instance_metadata_defaults",
    { http_tokens: "optional" },
    ['http_tokens: got "optional"'],
  ],
  [
    requireImdsv2,
    "m:tf:aws_spot_fleet_request",
    { launch_specification: [{ ami: "ami-1" }] },
    ["launch_specification[0]: got a launch specification, which cannot require IMDSv2"],
  ],
  [
    noInlineAccessKeys,
    "m:tf:aws_iam_access_key",
    { user: "u" },
    ["type: got m:tf:aws_iam_access_key, a key that never expires"],
  ],
  [withinIamQuotas, "iammod:tf:aws_iam_role", { name: "r".repeat(65) }, ["name: got 65 characters"]],
];

describe("what Terraform writes", () => {
  for (const [policy, type, props, found, config] of rows) {
    const finds = found.length === 0 ? "nothing" : found.join(" and ");
    it(`shows ${policy.name} in ${type}: ${finds}`, async () => {
      const messages = await violations(policy, type, props, { config: config ?? {} });
      assert.deepStrictEqual(
        messages.map((message) => message.replace(/^subject /, "").replace(/;.*/, "")),
        found,
      );
    });
  }

  it("keeps what a module says of itself, and the names that somebody chose", () => {
    const inputs = { __address: "module.a.b", tags: { my_tag: "x" }, tags_all: { my_tag: "x" } };
    const [judged] = judgedResources({ type: "m:tf:aws_iam_role", inputs });
    assert.deepStrictEqual(judged?.inputs, {
      __address: "module.a.b",
      tags: { my_tag: "x" },
      tagsAll: { my_tag: "x" },
    });
  });

  it("shows a policy of a module that may be a boundary where it is attached", async () => {
    const grants = [allow("*", "*"), { Effect: "Deny", Action: "iam:*", Resource: "*" }];
    const found = await updateViolations(noStarStarGrants, [
      { type: "m:tf:aws_iam_policy", name: "policy", props: { name: "p", policy: documentOf(...grants) } },
      {
        type: "m:tf:aws_iam_role_policy_attachment",
        name: "attachment",
        props: { role: "r", policy_arn: "arn:aws:iam::111122223333:policy/p" },
      },
    ]);
    assert.deepStrictEqual(found, [
      'attachment policy_arn: got a policy with Allow "*" on "*"; want the actions and the resources that the workload needs; list them one by one',
    ]);
  });

  const attachment = "iammod:tf:aws_iam_role_policy_attachment";
  itJudgesStacks(noStarStarGrants, [
    {
      name: "joins what a role of a module has",
      stack: [
        { type: "iammod:tf:aws_iam_role", name: "role", props: { name: "r" } },
        {
          type: "iammod:tf:aws_iam_policy",
          name: "policy",
          props: { name: "p", policy: documentOf(allow("*", "*")) },
        },
        {
          type: attachment,
          name: "attachment",
          props: { role: "r", policy_arn: unknownText },
          dependencies: { policy_arn: ["iammod:tf:aws_iam_policy::policy"] },
        },
      ],
      reports: [
        'policy policy.Statement[0]: got Allow "*" on "*"; want the actions and the resources that the workload needs; list them one by one',
      ],
    },
  ]);
  itJudgesStacks(noUnknownDocuments, [
    {
      name: "names what an unknown document of a module is made of",
      stack: [
        { type: "s3mod:tf:aws_s3_bucket", name: "bucket" },
        {
          type: "iammod:tf:aws_iam_role",
          name: "role",
          props: { assume_role_policy: unknownText },
          dependencies: { assume_role_policy: ["s3mod:tf:aws_s3_bucket::bucket"] },
        },
      ],
      reports: [
        "role assume_role_policy: got a value unknown at preview, made of outputs of bucket (s3mod:tf:aws_s3_bucket); want a literal that can be judged now; give those resources fixed names and build the document from plain strings (account id, names, paths), or let it be judged before it is created, at up",
      ],
    },
  ]);
  itJudgesStacks(oneRolePerWorkload, [
    {
      name: "finds a role in two profiles of a module",
      stack: [
        { type: "m:tf:aws_iam_role", name: "role", props: { name: "r" } },
        { type: "m:tf:aws_iam_instance_profile", name: "one", props: { role: "r" } },
        { type: "m:tf:aws_iam_instance_profile", name: "two", props: { role: "r" } },
      ],
      reports: [
        "two role: got role role, which instance profile one carries already; want a role of its own for each workload; make a role and an instance profile for each, with what that one needs",
      ],
    },
  ]);
});
