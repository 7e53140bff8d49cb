import assert from "node:assert/strict";
import { checkedStack, stackOf } from "../stackFixture.ts";

const secure = { secure: "v1:AAAA:BBBB" };
const key = (name: string) => `instance-profiles:${name}`;

/** A workload with everything that can be secret, and what the stack says beside it. */
const workload = {
  description: "hush",
  tags: { Team: "shop", Token: "hush" },
  access: [{ sqs: { queue: "orders", level: "send" } }],
  statements: [{ actions: ["pricing:GetProducts"], resources: ["*"] }],
  permissionsBoundary: "boundary",
  managedPolicies: ["ReadOnlyAccess"],
  launch: { image: "al2023", instanceType: "t3.micro", userData: "hush" },
};
const values = {
  [key("tags")]: { Cost: "hush", Team: "hush" },
  [key("permissionsBoundary")]: "stack-boundary",
};

type Written = Readonly<Record<string, unknown>>;
const written = (changes: Written, more: Written = {}): Written => ({
  ...stackOf({ workload: { ...workload, ...changes }, values }),
  ...more,
});

const nothing = { tagKeys: [], description: false, policies: false, permissionsBoundary: false };

const rows: readonly (readonly [
  title: string,
  secretKeys: readonly string[],
  written: Written | undefined,
  secrets: object | undefined,
  userDataIsSecret: boolean,
])[] = [
  ["nothing where nothing is marked", [], undefined, undefined, false],
  [
    "all that can be of workloads that are marked as a whole",
    ["workloads"],
    { [key("workloads")]: secure },
    {
      tagKeys: ["Description", "Team", "Token"],
      description: true,
      policies: true,
      permissionsBoundary: true,
    },
    true,
  ],
  [
    "all that can be of workloads that the stack file does not write",
    ["workloads"],
    undefined,
    {
      tagKeys: ["Description", "Team", "Token"],
      description: true,
      policies: true,
      permissionsBoundary: true,
    },
    true,
  ],
  [
    "one tag, and not those beside it",
    ["workloads"],
    written({ tags: { Team: "shop", Token: secure } }),
    { ...nothing, tagKeys: ["Token"] },
    false,
  ],
  [
    "user data, and no more",
    ["workloads"],
    written({ launch: { ...workload.launch, userData: secure } }),
    undefined,
    true,
  ],
  [
    "a description",
    ["workloads"],
    written({ description: secure }),
    { ...nothing, tagKeys: ["Description"], description: true },
    false,
  ],
  [
    "the documents for a secret in a grant",
    ["workloads"],
    written({ access: [{ sqs: { queue: secure, level: "send" } }] }),
    { ...nothing, policies: true },
    false,
  ],
  [
    "the documents for a secret in a statement",
    ["workloads"],
    written({ statements: [{ actions: ["pricing:GetProducts"], resources: [secure] }] }),
    { ...nothing, policies: true },
    false,
  ],
  [
    "a boundary of its own",
    ["workloads"],
    written({ permissionsBoundary: secure }),
    { ...nothing, permissionsBoundary: true },
    false,
  ],
  ["no boundary of the stack where it has its own", ["permissionsBoundary"], undefined, undefined, false],
  [
    "the tags of the stack that it does not overrule",
    ["tags"],
    undefined,
    { ...nothing, tagKeys: ["Cost"] },
    false,
  ],
  [
    "one tag of the stack",
    ["tags"],
    written({}, { [key("tags")]: { Cost: secure, Team: "hush" } }),
    { ...nothing, tagKeys: ["Cost"] },
    false,
  ],
  ["the environment", ["environment"], undefined, { ...nothing, tagKeys: ["Environment"] }, false],
];

describe("what stays secret of a workload", () => {
  for (const [title, secretKeys, written, secrets, userDataIsSecret] of rows)
    it(`is ${title}`, async () => {
      const { errors, workloads } = await checkedStack({
        values: stackOf({ workload, values }),
        secretKeys: secretKeys.map(key),
        ...(written && { written }),
      });
      assert.deepEqual(
        [errors, workloads.map(({ secrets, launch }) => [secrets, launch?.userDataIsSecret])],
        [[], [[secrets, userDataIsSecret]]],
      );
    });

  it("is the boundary of the stack where it has none of its own", async () => {
    const { workloads } = await checkedStack({
      values: stackOf({ values }),
      secretKeys: [key("permissionsBoundary")],
    });
    assert.deepEqual(workloads[0]?.secrets, { ...nothing, permissionsBoundary: true });
  });

  it("cannot be what names something: a secret there is an error", async () => {
    const { errors } = await checkedStack({
      values: stackOf({ workload, values }),
      secretKeys: [key("workloads")],
      written: written({
        description: secure,
        managedPolicies: [secure],
        launch: { ...workload.launch, image: secure, userData: secure },
      }),
    });
    const problem = "got a secret value, want plain text: Pulumi's state would hold it unencrypted";
    assert.deepEqual(errors, [
      `workloads.orders.managedPolicies[0]: ${problem}`,
      `workloads.orders.launch.image: ${problem}`,
    ]);
  });
});
