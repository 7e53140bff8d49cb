import assert from "node:assert/strict";
import { allow } from "../../../../iam/statement.ts";
import { adopt } from "../../../../operations/workload/adopt/adopt.ts";
import type { ExistingRole } from "../../../../operations/workload/adopt/existingRole.ts";
import { nextSteps, shownAdoption } from "../../../../operations/workload/adopt/shown.ts";
import { stackText } from "../../../../operations/stackFile/stackText.ts";
import { account, handMade, inline, target } from "./observedRole.ts";

const head = `config:
  aws:region: eu-central-1
  instance-profiles:environment: dev
  instance-profiles:workloads:
    # Stays as it is.
    web: {} # last
`;

const project = "instance-profiles";

const adopted = (roles: readonly ExistingRole[], more: { workloadName?: string; text?: string } = {}) =>
  adopt(roles, { source: stackText("dev", more.text ?? head), project, target, ...more });

const queue = `arn:aws:sqs:eu-central-1:${account}:mails`;
const receive = [
  "GetQueueUrl",
  "GetQueueAttributes",
  "ReceiveMessage",
  "DeleteMessage",
  "ChangeMessageVisibility",
].map((name) => `sqs:${name}`);

const mailer = handMade(
  [inline(allow(receive, [queue]), allow(["dynamodb:ListTables", "ses:GetSendQuota"], ["*"]))],
  { instances: [{ id: "i-0123456789abcdef0" }] },
);

describe("roles that are adopted", () => {
  it("are written below the other workloads, of which nothing changes", async () => {
    const { text } = await adopted([mailer, handMade([], { name: "Nightly_Report" })]);
    assert.equal(
      text,
      `${head}
    mailer:
      access:
        - sqs: { queue: mails, level: receive }
      statements:
        - actions: [ dynamodb:ListTables, ses:GetSendQuota ]
          resources: [ "*" ]
      attachTo:
        - { instance: i-0123456789abcdef0, replaceExisting: true }

    nightly-report: {}
`,
    );
  });

  it("are shown with how their rights differ and how to go on", async () => {
    const { adoptions } = await adopted([mailer]);
    const [adoption] = adoptions;
    assert.ok(adoption);
    const shown = shownAdoption(adoption, false);
    assert.match(shown, /~ +│ mailer +│ dev +│ has other tags: Environment/);
    assert.match(shown, /\n1 to look at; dev against the role mailer\.\n/);
    assert.match(shown, /\nWhat mailer says gives exactly what the policies of mailer give\.\n$/);
    assert.deepEqual(nextSteps(adoptions, "dev"), [
      "mailer cannot be imported, since a role keeps its name for life: the next update makes a new one beside it, and swaps the profile of i-0123456789abcdef0 while it runs.",
      "next: pulumi preview --stack dev --policy-pack policypack",
      "then: pulumi up --stack dev, and delete the old role once nothing uses it",
    ]);
  });

  it("are imported in place where they have the name, the path and the tags that the workload gets", async () => {
    const name = `${project}-dev-mailer`;
    const own = { ...mailer, name, path: `/${project}/dev/`, tags: { Project: project, Stack: "dev" } };
    const { adoptions } = await adopted([own]);
    assert.deepEqual(
      adoptions.map(({ workload, isInPlace }) => [workload, isInPlace]),
      [["mailer", true]],
    );
    assert.deepEqual(nextSteps(adoptions, "dev"), [
      `${name} keeps its name: "npx instance-profiles recover --stack dev" imports it, with what belongs to it.`,
      "next: pulumi preview --stack dev --policy-pack policypack",
    ]);
    for (const other of [{ path: "/" }, { tags: {} }, { tags: { ...own.tags, Stack: "prod" } }]) {
      const { adoptions } = await adopted([{ ...own, ...other }]);
      assert.deepEqual(
        adoptions.map(({ isInPlace }) => isInPlace),
        [false],
      );
    }
  });

  it("are shown with what the policy pack refuses", async () => {
    const { adoptions } = await adopted([handMade([inline(allow(["iam:PassRole"], ["*"]))])]);
    assert.deepEqual(
      adoptions.flatMap(({ diff }) =>
        diff.risks.filter(({ refused }) => refused).map(({ policy }) => policy),
      ),
      ["no-privilege-escalation"],
    );
  });

  it("are shown with a boundary that the stack gives them and the role has not", async () => {
    const text = head.replace("dev\n", "dev\n  instance-profiles:permissionsBoundary: limits\n");
    const { adoptions } = await adopted([mailer], { text });
    assert.deepEqual(
      adoptions.flatMap(({ diff }) => diff.settings.map((setting) => setting.text)),
      [`gets the permissions boundary arn:aws:iam::${account}:policy/limits`, "has other tags: Environment"],
    );
  });

  for (const [name, roles, more, message] of [
    [
      "under a name that is taken",
      [handMade([], { name: "web" })],
      {},
      'Pulumi.dev.yaml has a workload "web" already: name that of the role web otherwise, with --name, or take the one there out',
    ],
    [
      "twice under one name",
      [mailer, handMade([], { name: "Mailer" })],
      {},
      'Pulumi.dev.yaml has a workload "mailer" already: name that of the role Mailer otherwise, with --name, or take the one there out',
    ],
    [
      "where several cannot be, all of which are told at once",
      [
        handMade([], { name: "one", trust: "{}" }),
        handMade([inline({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })], { name: "two" }),
      ],
      {},
      [
        "the role one is for nobody, not for EC2: a workload is the role of instances; let ec2.amazonaws.com assume it first, if instances are to carry it",
        "the inline policy own of two says what no statement of a stack file can say: Statement[0] has NotAction. Make a managed policy of it (aws iam create-policy), attach that to two in its place, and run this again: it stays a policy of its own",
      ].join("\n"),
    ],
  ] as const)
    it(`are not written ${name}`, async () => {
      await assert.rejects(adopted(roles, more), { name: "Failure", message });
    });

  it("are not written where the stack file would be wrong", async () => {
    const text = `${head}    other: { attachTo: [i-0123456789abcdef0] }\n`;
    await assert.rejects(adopted([mailer], { text }), {
      message:
        /^nothing was written, since Pulumi\.dev\.yaml would be wrong\. [^]*the same instance as workloads\.other\.attachTo\[0\]/,
    });
  });
});
