import assert from "node:assert/strict";
import { putBack } from "../../../operations/verify/finding.ts";
import { judgeRole } from "../../../operations/verify/judgeRole.ts";
import type { ObservedRole } from "../../../operations/verify/observation.ts";
import { declared } from "../permissions/stackFiles.ts";

const roleArn = "arn:aws:iam::000000000000:role/shop/prod/shop-prod-api";
const policyArn = "arn:aws:iam::000000000000:policy/shop/prod/shop-prod-api";
const ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const boundary = "arn:aws:iam::000000000000:policy/limits";
const instanceProfileArn = "arn:aws:iam::000000000000:instance-profile/shop/prod/shop-prod-api";

const api = async (more: object = {}) => {
  const access = [{ sqs: { queue: "orders", level: "send" } }];
  const workload = {
    access,
    managedPolicies: ["AmazonSSMManagedInstanceCore"],
    permissionsBoundary: "limits",
    ...more,
  };
  const [compiled] = (await declared({ api: workload })).workloads;
  assert.ok(compiled);
  return compiled;
};

/** What is found of a role that is as declared but for some changes, in the form `at | got | want | fix`. */
async function findings(
  change: Partial<ObservedRole>,
  inForce?: (document: string) => string,
  heldBy: readonly string[] = [change.arn ?? roleArn],
  more: object = {},
  secret = false,
): Promise<string[]> {
  const compiled = await api(more);
  const secrets = { tagKeys: [], description: true, policies: false, permissionsBoundary: false };
  const workload = secret ? { ...compiled, secrets } : compiled;
  const [document = ""] = workload.policyDocuments;
  const role = {
    arn: roleArn,
    profiles: [instanceProfileArn],
    tags: workload.tags,
    maxSessionSeconds: 3600,
    trust: workload.assumeRolePolicy,
    attached: [policyArn, ssm],
    inline: [],
    boundary,
    ...change,
  };
  const policy = { document: inForce ? inForce(document) : document, inForce: "v1", versions: [], heldBy };
  const account = {
    roles: new Map([["shop-prod-api", role]]),
    policies: new Map([[policyArn, policy]]),
  };
  const tags = { tags: workload.tags, secretKeys: [], isIgnored: () => false };
  const found = await judgeRole(workload, { roleArn, instanceProfileArn }, account, tags);
  return found.map(({ at, got, want, fix }) => [at, got, want, fix].join(" | "));
}

const rows: readonly (readonly [
  string,
  Partial<ObservedRole>,
  readonly string[],
  ((document: string) => string)?,
  (readonly string[])?,
])[] = [
  ["finds nothing where all is as declared", {}, []],
  ["finds nothing in white space", {}, [], (document) => JSON.stringify(JSON.parse(document), null, 2)],
  [
    "finds nothing where another document allows the same",
    {},
    [],
    (document) =>
      document.replace(
        /"Action":\[([^\]]+)\]/,
        (_, list: string) => `"Action":[${list.split(",").reverse().join(",")}]`,
      ),
  ],
  [
    "finds a policy in force that allows more than is declared, with what it adds",
    {},
    [
      `policy ${policyArn} | a version that gains write on sqs orders (sqs:PurgeQueue) | what the stack file declares | ${putBack}`,
    ],
    (document) => document.replace('"sqs:SendMessage"', '"sqs:SendMessage","sqs:PurgeQueue"'),
  ],
  [
    "finds a policy in force that allows less",
    {},
    [
      `policy ${policyArn} | a version that loses write on sqs orders (sqs:SendMessage) | what the stack file declares | ${putBack}`,
    ],
    (document) => document.replace(',"sqs:SendMessage"', ""),
  ],
  [
    "finds somebody else in the trust policy",
    {
      trust:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}',
    },
    [`trust policy | lets in everyone, no longer lets in EC2 | EC2 alone | ${putBack}`],
  ],
  [
    "finds a boundary that is gone",
    { boundary: undefined },
    [`permissions boundary | none | ${boundary} | ${putBack}`],
  ],
  [
    "finds a policy that was attached and one that was detached by hand",
    { attached: [policyArn, "arn:aws:iam::aws:policy/AdministratorAccess"] },
    [
      "policy arn:aws:iam::aws:policy/AdministratorAccess | attached | only declared policies | declare it in managedPolicies, or detach it",
      `policy ${ssm} | not attached | attached | ${putBack}`,
    ],
  ],
  [
    "finds a role on another path",
    { arn: "arn:aws:iam::000000000000:role/shop-prod-api" },
    [`role | arn:aws:iam::000000000000:role/shop-prod-api | ${roleArn} | ${putBack}`],
  ],
  [
    "finds a longer session and a description",
    { maxSessionSeconds: 43_200, description: "mine" },
    [
      `maximum session duration | 43200 s | 3600 s | ${putBack}`,
      `role description | "mine" | none | ${putBack}`,
    ],
  ],
  [
    "finds a second profile that holds the role",
    { profiles: [instanceProfileArn, "arn:aws:iam::000000000000:instance-profile/spare"] },
    [
      `instance profile arn:aws:iam::000000000000:instance-profile/spare | holds the role too | the role in ${instanceProfileArn} alone | run "aws iam remove-role-from-instance-profile" for it, after a look at who uses it`,
    ],
  ],
  [
    "finds the policy language of 2008 in the same words",
    {},
    [
      `policy ${policyArn} | a version in the policy language of 2008-10-17, not of 2012-10-17 | what the stack file declares | ${putBack}`,
    ],
    (document) => document.replace("2012-10-17", "2008-10-17"),
  ],
  [
    "finds its policy attached to a user, a group and another role",
    {},
    ["user/eve", "group/ops", "role/other"].map(
      (holder) =>
        `policy ${policyArn} | attached to arn:aws:iam::000000000000:${holder} too | attached to the role of its workload alone | detach it there`,
    ),
    undefined,
    [roleArn, ...["user/eve", "group/ops", "role/other"].map((name) => `arn:aws:iam::000000000000:${name}`)],
  ],
  [
    "finds an inline policy",
    { inline: ["more"] },
    [
      "inline policy more | attached | no inline policy | declare what it is for in the stack file, and delete it",
    ],
  ],
];

describe("the verdict on a role and its policies", () => {
  for (const [finds, change, expected, inForce, heldBy] of rows)
    it(finds, async () => {
      assert.deepEqual(await findings(change, inForce, heldBy), expected);
    });

  it("finds a role that is gone", async () => {
    const account = { roles: new Map(), policies: new Map() };
    const tags = { tags: {}, secretKeys: [], isIgnored: () => false };
    assert.deepEqual(await judgeRole(await api(), { roleArn, instanceProfileArn }, account, tags), [
      { at: "role", got: "no such role", want: roleArn, fix: 'run "pulumi refresh" and "pulumi up"' },
    ]);
  });

  for (const [what, description, got, secret, found] of [
    ["nothing of the description that is declared", "Mails, & more", "Mails, & more", false, []],
    ["another description", "Mails", "mine", false, ['"mine" | "Mails"']],
    ["no description where one is declared", "Mails", undefined, false, ['none | "Mails"']],
    [
      "another description than one that is secret, and shows neither",
      "Mails",
      "mine",
      true,
      ["another value | the declared one, which is secret"],
    ],
  ] as const)
    it(`finds ${what}`, async () => {
      const observed = got === undefined ? {} : { description: got };
      assert.deepEqual(
        await findings(observed, undefined, undefined, { description }, secret),
        found.map((pair) => `role description | ${pair} | ${putBack}`),
      );
    });

  it("says nothing of the description of a role on another path, which the listing leaves out", async () => {
    const arn = "arn:aws:iam::000000000000:role/shop-prod-api";
    assert.deepEqual(
      await findings({ arn, maxSessionSeconds: undefined }, undefined, undefined, { description: "Mails" }),
      [`role | ${arn} | ${roleArn} | ${putBack}`],
    );
  });
});
