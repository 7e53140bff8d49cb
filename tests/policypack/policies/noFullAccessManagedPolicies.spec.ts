import { noFullAccessManagedPolicies } from "../../../policypack/policies/noFullAccessManagedPolicies.ts";
import { itJudgesResources, type ResourceCase } from "../cases.ts";
import { unknownText } from "../violations.ts";

const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const message = (at: string, arn: string): string =>
  `subject ${at}: got "${arn}"; want a policy with what the workload needs; declare access or statements for the resources in place of it`;

const reported = [
  "arn:aws:iam::aws:policy/AmazonS3FullAccess",
  "arn:aws:iam::aws:policy/AWSLambda_FullAccess",
  "arn:aws-cn:iam::aws:policy/AmazonDynamoDBFullAccess_v2",
  "arn:aws:iam::aws:policy/service-role/AmazonSomethingFullAccess",
];
const passed = [
  "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
  "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
  "arn:aws:iam::111122223333:policy/OrdersFullAccess",
  unknownText,
];

const cases: ResourceCase[] = [
  ...reported.map((policyArn) => ({
    name: `reports ${policyArn}`,
    type,
    props: { role: "api", policyArn },
    reports: [message("policyArn", policyArn)],
  })),
  ...passed.map((policyArn) => ({ name: `passes ${policyArn}`, type, props: { policyArn }, reports: [] })),
  {
    name: "reports it among the policies of a role",
    type: "aws:iam/role:Role",
    props: { managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore", reported[0]] },
    reports: [message("managedPolicyArns[1]", "arn:aws:iam::aws:policy/AmazonS3FullAccess")],
  },
];

describe("no-full-access-managed-policies", () => {
  itJudgesResources(noFullAccessManagedPolicies, cases);
});
