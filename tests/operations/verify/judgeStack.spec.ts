import assert from "node:assert/strict";
import { judgeStrays, strangers, unmatched } from "../../../operations/verify/judgeStack.ts";
import type { Finding } from "../../../operations/verify/finding.ts";
import { declared } from "../permissions/stackFiles.ts";

const path = "/shop/prod/";
const arn = (kind: string, name: string, at = path) => `arn:aws:iam::000000000000:${kind}${at}${name}`;
const outputsOf = (name: string) => ({
  roleName: `shop-prod-${name}`,
  roleArn: arn("role", `shop-prod-${name}`),
  instanceProfileName: `shop-prod-${name}`,
  instanceProfileArn: arn("instance-profile", `shop-prod-${name}`),
  policyArns: [arn("policy", `shop-prod-${name}`)],
  launchTemplateId: `lt-${name}`,
});

async function stack() {
  const access = [{ sqs: { queue: "orders", level: "send" } }];
  const { workloads } = await declared({ api: { access }, planned: { access } });
  // "old" is deployed and not declared any more, "planned" the other way round.
  return { path, declared: workloads, outputs: { api: outputsOf("api"), old: outputsOf("old") } };
}

const role = (name: string, at = path) =>
  [
    name,
    { arn: arn("role", name, at), trust: "", attached: [], inline: [], tags: {}, profiles: [] },
  ] as const;
const policy = (name: string, at = path) =>
  [arn("policy", name, at), { document: "{}", inForce: "v1", versions: [], heldBy: [] }] as const;

const line = ({ at, got, want }: Finding) => [at, got, want].join(" | ");

describe("the verdict on a stack", () => {
  it("finds workloads that are only declared, and those that are only deployed", () => {
    assert.deepEqual(
      unmatched(["both", "new"], ["both", "old"]).map(
        ({ fix, ...finding }) => `${line({ fix, ...finding })} | ${fix}`,
      ),
      [
        'workload new | declared only | it deployed | run "pulumi up"',
        'workload old | deployed only | it declared or gone | run "pulumi up"',
      ],
    );
  });

  it("finds roles, policies and profiles below its path that are of no workload", async () => {
    const account = {
      roles: new Map([
        role("shop-prod-api"),
        role("shop-prod-old"),
        role("spare"),
        role("deep", `${path}x/`),
      ]),
      policies: new Map([
        policy("shop-prod-api"),
        policy("shop-prod-api-2"),
        policy("shop-prod-old"),
        policy("elsewhere", "/shop/prod-2/"),
      ]),
    };
    const profileArns = ["shop-prod-api", "shop-prod-old", "spare"].map((name) =>
      arn("instance-profile", name),
    );
    assert.deepEqual(
      strangers(await stack(), account, { profileArns }).map(line),
      [
        arn("role", "spare"),
        arn("role", "deep", `${path}x/`),
        arn("policy", "shop-prod-api-2"),
        arn("instance-profile", "spare"),
      ].map(
        (found, index) =>
          `${["role", "role", "policy", "instance profile"][index] ?? ""} ${found} | there, below ${path} | only what the stack makes`,
      ),
    );
  });

  it("leaves a declared role on another path to its workload", async () => {
    const account = { roles: new Map([role("shop-prod-api", "/")]), policies: new Map() };
    assert.deepEqual(strangers(await stack(), account, { profileArns: [] }), []);
  });

  const old = arn("instance-profile", "shop-prod-old");
  const admin = arn("instance-profile", "admin", "/");
  for (const [name, stray, finds] of [
    [
      "an instance on a profile that is not declared any more",
      { id: "i-1", profileArn: old },
      [`instance i-1 | the profile ${old}, which is not declared | a profile of a declared workload`],
    ],
    [
      "an instance on a profile that is gone",
      { id: "i-1", profileArn: arn("instance-profile", "gone") },
      [
        `instance i-1 | the profile ${arn("instance-profile", "gone")}, which does not exist any more | a profile of a declared workload`,
      ],
    ],
    [
      "an instance of a launch template with a profile of somebody else",
      { id: "i-1", profileArn: admin, template: { id: "lt-api", version: 1 } },
      [`instance i-1 | the profile ${admin} | the profile shop-prod-api, as its launch template has it`],
    ],
    [
      "an instance of a launch template without a profile",
      { id: "i-1", template: { id: "lt-api", version: 1 } },
      ["instance i-1 | no profile | the profile shop-prod-api, as its launch template has it"],
    ],
    [
      "nothing in an instance of another launch template",
      { id: "i-1", template: { id: "lt-other", version: 1 } },
      [],
    ],
    ["nothing in an instance of somebody else", { id: "i-1", profileArn: admin }, []],
  ] as const)
    it(`finds ${name}`, async () => {
      assert.deepEqual(judgeStrays([stray], await stack(), [old]).map(line), finds);
    });
});
