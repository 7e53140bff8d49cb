import assert from "node:assert/strict";
import { judgeRole } from "../../../operations/verify/judgeRole.ts";
import type { ObservedRole } from "../../../operations/verify/observation.ts";
import { declared } from "../permissions/stackFiles.ts";

const roleArn = "arn:aws:iam::000000000000:role/shop/prod/shop-prod-api";
const policyArn = "arn:aws:iam::000000000000:policy/shop/prod/shop-prod-api";
const ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const boundary = "arn:aws:iam::000000000000:policy/limits";
const putBack = 'find out who changed it, then run "pulumi up --refresh"';

const api = async () => {
  const access = [{ sqs: { queue: "orders", level: "send" } }];
  const workload = {
    access,
    managedPolicies: ["AmazonSSMManagedInstanceCore"],
    permissionsBoundary: "limits",
  };
  const [compiled] = (await declared({ api: workload })).workloads;
  assert.ok(compiled);
  return compiled;
};

/** What is found of a role that is as declared but for some changes, in the form `at | got | want | fix`. */
async function findings(
  change: Partial<ObservedRole>,
  inForce?: (document: string) => string,
): Promise<string[]> {
  const workload = await api();
  const [document = ""] = workload.policyDocuments;
  const role = {
    trust: workload.assumeRolePolicy,
    attached: [policyArn, ssm],
    inline: [],
    boundary,
    ...change,
  };
  const documents = new Map([[policyArn, inForce ? inForce(document) : document]]);
  const found = await judgeRole(workload, roleArn, role, documents);
  return found.map(({ at, got, want, fix }) => [at, got, want, fix].join(" | "));
}

const rows: readonly (readonly [
  string,
  Partial<ObservedRole>,
  readonly string[],
  ((document: string) => string)?,
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
    [`trust policy | another one | EC2 alone | ${putBack}`],
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
    "finds an inline policy",
    { inline: ["more"] },
    [
      "inline policy more | attached | no inline policy | declare what it is for in the stack file, and delete it",
    ],
  ],
];

describe("the verdict on a role and its policies", () => {
  for (const [finds, change, expected, inForce] of rows)
    it(finds, async () => {
      assert.deepEqual(await findings(change, inForce), expected);
    });

  it("finds a role that is gone", async () => {
    assert.deepEqual(await judgeRole(await api(), roleArn, undefined, new Map()), [
      { at: "role", got: "no such role", want: roleArn, fix: 'run "pulumi refresh" and "pulumi up"' },
    ]);
  });
});
