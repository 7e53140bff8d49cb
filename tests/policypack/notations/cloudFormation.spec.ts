import assert from "node:assert/strict";
import { noInlineAccessKeys } from "../../../policypack/policies/noInlineAccessKeys.ts";
import { noPrivilegeEscalation } from "../../../policypack/policies/noPrivilegeEscalation.ts";
import { noStarStarGrants } from "../../../policypack/policies/noStarStarGrants.ts";
import { noUnjudgedDocuments } from "../../../policypack/policies/noUnjudgedDocuments.ts";
import { noUnknownDocuments } from "../../../policypack/policies/noUnknownDocuments.ts";
import { requireEc2OnlyTrust } from "../../../policypack/policies/requireEc2OnlyTrust.ts";
import { requireImdsv2 } from "../../../policypack/policies/requireImdsv2.ts";
import { requireOidcSubject } from "../../../policypack/policies/requireOidcSubject.ts";
import type { PackPolicy } from "../../../policypack/crossguard/packPolicy.ts";
import { sampleId, sampleSecret } from "../../../testing/sampleKeys.ts";
import { itJudgesStacks } from "../cases.ts";
import { stackViolations, unknownMap, unknownText, violations } from "../violations.ts";

const stack = "aws:cloudformation/stack:Stack";

type Row = readonly [
  name: string,
  policy: PackPolicy,
  template: string | object,
  found: readonly string[],
  parameters?: unknown,
];

const ofId = (id: string, rest: string) => `templateBody.Resources.${id}.Properties.${rest}`;
const everythingIn = (id: string, at = "PolicyDocument") =>
  ofId(id, `${at}.Statement[0]: got Allow "*" on "*"`);
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
const everything = { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const templateOf = (type: string, properties: object): object => ({
  Resources: { It: { Type: type, Properties: properties } },
});
const yamlRole = (statement: string, rest = ""): string => `
AWSTemplateFormatVersion: 2010-09-09
${rest}
Resources:
  It:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: 2012-10-17
            Statement:
              - Effect: Allow
                ${statement}
  Queue:
    Type: AWS::SQS::Queue
`;
const inRole = (rest: string) => ofId("It", `Policies[0].PolicyDocument.Statement[0]${rest}`);

const documentRows: readonly Row[] = [
  ...["Policy", "ManagedPolicy", "RolePolicy", "UserPolicy", "GroupPolicy"].map((name): Row => [
    `the document of AWS::IAM::${name}`,
    noStarStarGrants,
    templateOf(`AWS::IAM::${name}`, { PolicyDocument: everything }),
    [everythingIn("It")],
  ]),
  ...["Role", "User", "Group"].flatMap((name): Row[] => [
    [
      `the inline policies of AWS::IAM::${name}`,
      noStarStarGrants,
      templateOf(`AWS::IAM::${name}`, { Policies: [{ PolicyDocument: everything }] }),
      [everythingIn("It", "Policies[0].PolicyDocument")],
    ],
    [
      `the attached policies of AWS::IAM::${name}`,
      noStarStarGrants,
      templateOf(`AWS::IAM::${name}`, { ManagedPolicyArns: [administrator] }),
      [ofId("It", `ManagedPolicyArns[0]: got "${administrator}"`)],
    ],
  ]),
  [
    "an inline policy of a permission set",
    noStarStarGrants,
    templateOf("AWS::SSO::PermissionSet", { InlinePolicy: everything }),
    [everythingIn("It", "InlinePolicy")],
  ],
  [
    "a stack set inside a template",
    noStarStarGrants,
    templateOf("AWS::CloudFormation::StackSet", {
      TemplateBody: JSON.stringify(templateOf("AWS::IAM::RolePolicy", { PolicyDocument: everything })),
    }),
    [ofId("It", `TemplateBody.Resources.It.Properties.PolicyDocument.Statement[0]: got Allow "*" on "*"`)],
  ],
  [
    "a logical id that is quoted in the path",
    noStarStarGrants,
    { Resources: { "1": { Type: "AWS::IAM::RolePolicy", Properties: { PolicyDocument: everything } } } },
    ['templateBody.Resources["1"].Properties.PolicyDocument.Statement[0]: got Allow "*" on "*"'],
  ],
  [
    "no narrow document",
    noStarStarGrants,
    templateOf("AWS::IAM::RolePolicy", {
      PolicyDocument: {
        Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" }],
      },
    }),
    [],
  ],
  [
    "no resource policy",
    noStarStarGrants,
    templateOf("AWS::S3::BucketPolicy", { PolicyDocument: everything }),
    [],
  ],
  [
    "whom a role trusts",
    requireEc2OnlyTrust,
    templateOf("AWS::IAM::Role", {
      AssumeRolePolicyDocument: {
        Statement: { Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" },
      },
    }),
    [ofId("It", 'AssumeRolePolicyDocument.Statement.Principal: got "*"')],
  ],
  [
    "an OpenID Connect provider without a subject",
    requireOidcSubject,
    `
Resources:
  It:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal:
              Federated: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com
`,
    [
      ofId(
        "It",
        "AssumeRolePolicyDocument.Statement[0].Principal.Federated: got every token of token.actions.githubusercontent.com",
      ),
    ],
  ],
  [
    "every role that may be passed",
    noPrivilegeEscalation,
    yamlRole("Action: iam:PassRole\n                Resource: '*'"),
    [inRole(': got Allow "iam:PassRole" on "*"')],
  ],
];

const functionRows: readonly Row[] = [
  [
    "YAML without functions",
    noStarStarGrants,
    yamlRole("Action: '*'\n                Resource: '*'"),
    [inRole(': got Allow "*" on "*"')],
  ],
  [
    "a partition in an ARN",
    noStarStarGrants,
    "Resources: {It: {Type: 'AWS::IAM::Role', Properties: {ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess']}}}",
    [ofId("It", `ManagedPolicyArns[0]: got "${administrator}"`)],
  ],
  [
    "the same as Fn::Join",
    noStarStarGrants,
    templateOf("AWS::IAM::Role", {
      ManagedPolicyArns: [
        {
          "Fn::Join": [
            ":",
            ["arn", { Ref: "AWS::Partition" }, "iam", "", "aws", "policy/AdministratorAccess"],
          ],
        },
      ],
    }),
    [ofId("It", `ManagedPolicyArns[0]: got "${administrator}"`)],
  ],
  [
    "an attribute of a resource as one resource, not as every one",
    noStarStarGrants,
    yamlRole("Action: '*'\n                Resource: !GetAtt Queue.Arn"),
    [],
  ],
  [
    "an attribute in a list, as a role that may be passed",
    noPrivilegeEscalation,
    yamlRole("Action: iam:PassRole\n                Resource: !GetAtt [It, Arn]"),
    [],
  ],
  [
    "what is literal in Fn::Sub",
    noStarStarGrants,
    yamlRole("Action: '*'\n                Resource: !Sub 'arn:aws:*:${AWS::Region}:${AWS::AccountId}:*'"),
    [inRole(': got Allow "*" on "arn:aws:*:${Region}:${AccountId}:*"')],
  ],
  [
    "a document that is text, filled by Fn::Sub",
    noStarStarGrants,
    `Resources:
  Queue: {Type: AWS::SQS::Queue}
  It:
    Type: AWS::IAM::RolePolicy
    Properties:
      PolicyDocument: !Sub |
        {"Statement": [
          {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "\${Queue.Arn}"},
          {"Effect": "Allow", "Action": "*", "Resource": "*"}
        ]}
`,
    [ofId("It", 'PolicyDocument.Statement[1]: got Allow "*" on "*"')],
  ],
  [
    "nothing that it could not judge in a policy variable",
    noUnjudgedDocuments,
    yamlRole("Action: '*'\n                Resource: !Sub 'arn:aws:s3:::${!aws:username}/*'"),
    [],
  ],
  [
    "no item of a list that a condition takes away",
    noStarStarGrants,
    templateOf("AWS::IAM::Role", {
      Policies: [{ "Fn::If": ["Yes", { PolicyDocument: everything }, { Ref: "AWS::NoValue" }] }],
    }),
    [everythingIn("It", "Policies[0].PolicyDocument")],
  ],
  [
    "that it does not judge an alias of YAML",
    noUnjudgedDocuments,
    yamlRole("Sid: &verb s3:GetObject\n                Action: *verb\n                Resource: '*'"),
    [inRole(".Action: got a value that only CloudFormation knows: not judged")],
  ],
  [
    "the account as a literal in an ARN",
    noPrivilegeEscalation,
    yamlRole("Action: iam:PassRole\n                Resource: !Sub 'arn:aws:iam::${AWS::AccountId}:role/*'"),
    [inRole(': got Allow "iam:PassRole" on "arn:aws:iam::${AccountId}:role/*"')],
  ],
  [
    "a policy variable in Fn::Sub, and one of the function's own",
    noStarStarGrants,
    yamlRole(
      "Action: '*'\n                Resource: !Sub ['arn:aws:s3:::${Own}/${!aws:username}/*', {Own: a}]",
    ),
    [],
  ],
  [
    "the default of a parameter",
    noStarStarGrants,
    yamlRole(
      "Action: !Ref Verb\n                Resource: '*'",
      "Parameters: {Verb: {Type: String, Default: '*'}}",
    ),
    [inRole(': got Allow "*" on "*"')],
  ],
  [
    "the parameter that the stack sets",
    noStarStarGrants,
    yamlRole(
      "Action: !Ref Verb\n                Resource: '*'",
      "Parameters: {Verb: {Type: String, Default: 'a:b'}}",
    ),
    [inRole(': got Allow "*" on "*"')],
    { Verb: "*" },
  ],
  [
    "a list of texts that is a parameter",
    noStarStarGrants,
    yamlRole(
      "Action: !Ref Verbs\n                Resource: '*'",
      "Parameters: {Verbs: {Type: CommaDelimitedList, Default: 's3:GetObject, *'}}",
    ),
    [inRole(': got Allow "*" on "*"')],
  ],
  [
    "a value of a mapping",
    noStarStarGrants,
    yamlRole(
      "Action: !FindInMap [Verbs, All, Value]\n                Resource: '*'",
      "Mappings: {Verbs: {All: {Value: '*'}}}",
    ),
    [inRole(': got Allow "*" on "*"')],
  ],
  [
    "a part of a list",
    noStarStarGrants,
    yamlRole("Action: !Select [1, !Split [',', 's3:GetObject,*']]\n                Resource: '*'"),
    [inRole(': got Allow "*" on "*"')],
  ],
  ...["!If [Yes, '*', 's3:GetObject']", "!If [Yes, 's3:GetObject', '*']"].map((action): Row => [
    `both values of a condition, as in ${action}`,
    noStarStarGrants,
    yamlRole(`Action: ${action}\n                Resource: '*'`, "Conditions: {Yes: !Equals [a, a]}"),
    [inRole(': got Allow "*" on "*"')],
  ]),
  [
    "a finding once, whatever a condition decides elsewhere",
    noStarStarGrants,
    yamlRole(
      "Action: '*'\n                Resource: '*'\n                Sid: !If [Yes, A, !Ref AWS::NoValue]",
      "Conditions: {Yes: !Equals [a, a]}",
    ),
    [inRole(': got Allow "*" on "*"')],
  ],
  ...[
    ["a parameter without a value", "!Ref Verb", "Parameters: {Verb: {Type: String}}"],
    [
      "a parameter from Parameter Store",
      "!Ref Verb",
      "Parameters: {Verb: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /verb}}",
    ],
    ["an unknown parameter inside Fn::Sub", "!Sub '${Verb}:*'", "Parameters: {Verb: {Type: String}}"],
    ["an export of another stack", "!ImportValue verb", ""],
    ["a dynamic reference", "'{{resolve:ssm:verb}}'", ""],
    ["a name that nothing has", "!Ref Nothing", ""],
    ["a function of the future", "!Tomorrow [1]", ""],
    ["a mapping without the key", "!FindInMap [A, B, C]", ""],
  ].map(([name = "", action = "", rest = ""]): Row => [
    `that it does not judge ${name}`,
    noUnjudgedDocuments,
    yamlRole(`Action: ${action}\n                Resource: '*'`, rest),
    [inRole(".Action: got a value that only CloudFormation knows: not judged")],
  ]),
];

const launchRows: readonly Row[] = [
  [
    "the metadata options of a launch template",
    requireImdsv2,
    templateOf("AWS::EC2::LaunchTemplate", {
      LaunchTemplateData: { MetadataOptions: { HttpTokens: "optional", HttpPutResponseHopLimit: 1 } },
    }),
    [ofId("It", 'LaunchTemplateData.MetadataOptions.HttpTokens: got "optional"')],
  ],
  [
    "missing metadata options of an instance",
    requireImdsv2,
    templateOf("AWS::EC2::Instance", { ImageId: "ami-1" }),
    [
      ofId("It", "MetadataOptions.HttpTokens: got nothing"),
      ofId("It", "MetadataOptions.HttpPutResponseHopLimit: got nothing"),
    ],
  ],
  [
    "no instance that a launch template decides about",
    requireImdsv2,
    templateOf("AWS::EC2::Instance", { LaunchTemplate: { LaunchTemplateId: { Ref: "It" }, Version: "1" } }),
    [],
  ],
  [
    "a launch specification of a spot fleet",
    requireImdsv2,
    templateOf("AWS::EC2::SpotFleet", {
      SpotFleetRequestConfigData: { LaunchSpecifications: [{ ImageId: "ami-1" }] },
    }),
    [
      ofId(
        "It",
        "SpotFleetRequestConfigData.LaunchSpecifications[0]: got a launch specification, which cannot require IMDSv2",
      ),
    ],
  ],
  [
    "a launch configuration",
    requireImdsv2,
    templateOf("AWS::AutoScaling::LaunchConfiguration", {
      MetadataOptions: { HttpTokens: "optional", HttpPutResponseHopLimit: 1 },
    }),
    [ofId("It", 'MetadataOptions.HttpTokens: got "optional"')],
  ],
];

const id = sampleId("AKIA");
const keyRows: readonly Row[] = [
  [
    "a resource that makes an access key",
    noInlineAccessKeys,
    templateOf("AWS::IAM::AccessKey", { UserName: "u" }),
    ["templateBody.Resources.It.Properties: got aws-native:iam:AccessKey, a key that never expires"],
  ],
  [
    "a key in plain user data",
    noInlineAccessKeys,
    templateOf("AWS::EC2::Instance", { UserData: { "Fn::Base64": `export AWS_ACCESS_KEY_ID=${id}` } }),
    ["templateBody: got an AWS access key id (AKIA…)"],
  ],
  [
    "a key that Fn::Join puts together",
    noInlineAccessKeys,
    templateOf("AWS::EC2::Instance", {
      UserData: { "Fn::Base64": { "Fn::Join": ["", ["export KEY=", id.slice(0, 9), id.slice(9)]] } },
    }),
    ["templateBody: got an AWS access key id (AKIA…)"],
  ],
  [
    "a key that only its functions put together",
    noInlineAccessKeys,
    templateOf("AWS::EC2::Instance", {
      UserData: {
        "Fn::Base64": { "Fn::Sub": ["export KEY=${A}${B}", { B: id.slice(9), A: id.slice(0, 9) }] },
      },
    }),
    [ofId("It", "UserData: got an AWS access key id (AKIA…)")],
  ],
  [
    "a secret that only its functions put together, in each of two readings once",
    noInlineAccessKeys,
    templateOf("AWS::EC2::LaunchTemplate", {
      LaunchTemplateName: { "Fn::If": ["Yes", "a", "b"] },
      LaunchTemplateData: {
        UserData: {
          "Fn::Base64": {
            "Fn::Sub": [
              "aws_secret_access_key=${A}${B}",
              { B: sampleSecret.slice(19), A: sampleSecret.slice(0, 19) },
            ],
          },
        },
      },
    }),
    [ofId("It", "LaunchTemplateData.UserData: got an AWS secret access key")],
  ],
];

const unreadRows: readonly Row[] = [
  [
    "text that is no template",
    noUnjudgedDocuments,
    "just text",
    ["templateBody: got text that is no template: not judged"],
  ],
  [
    "broken YAML",
    noUnjudgedDocuments,
    "Resources: [}",
    ["templateBody: got text that is neither JSON nor YAML: not judged"],
  ],
  [
    "broken JSON",
    noUnjudgedDocuments,
    '{"Resources": ',
    ["templateBody: got text that is neither JSON nor YAML: not judged"],
  ],
  [
    "YAML that is nested too deep",
    noUnjudgedDocuments,
    `Resources: ${"[".repeat(50_000)}`,
    ["templateBody: got text that is neither JSON nor YAML: not judged"],
  ],
  [
    "a template that is too long",
    noUnjudgedDocuments,
    `Resources: ${"[".repeat(60_000)}`,
    [
      "templateBody: got a template of more than 51,200 bytes, which CloudFormation does not take: not judged",
    ],
  ],
  [
    "a template without resources",
    noUnjudgedDocuments,
    "Description: none",
    ["templateBody: got no Resources: not judged"],
  ],
  [
    "a key that stands twice in JSON",
    noUnjudgedDocuments,
    '{"Resources": {}, "Resources": {}}',
    ["templateBody: got an object with the same key twice: not judged"],
  ],
  [
    "a key that stands twice in YAML",
    noUnjudgedDocuments,
    "Resources: {}\nResources: {}",
    ["templateBody: got an object with the same key twice: not judged"],
  ],
  [
    "a macro",
    noUnjudgedDocuments,
    { Transform: "AWS::Serverless-2016-10-31", Resources: {} },
    ["templateBody.Transform: got a macro: not judged"],
  ],
  [
    "a macro in a resource",
    noUnjudgedDocuments,
    templateOf("AWS::IAM::Role", { Policies: { "Fn::Transform": { Name: "M" } } }),
    ["templateBody.Resources.It: got a macro, and 1 more: not judged"],
  ],
  [
    "a module",
    noUnjudgedDocuments,
    templateOf("Acme::Iam::Role::MODULE", {}),
    ["templateBody.Resources.It: got a module: not judged"],
  ],
  [
    "a nested stack",
    noUnjudgedDocuments,
    templateOf("AWS::CloudFormation::Stack", { TemplateURL: "https://a/b" }),
    [ofId("It", "TemplateURL: got a template that is kept elsewhere: not judged")],
  ],
  [
    "a type that is not judged",
    noUnjudgedDocuments,
    templateOf("AWS::IoT::Policy", { PolicyDocument: everything }),
    [ofId("It", "PolicyDocument: got a policy document of aws-native:iot:Policy: not judged")],
  ],
  [
    "nothing of what it judges",
    noUnjudgedDocuments,
    templateOf("AWS::IAM::RolePolicy", { PolicyDocument: everything }),
    [],
  ],
];

const saidOf = (messages: readonly string[]) =>
  messages.map((message) => message.replace(/^subject /, "").replace(/;.*/, ""));

describe("templates of CloudFormation", () => {
  for (const [name, policy, template, found, parameters] of [
    ...documentRows,
    ...functionRows,
    ...launchRows,
    ...keyRows,
    ...unreadRows,
  ]) {
    it(`show ${policy.name} ${name}`, async () => {
      const templateBody = typeof template === "string" ? template : JSON.stringify(template);
      const props = { templateBody, ...(parameters !== undefined && { parameters }) };
      assert.deepStrictEqual(saidOf(await violations(policy, stack, props)), found);
    });
  }

  const template = templateOf("AWS::IAM::RolePolicy", { PolicyDocument: everything });
  for (const [type, props] of [
    ["aws:cloudformation/stack:Stack", { templateBody: JSON.stringify(template) }],
    ["aws:cloudformation/stackSet:StackSet", { templateBody: JSON.stringify(template, null, 2) }],
    ["aws-native:cloudformation:Stack", { templateBody: template }],
    ["aws-native:cloudformation:Stack", { templateBody: JSON.stringify(template) }],
    ["aws-native:cloudformation:StackSet", { templateBody: JSON.stringify(template) }],
    ["aws:index/cloudformationStack:CloudformationStack", { templateBody: JSON.stringify(template) }],
  ] as const) {
    it(`are judged in ${type}, as ${typeof props.templateBody}`, async () => {
      assert.deepStrictEqual(saidOf(await violations(noStarStarGrants, type, props)), [everythingIn("It")]);
    });
  }

  it("are judged in a stack of a Terraform module, at its own path", async () => {
    const type = "m:tf:aws_cloudformation_stack";
    const found = await violations(noStarStarGrants, type, { template_body: JSON.stringify(template) });
    assert.deepStrictEqual(saidOf(found), [everythingIn("It").replace("templateBody", "template_body")]);
  });

  it("take the parameters that a stack set of Cloud Control lists", async () => {
    const templateBody = yamlRole(
      "Action: !Ref Verb\n                Resource: '*'",
      "Parameters: {Verb: {Type: String}}",
    );
    const parameters = [{ parameterKey: "Verb", parameterValue: "*" }];
    const type = "aws-native:cloudformation:StackSet";
    assert.deepStrictEqual(saidOf(await violations(noStarStarGrants, type, { templateBody, parameters })), [
      inRole(': got Allow "*" on "*"'),
    ]);
  });

  it("know no parameter where the parameters are unknown at preview", async () => {
    const templateBody = yamlRole(
      "Action: !Ref Verb\n                Resource: '*'",
      "Parameters: {Verb: {Type: String, Default: '*'}}",
    );
    const props = { templateBody, parameters: unknownMap };
    assert.deepStrictEqual(await violations(noStarStarGrants, stack, props), []);
  });

  it("are judged as an object with a part that a preview does not know", async () => {
    const templateBody = templateOf("AWS::IAM::RolePolicy", {
      PolicyDocument: { Statement: [...everything.Statement, { Effect: "Allow", Action: unknownText }] },
    });
    const type = "aws-native:cloudformation:Stack";
    const [first] = saidOf(await violations(noStarStarGrants, type, { templateBody }));
    assert.deepStrictEqual(first, everythingIn("It"));
  });

  for (const [name, templateBody] of [
    ["nested", `Resources: ${"[".repeat(50_000)}`],
    ["full of keys", Array.from({ length: 5_000 }, (_, index) => `k${index}: 1`).join("\n")],
    [
      "full of open variables",
      `Resources: {A: {Type: AWS::A::B, Properties: {A: !Sub '${"${".repeat(20_000)}'}}}`,
    ],
  ] as const) {
    it(`are read in a moment where they are ${name}`, async function () {
      this.timeout(5_000);
      await violations(noUnjudgedDocuments, stack, { templateBody });
    });
  }

  const boundary = {
    Boundary: {
      Type: "AWS::IAM::ManagedPolicy",
      Properties: {
        ManagedPolicyName: "boundary",
        PolicyDocument: {
          Statement: [...everything.Statement, { Effect: "Deny", Action: "iam:*", Resource: "*" }],
        },
      },
    },
  };
  const stackOf = (resources: object) => [
    { type: stack, name: "it", props: { templateBody: JSON.stringify({ Resources: resources }) } },
  ];
  const role = (properties: object) => ({ Role: { Type: "AWS::IAM::Role", Properties: properties } });
  const refused = [
    'it templateBody.Resources.Boundary.Properties.PolicyDocument.Statement[0]: got Allow "*" on "*"; want the actions and the resources that the workload needs; list them one by one',
  ];
  itJudgesStacks(noStarStarGrants, [
    {
      name: "let a policy be that is only a permissions boundary",
      stack: stackOf({ ...boundary, ...role({ PermissionsBoundary: { Ref: "Boundary" } }) }),
      reports: [],
    },
    {
      name: "refuse one that is nobody's boundary",
      stack: stackOf(boundary),
      reports: refused,
    },
    {
      name: "refuse one once that is nobody's boundary, whatever a condition decides elsewhere",
      stack: stackOf({ ...boundary, ...role({ RoleName: { "Fn::If": ["Yes", "a", "b"] } }) }),
      reports: refused,
    },
    {
      name: "refuse one that is attached too",
      stack: stackOf({
        ...boundary,
        ...role({ PermissionsBoundary: { Ref: "Boundary" }, ManagedPolicyArns: [{ Ref: "Boundary" }] }),
      }),
      reports: refused,
    },
  ]);

  it("are named by no-unknown-documents while a preview does not know them", async () => {
    const found = await stackViolations(noUnknownDocuments, [
      { type: stack, name: "subject", props: { templateBody: unknownText } },
    ]);
    assert.deepStrictEqual(saidOf(found), ["templateBody: got a value unknown at preview"]);
  });
});
