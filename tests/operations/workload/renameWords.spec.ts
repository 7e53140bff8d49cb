import assert from "node:assert/strict";
import { renameEdits, renameWords } from "../../../operations/workload/renameWords.ts";

describe("a name in another", () => {
  for (const [text, from, to, renamed] of [
    ["/dev/orders-api", "orders-api", "invoice-mailer", "/dev/invoice-mailer"],
    ["Dev/OrdersApi", "orders-api", "invoice-mailer", "Dev/InvoiceMailer"],
    ["dev_orders_api_dlq", "orders-api", "invoice-mailer", "dev_invoice_mailer_dlq"],
    ["ordersApiDlq", "orders-api", "invoice-mailer", "invoiceMailerDlq"],
    ["DEV_ORDERS_API", "orders-api", "mailer", "DEV_MAILER"],
    ["dev-orders", "orders-api", "invoice-mailer", "dev-orders"],
    ["orders-apis", "orders-api", "invoice-mailer", "orders-apis"],
    ["dev-orders/dev/x", "dev", "prod", "prod-orders/prod/x"],
    ["Dev/DevOrders", "dev", "pre-prod", "PreProd/PreProdOrders"],
    ["device developer my-devs Devices", "dev", "prod", "device developer my-devs Devices"],
    ["arn:aws:s3:::dev-orders", "dev", "prod", "arn:aws:s3:::prod-orders"],
    ["dev-orders", "dev", "dev-two", "dev-two-orders"],
    ["dev-orders", "dev", "dev", "dev-orders"],
    ["mydev-orders dev1", "dev", "prod", "mydev-orders dev1"],
    ["{stack}-stack-{region}", "stack", "prod", "{stack}-prod-{region}"],
    ["{account}dev{environment}-dev", "dev", "prod", "{account}prod{environment}-prod"],
    ["{environment}-orders-api", "orders-api", "mailer", "{environment}-mailer"],
    ["{environment}", "environment", "live", "{environment}"],
  ] as const)
    it(`${text === renamed ? "stays" : "is replaced"}: ${text}, ${from} to ${to}`, () => {
      assert.equal(renameWords(text, from, to), renamed);
    });

  it("is replaced in names of AWS resources, not in prose, scripts, paths and instances", () => {
    const workload = {
      description: "for dev teams",
      access: [{ s3: { bucket: "dev-pictures", prefix: "dev/", level: "read" } }],
      managedPolicies: ["account:dev-base"],
      tags: { Stage: "dev", dev: "x" },
      maxSessionHours: 1,
      launch: {
        image: "/images/dev/latest",
        userData: "ls > /dev/null",
        userDataFile: "workloads/dev.sh",
        rootVolume: { kmsKey: "alias/dev", deviceName: "/dev/xvda" },
      },
      attachTo: ["i-0123456789abcdef0"],
    };
    assert.deepEqual(
      renameEdits(workload, (text) => renameWords(text, "dev", "prod")),
      [
        { path: ["access", 0, "s3", "bucket"], values: ["prod-pictures"] },
        { path: ["access", 0, "s3", "prefix"], values: ["prod/"] },
        { path: ["managedPolicies", 0], values: ["account:prod-base"] },
        { path: ["tags", "Stage"], values: ["prod"] },
        { path: ["launch", "image"], values: ["/images/prod/latest"] },
        { path: ["launch", "rootVolume", "kmsKey"], values: ["alias/prod"] },
      ],
    );
  });
});
