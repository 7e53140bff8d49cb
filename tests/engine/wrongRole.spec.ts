import assert from "node:assert/strict";
import {
  AttachRolePolicyCommand,
  CreatePolicyVersionCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { clientsOf } from "../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../sandbox/emulator/root.ts";
import { proveStack } from "../../sandbox/proof/prove.ts";
import type { WorkloadOutputs } from "../../sandbox/proof/workloadOutputs.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";

const config = {
  "aws:region": "eu-central-1",
  "instance-profiles:environment": "proof",
  "instance-profiles:workloads": { orders: { access: [{ sqs: { queue: "proof-orders", level: "send" } }] } },
};
const queue = "arn:aws:sqs:eu-central-1:000000000000:proof-orders";
const grant = "sqs send proof-orders";

describe("a role that is not as declared", () => {
  let project: EngineProject;
  let outputs: Record<string, WorkloadOutputs>;
  let roleName: string;
  let policyArn: string;
  let iam: ReturnType<typeof clientsOf>["iam"];

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack("proof");
    project.configure("proof", config);
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", "proof");
    const text = await project.pulumiOrFail("stack", "output", "--json", "--stack", "proof");
    outputs = (JSON.parse(text) as { workloads: typeof outputs }).workloads;
    roleName = outputs.orders?.roleName ?? "";
    iam = clientsOf((await engineSandbox()).endpoint, "eu-central-1", emulatorRoot).iam;
    const { AttachedPolicies } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: roleName }));
    policyArn = AttachedPolicies?.[0]?.PolicyArn ?? "";
  });
  after(() => {
    project.remove();
  });

  /** Each surprise of the proof as a line. */
  async function surprises(): Promise<string[]> {
    const { endpoint } = await engineSandbox();
    const aws = { endpoint, hasInstanceMetadata: true };
    const proofs = await proveStack(project.folder, "proof", aws, outputs, () => undefined);
    return proofs.flatMap(({ surprises: found }) =>
      found.map(({ because, action, resource, by, expected, got }) =>
        [because, action, resource, by, `${expected} became ${got}`].join(" | "),
      ),
    );
  }

  it("has no surprise as it is deployed", async () => {
    assert.deepEqual(await surprises(), []);
  });

  it("is found where its policy was detached", async () => {
    await iam.send(new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: policyArn }));
    const found = await surprises();
    await iam.send(new AttachRolePolicyCommand({ RoleName: roleName, PolicyArn: policyArn }));
    assert.deepEqual(found, [
      `${grant} | sqs:GetQueueUrl | ${queue} | simulation | allowed became denied`,
      `${grant} | sqs:GetQueueAttributes | ${queue} | simulation | allowed became denied`,
      `${grant} | sqs:SendMessage | ${queue} | simulation | allowed became denied`,
      `${grant} | sqs:SendMessage | ${queue} | call | allowed became denied`,
    ]);
  });

  it("is found where an inline policy gives it a right that nobody should have", async () => {
    const PolicyDocument = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "iam:PassRole", Resource: "*" }],
    });
    await iam.send(new PutRolePolicyCommand({ RoleName: roleName, PolicyName: "more", PolicyDocument }));
    const found = await surprises();
    await iam.send(new DeleteRolePolicyCommand({ RoleName: roleName, PolicyName: "more" }));
    assert.deepEqual(found, ["never declared | iam:PassRole | * | simulation | denied became allowed"]);
  });

  it("is found where a new version of its policy gives it more", async () => {
    const PolicyDocument = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sqs:*", Resource: "*" }],
    });
    await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn: policyArn, PolicyDocument, SetAsDefault: true }),
    );
    assert.deepEqual(await surprises(), [
      ...["ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "PurgeQueue", "DeleteQueue"].map(
        (action) => `beside ${grant} | sqs:${action} | ${queue} | simulation | denied became allowed`,
      ),
      ...["GetQueueUrl", "GetQueueAttributes", "SendMessage"].map(
        (action) => `beside ${grant} | sqs:${action} | ${queue}-other | simulation | denied became allowed`,
      ),
      ...["ReceiveMessage", "PurgeQueue", "DeleteQueue"].map(
        (action) => `beside ${grant} | sqs:${action} | ${queue} | call | denied became allowed`,
      ),
    ]);
  });
});
