import assert from "node:assert/strict";
import { clientsIn } from "../../../operations/clients.ts";
import { heldByAws } from "../../../operations/recover/heldByAws.ts";
import { StubbedTransport, type Answers } from "../stubbedTransport.ts";

const target = { account: "111122223333", region: "eu-central-1", partition: "aws" };
const path = "/instance-profiles/dev/";
const ownPolicy = `arn:aws:iam::111122223333:policy${path}dev-orders`;
const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

const tags = "<Tags><member><Key>Stack</Key><Value>dev</Value></member></Tags>";
const answers: Answers = {
  GetRole: () => `<Role><Path>${path}</Path>${tags}</Role>`,
  GetPolicy: (asked) => (asked.get("PolicyArn") === ownPolicy ? `<Policy>${tags}</Policy>` : ""),
  GetInstanceProfile: () => `<InstanceProfile><Path>${path}</Path>${tags}</InstanceProfile>`,
  ListAttachedRolePolicies: () =>
    `<AttachedPolicies><member><PolicyArn>${ownPolicy}</PolicyArn></member></AttachedPolicies>`,
};

function lookUp(type: string, inputs: Record<string, unknown>) {
  const transport = new StubbedTransport(answers);
  const held = heldByAws(
    transport.carry(clientsIn("eu-central-1")),
    { urn: "", type, name: "orders", inputs, fields: [] },
    target,
  );
  return { held, transport };
}

describe("something in AWS that the next update would create", () => {
  const named = { name: "dev-orders", path, tags: { Stack: "dev" } };
  const own = { Stack: "dev" };
  for (const { type, inputs, held } of [
    { type: "aws:iam/role:Role", inputs: named, held: { id: "dev-orders", tags: own } },
    { type: "aws:iam/role:Role", inputs: { ...named, path: "/" }, held: undefined },
    { type: "aws:iam/policy:Policy", inputs: named, held: { id: ownPolicy, tags: own } },
    { type: "aws:iam/instanceProfile:InstanceProfile", inputs: named, held: { id: "dev-orders", tags: own } },
    { type: "aws:iam/instanceProfile:InstanceProfile", inputs: { ...named, path: "/" }, held: undefined },
    {
      type: attachment,
      inputs: { role: "dev-orders", policyArn: ownPolicy },
      held: { id: `dev-orders/${ownPolicy}`, tags: undefined },
    },
    { type: attachment, inputs: { role: "dev-orders", policyArn: `${ownPolicy}-2` }, held: undefined },
  ])
    it(`is ${held ? `imported as ${held.id}` : "not there"}: ${type} ${JSON.stringify(inputs)}`, async () => {
      assert.deepEqual(await lookUp(type, inputs).held, held);
    });

  for (const [type, inputs] of [
    ["pulumi-nodejs:dynamic/association:InstanceProfileAssociation", { instanceId: "i-1" }],
    [attachment, { role: "dev-orders", policyArn: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }],
  ] as const)
    it(`is not asked for: ${type} ${JSON.stringify(inputs)}`, async () => {
      const { held, transport } = lookUp(type, inputs);
      assert.deepEqual([await held, transport.requests], [undefined, []]);
    });
});
