import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { stackDiff } from "../../../operations/permissions/diff.ts";
import { diffLines } from "../../../operations/permissions/diffLines.ts";
import { diffMarkdown } from "../../../operations/permissions/diffMarkdown.ts";
import { diffTable } from "../../../operations/permissions/diffTable.ts";
import { exceptionsOf } from "../../../operations/permissions/risks.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";
import { declared } from "./stackFiles.ts";

const role = "instance-profiles:components:Workload$instance-profiles:components:InstanceRole";
const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${role}$${type}::${name}`;
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const [yesterday, tomorrow] = [day(-1), day(1)];

const passRole = { actions: ["iam:PassRole"], resources: ["*"] };
const escalation = {
  policy: "no-privilege-escalation",
  urn: urn("aws:iam/policy:Policy", "api"),
  finding: 'policy.Statement[0]: got Allow "iam:PassRole" on "*"',
  reason: "The deployer of the shop, ticket OPS-123",
  expires: tomorrow,
};
const openResources = { ...escalation, policy: "no-open-resources" };
const finding = 'got Allow "iam:PassRole" on "*"; want the ARNs that the workload needs';
const reason = "(The deployer of the shop, ticket OPS-123)";
const refused = `refused | is refused by no-privilege-escalation: ${finding}`;
const advised = `risky | is advised against by no-open-resources: ${finding}`;

const administrator = 'got "arn:aws:iam::aws:policy/AdministratorAccess"';

const rows: readonly (readonly [string, object, readonly object[], readonly string[]])[] = [
  ["none at all", { statements: [passRole] }, [], [refused, advised]],
  [
    "one that is in force",
    { statements: [passRole] },
    [escalation],
    [
      `risky | is allowed by exception ${reason} until ${tomorrow}, against no-privilege-escalation: ${finding}`,
      advised,
    ],
  ],
  [
    "one to a policy that only advises",
    { statements: [passRole] },
    [openResources],
    [
      refused,
      `risky | is allowed by exception ${reason} until ${tomorrow}, against no-open-resources: ${finding}`,
    ],
  ],
  [
    "one that has run out",
    { statements: [passRole] },
    [{ ...escalation, expires: yesterday }],
    [`${refused}; the exception for it ${reason} ended on ${yesterday}`, advised],
  ],
  [
    "one for another stack",
    { statements: [passRole] },
    [{ ...escalation, urn: escalation.urn.replace("prod", "dev") }],
    [refused, advised],
  ],
  [
    "one without a reason",
    { statements: [passRole] },
    [{ ...escalation, reason: "because" }],
    [refused, advised],
  ],
  [
    "one of two statements with the same finding",
    {
      statements: [
        passRole,
        { ...passRole, conditions: { StringEquals: { "aws:PrincipalTag/Team": "shop" } } },
      ],
    },
    [escalation],
    [
      refused,
      `risky | is allowed by exception ${reason} until ${tomorrow}, against no-privilege-escalation: ${finding}`,
      advised,
    ],
  ],
  [
    "one for an attachment",
    { managedPolicies: ["AdministratorAccess"] },
    [
      {
        policy: "no-star-star-grants",
        urn: urn("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "api-managed-AdministratorAccess"),
        finding: `policyArn: ${administrator}`,
        reason: escalation.reason,
        expires: tomorrow,
      },
    ],
    [
      `risky | is allowed by exception ${reason} until ${tomorrow}, against no-star-star-grants: ${administrator}; want a policy with what the workload needs`,
    ],
  ],
];

describe("the permission diff and the exceptions of the policy pack", () => {
  const project = temporaryFolder();

  async function diffWith(workload: object, entries: readonly object[]) {
    mkdirSync(path.join(project(), "policypack"));
    writeFileSync(path.join(project(), "policypack", "exceptions.yaml"), JSON.stringify(entries));
    const [before, after] = [await declared({ api: {} }), await declared({ api: workload })];
    assert.equal(after.problem, undefined);
    const workloads = await stackDiff(before, after, await exceptionsOf(project()));
    return { base: "main", head: "here", stacks: ["prod"], workloads, notes: [] };
  }

  for (const [title, workload, entries, expected] of rows)
    it(`names what the pack finds, with ${title}`, async () => {
      const lines = diffLines(await diffWith(workload, entries))
        .filter(({ text }) => text.includes(": got "))
        .map(({ urgency, text }) => `${urgency} | ${text}`);
      assert.deepEqual(lines, expected);
    });

  it("has the exception in every format", async () => {
    const diff = await diffWith({ statements: [passRole] }, [escalation]);
    const text = `is allowed by exception ${reason} until ${tomorrow}, against no-privilege-escalation`;
    const plain = (shown: string) => shown.replace(/[\s│]+/g, " ").replaceAll("\\", "");
    assert.deepEqual(
      [
        plain(diffTable(diff, false)).includes(text),
        plain(diffMarkdown(diff)).includes(`⚠️ **api** (prod) ${text}`),
      ],
      [true, true],
    );
    assert.deepEqual(diff.workloads[0]?.risks[0], {
      policy: "no-privilege-escalation",
      refused: false,
      got: 'Allow "iam:PassRole" on "*"',
      want: "the ARNs that the workload needs",
      exception: { reason: escalation.reason, expires: tomorrow, inForce: true },
    });
  });
});
