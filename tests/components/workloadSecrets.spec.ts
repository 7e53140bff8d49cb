import assert from "node:assert/strict";
import { inputsOf } from "./recordedStack.ts";
import { declared, launch, tags } from "./workloadFixture.ts";

/** The engine marks a secret with this signature of its own. */
const secret = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

const nothing = { tagKeys: [], description: false, policies: false, permissionsBoundary: false };
const role = "aws:iam/role:Role";
const policy = "aws:iam/policy:Policy";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const profile = "aws:iam/instanceProfile:InstanceProfile";
const boundary = "arn:aws:iam::111122223333:policy/boundary";

describe("a workload with secrets", () => {
  it("keeps user data secret", async () => {
    const { recorded } = await declared({ launch: { ...launch, userDataIsSecret: true } });
    const { userData } = inputsOf(recorded, template, "orders");
    assert.deepEqual(userData, secret(Buffer.from("echo Grüße").toString("base64")));
  });

  it("keeps the values of single tags secret, on all that has tags", async () => {
    const { recorded } = await declared({
      launch,
      tags: { ...tags, Token: "hush" },
      secrets: { ...nothing, tagKeys: ["Token"] },
    });
    // What these mocks are given has the mark of a part on the whole; the engine has it on the part.
    const hidden = { ...tags, Token: "hush" };
    const named = { ...hidden, Name: "shop-dev-orders" };
    assert.deepEqual(
      [role, policy, profile, template].map((type) => inputsOf(recorded, type, "orders")["tags"]),
      Array(4).fill(secret(hidden)),
    );
    assert.deepEqual(
      inputsOf(recorded, template, "orders")["tagSpecifications"],
      secret(["instance", "volume"].map((resourceType) => ({ resourceType, tags: named }))),
    );
  });

  it("keeps the description of its role secret", async () => {
    const description = "Hush";
    const of = async (secrets: object) => {
      const { recorded } = await declared({ description, secrets: { ...nothing, ...secrets } });
      return inputsOf(recorded, role, "orders")["description"];
    };
    assert.deepEqual([await of({ description: true }), await of({})], [secret(description), description]);
  });

  for (const [title, secrets, documents, permissionsBoundary] of [
    ["nothing else", nothing, ['{"first":true}', '{"second":true}'], boundary],
    [
      "policy documents",
      { ...nothing, policies: true },
      [secret('{"first":true}'), secret('{"second":true}')],
      boundary,
    ],
    [
      "a boundary",
      { ...nothing, permissionsBoundary: true },
      ['{"first":true}', '{"second":true}'],
      secret(boundary),
    ],
  ] as const)
    it(`keeps ${title} secret`, async () => {
      const { recorded } = await declared({ secrets });
      assert.deepEqual(
        {
          documents: ["orders", "orders-2"].map((name) => inputsOf(recorded, policy, name)["policy"]),
          permissionsBoundary: inputsOf(recorded, role, "orders")["permissionsBoundary"],
        },
        { documents, permissionsBoundary },
      );
    });
});
