import assert from "node:assert/strict";
import type { Change } from "../../../operations/recover/nextUpdate.ts";
import { orphansOf } from "../../../operations/recover/orphans.ts";

const create = (type: string, inputs: Change["inputs"]): Change => ({
  urn: `urn:pulumi:dev::instance-profiles::app:Role$${type}::orders`,
  type,
  name: "orders",
  inputs,
  fields: [],
});
const role = create("aws:iam/role:Role", { name: "dev-orders" });
const attachment = create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "dev-orders" });
const own = { Project: "instance-profiles", Stack: "dev", Team: "shop" };

describe("what AWS has of the next update's creates", () => {
  for (const { title, tags, is } of [
    { title: "is own with the tags of project and stack", tags: own, is: "own" },
    { title: "is foreign with the tags of another stack", tags: { ...own, Stack: "de" }, is: "foreign" },
    {
      title: "is foreign with the tags of another project",
      tags: { ...own, Project: "shop" },
      is: "foreign",
    },
    { title: "is foreign without tags", tags: {}, is: "foreign" },
  ]) {
    it(title, () => {
      const found = { ...role, id: "dev-orders" };
      assert.deepEqual(orphansOf([{ create: role, held: { id: "dev-orders", tags } }]), {
        own: is === "own" ? [found] : [],
        foreign: is === "foreign" ? [found] : [],
      });
    });
  }

  it("is nothing where AWS has nothing", () => {
    assert.deepEqual(orphansOf([{ create: role, held: undefined }]), { own: [], foreign: [] });
  });

  it("holds an attachment once its role is in the state, and not before", () => {
    const attached = { create: attachment, held: { id: "dev-orders/arn", tags: undefined } };
    assert.deepEqual(orphansOf([attached]), { own: [{ ...attachment, id: "dev-orders/arn" }], foreign: [] });
    assert.deepEqual(orphansOf([{ create: role, held: undefined }, attached]), { own: [], foreign: [] });
  });
});
