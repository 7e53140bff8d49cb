// https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
import assert from "node:assert/strict";
import { environmentCaller } from "../../../components/credentials/caller.ts";
import { clientsIn } from "../../../operations/clients.ts";
import type { DeployedStack } from "../../../operations/deployedStack.ts";
import { observe } from "../../../operations/verify/observe.ts";
import { roleDetails } from "../../../operations/verify/roleDetails.ts";
import { declared } from "../permissions/stackFiles.ts";
import { type Answers, StubbedTransport } from "../stubbedTransport.ts";

const answers: Answers = {
  SimulatePrincipalPolicy: () => "<EvaluationResults/><IsTruncated>false</IsTruncated>",
  GetPolicy: (asked) =>
    `<Policy><Arn>${asked.get("PolicyArn") ?? ""}</Arn><DefaultVersionId>v1</DefaultVersionId></Policy>`,
  GetPolicyVersion: () =>
    `<PolicyVersion><Document>${encodeURIComponent('{"Statement":[]}')}</Document></PolicyVersion>`,
};

/** Workloads that send to a queue of their own and share a managed policy. */
async function deployed(count: number): Promise<DeployedStack> {
  const workload = (index: number) => ({
    access: [{ sqs: { queue: `orders-${index}`, level: "send" } }],
    managedPolicies: ["AmazonSSMManagedInstanceCore"],
  });
  const names = Array.from({ length: count }, (_, index) => `w${index}`);
  const { workloads } = await declared(
    Object.fromEntries(names.map((name, index) => [name, workload(index)])),
  );
  const arn = (kind: string, name: string) => `arn:aws:iam::000000000000:${kind}/shop/prod/shop-prod-${name}`;
  const outputs = names.map((name) => [
    name,
    {
      roleName: `shop-prod-${name}`,
      roleArn: arn("role", name),
      instanceProfileName: `shop-prod-${name}`,
      instanceProfileArn: arn("instance-profile", name),
    },
  ]);
  const target = { account: "000000000000", region: "eu-central-1", partition: "aws" };
  return {
    name: "prod",
    target,
    caller: environmentCaller,
    declared: workloads,
    outputs: Object.fromEntries(outputs) as DeployedStack["outputs"],
  };
}

describe("a verification of 200 roles", () => {
  it("asks with at most 8 requests in flight, and nothing twice", async () => {
    const stack = await deployed(200);
    const transport = new StubbedTransport(answers);
    const clients = transport.carry(clientsIn("eu-central-1"));
    const [observed] = await Promise.all([
      observe(clients, stack, false, () => undefined),
      roleDetails(clients.iam, new Set(stack.declared.map(({ physicalName }) => physicalName))),
    ]);
    const actions = transport.requests.map((request) => new URLSearchParams(request).get("Action") ?? "");
    const counts = Object.fromEntries(
      [...new Set(actions)]
        .sort()
        .map((action) => [action, actions.filter((other) => other === action).length]),
    );
    assert.deepEqual(
      {
        observed: observed.length,
        mostInFlight: transport.mostInFlight,
        repeated: transport.requests.length - new Set(transport.requests).size,
        counts,
      },
      {
        observed: 200,
        mostInFlight: 8,
        repeated: 0,
        counts: {
          DescribeIamInstanceProfileAssociations: 1,
          GetAccountAuthorizationDetails: 1,
          GetPolicy: 1,
          GetPolicyVersion: 1,
          ListInstanceProfiles: 1,
          // For each role what it may do with its queue, and what it must not do anywhere.
          SimulatePrincipalPolicy: 400,
        },
      },
    );
  });
});
