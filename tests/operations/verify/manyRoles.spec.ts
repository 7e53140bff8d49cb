// https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
import assert from "node:assert/strict";
import { environmentCaller } from "../../../components/credentials/caller.ts";
import { clientsIn } from "../../../operations/clients.ts";
import type { DeployedStack } from "../../../operations/deployedStack.ts";
import { observe } from "../../../operations/verify/observe.ts";
import { accountDetails } from "../../../operations/verify/accountDetails.ts";
import { declared } from "../permissions/stackFiles.ts";
import { type Answers, StubbedTransport } from "../stubbedTransport.ts";

const arnOf = (kind: string, name: string) => `arn:aws:iam::000000000000:${kind}/shop/prod/shop-prod-${name}`;

const answers: Answers = {
  ListInstanceProfiles: () =>
    `<InstanceProfiles>${Array.from(
      { length: 200 },
      (_, index) =>
        `<member><Arn>${arnOf("instance-profile", `w${index}`)}</Arn><InstanceProfileName>shop-prod-w${index}</InstanceProfileName></member>`,
    ).join("")}</InstanceProfiles>`,
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
  const outputs = names.map((name) => [
    name,
    {
      roleName: `shop-prod-${name}`,
      roleArn: arnOf("role", name),
      instanceProfileName: `shop-prod-${name}`,
      instanceProfileArn: arnOf("instance-profile", name),
    },
  ]);
  const target = { account: "000000000000", region: "eu-central-1", partition: "aws" };
  return {
    name: "prod",
    path: "/shop/prod/",
    config: { values: {} },
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
    const names = new Set(stack.declared.map(({ physicalName }) => physicalName));
    const details = accountDetails(clients.iam, stack.path, names);
    const policies = details.then((account) => account.policies);
    const observed = await observe(clients, stack, policies, false, () => undefined);
    const actions = transport.requests.map((request) => new URLSearchParams(request).get("Action") ?? "");
    const counts = Object.fromEntries(
      [...new Set(actions)]
        .sort()
        .map((action) => [action, actions.filter((other) => other === action).length]),
    );
    assert.deepEqual(
      {
        observed: observed.workloads.length,
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
          // The listing has no tags.
          GetInstanceProfile: 200,
          GetPolicy: 1,
          GetPolicyVersion: 1,
          ListInstanceProfiles: 1,
          ListRoles: 1,
          // For each role what it may do with its queue, and what it must not do anywhere.
          SimulatePrincipalPolicy: 400,
        },
      },
    );
  });
});
