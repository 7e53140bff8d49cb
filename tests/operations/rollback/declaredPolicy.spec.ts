import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { declaredPolicy, isDeclared } from "../../../operations/rollback/declaredPolicy.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";
import { stackFile } from "../permissions/stackFiles.ts";
import { version } from "../history/versions.ts";

const arn = "arn:aws:iam::111122223333:policy/shop/dev/shop-dev-orders";
const policy = { stack: "acme/dev", workload: "orders", arn, region: "eu-central-1" };
const workload = { statements: [{ actions: ["sqs:SendMessage"], resources: ["*"] }] };
const own = { access: [{ sqs: { queue: "orders", level: "send" } }] };
const ownDocument =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",' +
  '"Action":["sqs:GetQueueUrl","sqs:GetQueueAttributes","sqs:SendMessage"],' +
  '"Resource":"arn:aws:sqs:eu-central-1:111122223333:orders"}]}';

describe("the policy that the stack file declares", () => {
  const project = temporaryFolder();

  async function declared(text: string, changes: Partial<typeof policy> = {}) {
    writeFileSync(path.join(project(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(path.join(project(), "Pulumi.dev.yaml"), text);
    return declaredPolicy(project(), { ...policy, ...changes });
  }

  it("is compiled for the account of the policy, and for its region where the file names none", async () => {
    const text = stackFile({ orders: own }, { "aws:region": undefined });
    assert.equal(await declared(text), ownDocument);
  });

  for (const [title, text, changes] of [
    ["a file that is no YAML", "config: {a: [}"],
    ["a file with errors", stackFile({ orders: { acess: [] } })],
    ["a file without the workload", stackFile({ others: workload })],
    ["a file that declares fewer policies", stackFile({ orders: workload }), { arn: `${arn}-2` }],
    ["no file", stackFile({ orders: workload }), { stack: "prod" }],
  ] as const)
    it(`is unknown with ${title}`, async () => {
      assert.equal(await declared(text, changes), undefined);
    });

  for (const [title, statement, same] of [
    ["the same in another order", { Resource: "*", Action: "sqs:SendMessage", Effect: "Allow" }, true],
    ["something else", { Effect: "Allow", Action: "sqs:PurgeQueue", Resource: "*" }, false],
  ] as const)
    it(`is compared with a version that says ${title}`, async () => {
      const document = JSON.stringify({ Statement: [statement], Version: "2012-10-17" });
      const held = { ...version("v1", []), document };
      const found = await declared(stackFile({ orders: workload }));
      assert.deepEqual([isDeclared(held, found), isDeclared(held, undefined)], [same, false]);
    });

  it("is not compared with a version that AWS does not show", async () => {
    const found = await declared(stackFile({ orders: workload }));
    assert.equal(isDeclared({ ...version("v1", []), document: "" }, found), false);
  });
});
