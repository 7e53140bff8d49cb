import assert from "node:assert/strict";
import { clientsIn } from "../../../operations/clients.ts";
import { halfMade } from "../../../operations/recover/halfMade.ts";
import { StubbedTransport } from "../stubbedTransport.ts";

const profile = {
  urn: "urn:pulumi:dev::shop::aws:iam/instanceProfile:InstanceProfile::orders",
  type: "aws:iam/instanceProfile:InstanceProfile",
  name: "orders",
  inputs: { name: "dev-orders", role: "dev-orders" },
  fields: ["role"],
};

const role = "<member><RoleName>dev-orders</RoleName></member>";

describe("a half-made instance profile", () => {
  for (const [name, update, roles, found] of [
    [
      "is one whose role AWS has and the next update would add",
      profile,
      role,
      [{ ...profile, id: "dev-orders" }],
    ],
    ["is none as long as AWS has no role in it", profile, "", []],
    ["is none where AWS has another role in it", profile, role.replace("dev", "prod"), []],
  ] as const)
    it(name, async () => {
      const transport = new StubbedTransport({
        GetInstanceProfile: () => `<InstanceProfile><Roles>${roles}</Roles></InstanceProfile>`,
      });
      assert.deepEqual(await halfMade(transport.carry(clientsIn("eu-central-1")), [update]), found);
    });

  for (const [what, update] of [
    ["tags", { ...profile, fields: ["tags"] }],
    ["another type", { ...profile, type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment" }],
  ] as const)
    it(`is not looked for in an update of ${what}`, async () => {
      const transport = new StubbedTransport({});
      const found = await halfMade(transport.carry(clientsIn("eu-central-1")), [update]);
      assert.deepEqual([found, transport.requests], [[], []]);
    });

  it("is none where AWS has no such profile any more", async () => {
    const transport = new StubbedTransport({
      GetInstanceProfile: () => {
        throw Object.assign(new Error("cannot be found"), { name: "NoSuchEntityException" });
      },
    });
    assert.deepEqual(await halfMade(transport.carry(clientsIn("eu-central-1")), [profile]), []);
  });
});
