import assert from "node:assert/strict";
import { changesOf, importOf, type ImportFile } from "../../../operations/recover/nextUpdate.ts";

const urnOf = (type: string, name: string) => `urn:pulumi:dev::instance-profiles::app:Role$${type}::${name}`;

const role = "aws:iam/role:Role";
const policy = "aws:iam/policy:Policy";

const digest = {
  steps: [
    { op: "same", urn: urnOf(role, "mails"), newState: { type: role, inputs: { name: "mails" } } },
    { op: "create", urn: urnOf(role, "orders"), newState: { type: role, inputs: { name: "dev-orders" } } },
    { op: "create", urn: urnOf("app:Role", "orders"), newState: { type: "app:Role" } },
    { op: "delete", urn: urnOf(role, "old") },
    {
      op: "update",
      urn: urnOf(policy, "mails"),
      newState: { type: policy, inputs: {} },
      diffReasons: ["policy"],
    },
  ],
};

/** As Pulumi 3.274 writes it: names are unique over all types there. */
const file: ImportFile = {
  nameTable: { ordersComponent: urnOf("app:Role", "orders") },
  resources: [
    { type: "app:Role", name: "new", component: true },
    { type: role, name: "ordersRole", logicalName: "orders", id: "<PLACEHOLDER>" },
    { type: policy, name: "ordersPolicy", logicalName: "orders", id: "<PLACEHOLDER>" },
    {
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      name: "orders-policy-1",
      id: "<PLACEHOLDER>",
    },
  ],
};

describe("what the next update would do", () => {
  it("is the creates of a preview, with what is known of them", () => {
    assert.deepEqual(changesOf(digest, "create"), [
      { urn: urnOf(role, "orders"), type: role, name: "orders", inputs: { name: "dev-orders" }, fields: [] },
      { urn: urnOf("app:Role", "orders"), type: "app:Role", name: "orders", inputs: {}, fields: [] },
    ]);
    assert.deepEqual(changesOf({}, "create"), []);
  });

  it("is its updates, with the fields that change", () => {
    assert.deepEqual(changesOf(digest, "update"), [
      { urn: urnOf(policy, "mails"), type: policy, name: "mails", inputs: {}, fields: ["policy"] },
    ]);
  });

  it("is imported as far as it was found, beside all components", () => {
    const found = [
      { urn: "", type: role, name: "orders", inputs: {}, fields: [], id: "dev-orders" },
      {
        urn: "",
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        name: "orders-policy-1",
        inputs: {},
        fields: [],
        id: "dev-orders/arn",
      },
    ];
    assert.deepEqual(importOf(file, found), {
      nameTable: file.nameTable,
      resources: [
        { type: "app:Role", name: "new", component: true },
        { type: role, name: "ordersRole", logicalName: "orders", id: "dev-orders" },
        {
          type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          name: "orders-policy-1",
          id: "dev-orders/arn",
        },
      ],
    });
    assert.deepEqual(importOf({}, found), { resources: [] });
  });
});
