import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { checkStacks } from "../../../../operations/permissions/check/check.ts";
import type { CheckFinding } from "../../../../operations/permissions/check/finding.ts";
import { sampleId } from "../../../../testing/sampleKeys.ts";
import { temporaryFolder } from "../../../sandbox/temporaryFolder.ts";

/** A stack file whose workload `api`, of which the keys stand in line 5 and below, has these lines. */
const stackOf = (lines: string, settings = "") =>
  `config:\n  instance-profiles:environment: test${settings}\n  instance-profiles:workloads:\n    api:\n${lines.replace(/^(?=.)/gm, "      ")}`;

/** What a finding says, in one line. */
const shown = ({ verdict, rule, file, place, path: at }: CheckFinding) =>
  `${verdict} ${rule} ${file}:${place.line}:${place.column} ${at}`;

describe("permissions check", () => {
  const root = temporaryFolder();

  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root(), file)), { recursive: true });
    writeFileSync(path.join(root(), file), text);
  };

  async function found(text: string, more: Readonly<Record<string, string>> = {}, stack = "all") {
    write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
    write("Pulumi.dev.yaml", text);
    for (const [file, own] of Object.entries(more)) write(file, own);
    return (await checkStacks(root(), stack)).findings;
  }

  const star = 'statements:\n  - actions: ["iam:PassRole"]\n    resources: ["*"]\n';
  const cases: readonly {
    readonly of: string;
    readonly text: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly finds: readonly string[];
  }[] = [
    { of: "nothing", text: stackOf("access:\n  - s3: { bucket: assets, level: read }\n"), finds: [] },
    {
      of: "an action of a raw statement",
      text: stackOf(
        'statements:\n  - actions:\n      - s3:GetObject\n      - iam:PassRole\n    resources: ["arn:aws:s3:::a/*", "arn:aws:iam::*:role/*"]\n',
      ),
      finds: ["refused no-privilege-escalation Pulumi.dev.yaml:8:15 workloads.api.statements[0].actions[1]"],
    },
    {
      of: "a resource whose placeholder stands for the account, and one that is misspelled",
      text: stackOf(
        'statements:\n  - actions: ["iam:PassRole"]\n    resources: ["arn:aws:iam::{account}:role/*"]\naccess:\n  - s3: { bucket: "{acount}-a", level: read }\n',
      ),
      finds: [
        "refused no-privilege-escalation Pulumi.dev.yaml:6:21 workloads.api.statements[0].actions[0]",
        "refused stack-configuration Pulumi.dev.yaml:9:17 workloads.api.access[0].s3.bucket",
      ],
    },
    {
      of: "the resource of a raw statement of which another resource is right",
      text: stackOf(
        'statements:\n  - actions: ["iam:PassRole"]\n    resources:\n      - arn:aws:iam::111122223333:role/a\n      - arn:aws:iam::111122223333:role/*\n',
      ),
      finds: [
        "refused no-privilege-escalation Pulumi.dev.yaml:9:15 workloads.api.statements[0].resources[1]",
      ],
    },
    {
      of: "an open resource of an action that takes some",
      text: stackOf('statements:\n  - actions: ["sqs:SendMessage"]\n    resources: ["*"]\n'),
      finds: ["risky no-open-resources Pulumi.dev.yaml:7:23 workloads.api.statements[0].resources[0]"],
    },
    {
      of: "an entry of access",
      text: stackOf(
        'access:\n  - s3: { bucket: assets, level: read }\n  - sts: { role: "arn:aws:iam::111122223333:role/OrganizationAccountAccessRole", level: assume }\n',
      ),
      finds: ["refused no-privilege-escalation Pulumi.dev.yaml:7:11 workloads.api.access[1]"],
    },
    {
      of: "of two entries that become one statement the one that it names",
      text: stackOf(`${star}  - actions: ["iam:PassRole"]\n    resources: ["arn:aws:iam::*:role/*"]\n`),
      finds: [
        "refused no-privilege-escalation Pulumi.dev.yaml:6:21 workloads.api.statements[0].actions[0]",
        "risky no-open-resources Pulumi.dev.yaml:7:23 workloads.api.statements[0].resources[0]",
      ],
    },
    {
      of: "attached policies",
      text: stackOf("managedPolicies:\n  - AmazonS3FullAccess\n  - AdministratorAccess\n"),
      finds: [
        "refused no-star-star-grants Pulumi.dev.yaml:7:11 workloads.api.managedPolicies[1]",
        "risky no-full-access-managed-policies Pulumi.dev.yaml:6:11 workloads.api.managedPolicies[0]",
      ],
    },
    {
      of: "a missing boundary",
      text: stackOf("access:\n  - s3: { bucket: assets, level: read }\n"),
      files: {
        "policypack/config/dev.json":
          '{"require-permissions-boundary": {"required": true, "allowed": ["limits"]}}',
      },
      finds: ["refused require-permissions-boundary Pulumi.dev.yaml:4:5 workloads.api"],
    },
    {
      of: "a wrong boundary of the whole stack",
      text: stackOf(
        "access:\n  - s3: { bucket: assets, level: read }\n",
        "\n  instance-profiles:permissionsBoundary: other",
      ),
      files: {
        "policypack/config/dev.json": '{"require-permissions-boundary": {"allowed": ["limits"]}}',
      },
      finds: ["refused require-permissions-boundary Pulumi.dev.yaml:3:3 permissionsBoundary"],
    },
    {
      of: "mistakes, each at its key, and rights beside them",
      text: stackOf(
        `acess: []\n${star}  - actions: ["s3:PutObjects"]\n    resources: ["arn:aws:s3:::a/*"]\n`,
      ),
      finds: [
        "refused stack-configuration Pulumi.dev.yaml:5:7 workloads.api.acess",
        "refused no-privilege-escalation Pulumi.dev.yaml:7:21 workloads.api.statements[0].actions[0]",
        "refused stack-configuration Pulumi.dev.yaml:9:21 workloads.api.statements[1].actions[0]",
        "risky no-open-resources Pulumi.dev.yaml:8:23 workloads.api.statements[0].resources[0]",
      ],
    },
    {
      of: "a secret and the rights beside it",
      text: stackOf(
        `${star}  - actions: ["s3:GetObject"]\n    resources: [{ secure: abc }]\nlaunch:\n  image: al2023\n  instanceType: { secure: t3 }\n`,
      ),
      finds: [
        "refused no-privilege-escalation Pulumi.dev.yaml:6:21 workloads.api.statements[0].actions[0]",
        "risky no-open-resources Pulumi.dev.yaml:7:23 workloads.api.statements[0].resources[0]",
        "unknown unread-configuration Pulumi.dev.yaml:9:23 workloads.api.statements[1].resources[0]",
        "unknown unread-configuration Pulumi.dev.yaml:12:9 workloads.api.launch.instanceType",
      ],
    },
    {
      of: "an environment of Pulumi ESC",
      text: `# first\nenvironment:\n  - shared\n${stackOf("maxSessionHours: 2\n")}`,
      finds: ["unknown unread-configuration Pulumi.dev.yaml:2:1 environment"],
    },
    {
      of: "what a merge key brings in, where it is written",
      text: stackOf(`<<: &more\n  ${star.replaceAll("\n", "\n  ").trimEnd()}\n`),
      finds: [
        "refused no-privilege-escalation Pulumi.dev.yaml:7:23 workloads.api.statements[0].actions[0]",
        "risky no-open-resources Pulumi.dev.yaml:8:25 workloads.api.statements[0].resources[0]",
      ],
    },
    {
      of: "a file that is not YAML",
      text: "config: {a: [}\n",
      finds: ["refused stack-configuration Pulumi.dev.yaml:1:14 "],
    },
  ];

  for (const { of, text, files = {}, finds } of cases)
    it(`finds ${of}`, async () => {
      assert.deepStrictEqual((await found(text, files)).map(shown), finds);
    });

  it("finds a key in a script, without a word of it", async () => {
    const id = sampleId("AKIA");
    const text = stackOf(
      `launch:\n  image: al2023\n  instanceType: t3.micro\n  userData: |\n    export AWS_ACCESS_KEY_ID=${id}\n`,
    );
    const findings = await found(text);
    assert.deepStrictEqual(findings.map(shown), [
      "refused no-inline-access-keys Pulumi.dev.yaml:8:9 workloads.api.launch.userData",
      "refused stack-configuration Pulumi.dev.yaml:8:9 workloads.api.launch.userData",
    ]);
    assert.ok(!JSON.stringify(findings).includes(id.slice(4)));
  });

  it("takes the levels of a stack by its name, whatever the stack file calls its environment", async () => {
    const text = stackOf(star).replace("environment: test", "environment: dev");
    const files = {
      "Pulumi.prod.yaml": text,
      "policypack/config/prod.json": '{"all": "disabled", "no-open-resources": "mandatory"}',
    };
    assert.deepStrictEqual((await found(text, files)).map(shown), [
      "refused no-privilege-escalation Pulumi.dev.yaml:6:21 workloads.api.statements[0].actions[0]",
      "refused no-open-resources Pulumi.prod.yaml:7:23 workloads.api.statements[0].resources[0]",
      "risky no-open-resources Pulumi.dev.yaml:7:23 workloads.api.statements[0].resources[0]",
    ]);
  });

  it("takes the levels that stacks share by the pattern of their names", async () => {
    const files = {
      "policypack/stacks.json": '{"de*": "loose"}',
      "policypack/config/loose.json": '{"all": "disabled", "no-open-resources": "mandatory"}',
    };
    assert.deepStrictEqual((await found(stackOf(star), files)).map(shown), [
      "refused no-open-resources Pulumi.dev.yaml:7:23 workloads.api.statements[0].resources[0]",
    ]);
  });

  it("excuses what an exception names, and finds the one that nothing needs", async () => {
    const urn =
      "urn:pulumi:dev::shop::instance-profiles:components:Workload$instance-profiles:components:InstanceRole$aws:iam/policy:Policy::api";
    const entry = (finding: string) =>
      `- policy: no-privilege-escalation\n  urn: ${urn}\n  finding: '${finding}'\n  reason: The move of the account, OPS-123\n  expires: 2999-12-31\n`;
    const exceptions =
      entry('policy.Statement[0]: got Allow "iam:PassRole" on "*"') + entry("policy.Statement[9]: got more");
    const findings = await found(stackOf(star), { "policypack/exceptions.yaml": exceptions });
    assert.deepStrictEqual(findings.map(shown), [
      "risky no-open-resources Pulumi.dev.yaml:7:23 workloads.api.statements[0].resources[0]",
      "risky no-unused-exceptions policypack/exceptions.yaml:6:3 ",
      "excused no-privilege-escalation Pulumi.dev.yaml:6:21 workloads.api.statements[0].actions[0]",
    ]);
  });

  for (const [what, settings] of [
    ["no level", '{"no-open-resources": "loud"}'],
    ["no policy", '{"no-open-resource": "mandatory"}'],
    ["no JSON", "{"],
    ["no map", "[]"],
  ] as const)
    it(`refuses settings of the pack with ${what}`, async () => {
      await assert.rejects(
        found(stackOf(star), { "policypack/config/dev.json": settings }),
        /^Failure: policypack\/config\/dev\.json/,
      );
    });
});
