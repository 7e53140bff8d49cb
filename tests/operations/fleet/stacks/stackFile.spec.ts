import assert from "node:assert/strict";
import { fleetStackOf, type FleetStack } from "../../../../operations/fleet/stacks/stackFile.ts";

const nothing = {
  name: "x",
  account: null,
  region: null,
  workloads: 0,
  secretsProvider: null,
};

const role = (account: string) => `{ roleArn: "arn:aws:iam::${account}:role/deploy" }`;

const cases: readonly { readonly name: string; readonly text: string; readonly is: Partial<FleetStack> }[] = [
  { name: "an empty file", text: "", is: {} },
  { name: "a file that is no YAML", text: "config: [", is: {} },
  { name: "a file that is a list", text: "- config", is: {} },
  { name: "a configuration that is a text", text: "config: yes", is: {} },
  {
    name: "the account of the role that is taken last",
    text: `config:\n  aws:assumeRoles: [${role("111111111111")}, ${role("222222222222")}]`,
    is: { account: "222222222222" },
  },
  {
    name: "no account of a role whose ARN is a secret",
    text: "config:\n  aws:assumeRoles: [{ roleArn: { secure: v1:abc } }]",
    is: {},
  },
  {
    name: "the only account that is allowed",
    text: 'config:\n  aws:allowedAccountIds: ["111111111111"]',
    is: { account: "111111111111" },
  },
  {
    name: "no account where several are allowed",
    text: 'config:\n  aws:allowedAccountIds: ["111111111111", "222222222222"]',
    is: {},
  },
  {
    name: "region, secrets provider and the number of workloads",
    text: [
      "secretsprovider: awskms://key?region=eu-west-1",
      "encryptedkey: abc",
      "config:",
      "  aws:region: eu-west-1",
      "  instance-profiles:workloads: { a: {}, b: {} }",
    ].join("\n"),
    is: {
      region: "eu-west-1",
      secretsProvider: "awskms://key?region=eu-west-1",
      workloads: 2,
    },
  },
];

describe("what a fleet reads in a stack file", () => {
  for (const { name, text, is } of cases)
    it(`is ${name}`, () => {
      const { digest, ...stack } = fleetStackOf("x", text);
      assert.match(digest, /^[0-9a-f]{64}$/);
      assert.deepEqual(stack, { ...nothing, ...is });
    });

  it("has another digest for another configuration, and the same for another salt or comment", () => {
    const digest = (text: string) => fleetStackOf("x", text).digest;
    const text = "config:\n  a:b: 1\n";
    assert.equal(digest(`encryptionsalt: v1:abc\n# told\n${text}`), digest(text));
    assert.notEqual(digest("config:\n  a:b: 2\n"), digest(text));
    assert.notEqual(digest("config: ["), digest("config: {"));
  });
});
