import { stating, testErrors, type ErrorCase } from "./errorCase.ts";

const namedActions = "actions by name, such as s3:GetObject; a pattern over all services grants everything";

const cases: ErrorCase[] = [
  {
    name: "actions that IAM does not know",
    workload: stating({
      actions: ["s3:GetObjct", "s4:GetObject", "s3GetObject", "s3:Foo*", "s3:Get*", "S3:getobject"],
    }),
    says: [
      'workloads.orders.statements[0].actions[0]: got "s3:GetObjct", want an action of s3; did you mean "s3:GetObject"?',
      'workloads.orders.statements[0].actions[1]: got "s4:GetObject", want a service that IAM knows; did you mean "s3:GetObject"?',
      'workloads.orders.statements[0].actions[2]: got "s3GetObject", want service:Action, such as s3:GetObject',
      'workloads.orders.statements[0].actions[3]: got "s3:Foo*", want a pattern that matches an action of s3',
    ],
  },
  {
    name: "actions that grant everything",
    workload: stating({ actions: ["*", "*:*", "?*", "**", "s*:GetObject"] }),
    says: ["*", "*:*", "?*", "**", "s*:GetObject"].map(
      (action, index) =>
        `workloads.orders.statements[0].actions[${index}]: got "${action}", want ${namedActions}`,
    ),
  },
  {
    name: "a statement without actions and resources, with an unknown effect and NotAction",
    workload: stating({ actions: [], resources: [], effect: "allow", notActions: ["s3:*"] }),
    says: [
      'workloads.orders.statements[0].effect: got "allow", want Allow | Deny; did you mean "Allow"?',
      "workloads.orders.statements[0].actions: got an empty list, want a list of actions, at least one",
      "workloads.orders.statements[0].resources: got an empty list, want a list of resources, at least one",
      'workloads.orders.statements[0].notActions: unknown key; did you mean "actions"?',
    ],
  },
  {
    name: "resources that are no ARN, and characters that no document may hold",
    workload: stating({ sid: "読む", resources: ["orders", "arn:aws:s3", "arn:aws:s3:::orders/“x”"] }),
    says: [
      'workloads.orders.statements[0].sid: got "読む", want letters and digits only',
      'workloads.orders.statements[0].resources[0]: got "orders", want "*" or an ARN, such as arn:aws:s3:::orders/*',
      'workloads.orders.statements[0].resources[1]: got "arn:aws:s3", want "*" or an ARN, such as arn:aws:s3:::orders/*',
      'workloads.orders.statements[0].resources[2]: got "arn:aws:s3:::orders/“x”", want only characters that a policy document may hold (U+0020 to U+00FF, tab, line feed)',
    ],
  },
  {
    name: "an unknown condition operator",
    workload: stating({
      conditions: { StringEqual: { "aws:SourceVpc": "vpc-1" }, "ForAnyValue:StringLike": {} },
    }),
    says: [
      'workloads.orders.statements[0].conditions.StringEqual: got "StringEqual", want an operator that IAM knows; did you mean "StringEquals"?',
    ],
  },
  {
    name: "a condition value that no document may hold, and one that is none",
    workload: stating({ conditions: { StringLike: { "aws:a": "日", "aws:b": {} } } }),
    says: [
      'workloads.orders.statements[0].conditions.StringLike["aws:a"]: got "日", want only characters that a policy document may hold (U+0020 to U+00FF, tab, line feed)',
      'workloads.orders.statements[0].conditions.StringLike["aws:b"]: got an empty map, want text, a number, true, false, or a list of these',
    ],
  },
  {
    name: "a Sid used twice",
    workload: {
      statements: ["s3:GetObject", "s3:PutObject"].map((action) => ({
        sid: "A",
        actions: [action],
        resources: ["*"],
      })),
    },
    says: ["workloads.orders.statements[1].sid: the same as in statements[0]; change one"],
  },
  {
    name: "a statement that no document can hold",
    workload: stating({ resources: [`arn:aws:s3:::a/${"x".repeat(6198)}`] }),
    says: ["workloads.orders: one statement needs 6308 characters without white space, want at most 6144"],
  },
  {
    name: "more policies than a role may carry",
    workload: {
      access: [{ sqs: { queue: "orders", level: "send" } }],
      managedPolicies: Array.from({ length: 10 }, (_, index) => `Policy${index}`),
    },
    says: [
      "workloads.orders: got 1 of its own and 10 from managedPolicies, want at most 10 policies in all, the quota of a role",
    ],
  },
  {
    name: "a managed policy twice, and two of one name",
    workload: { managedPolicies: ["Audit", "arn:aws:iam::aws:policy/Audit", "account:Audit"] },
    says: [
      "workloads.orders.managedPolicies[1]: the same as managedPolicies[0]; remove one",
      'workloads.orders: would make an attachment named "orders-managed-Audit", the same as another one here; rename one',
    ],
  },
  {
    name: "AWS-managed policies that nobody can attach",
    workload: {
      managedPolicies: [
        "AmazonSSMManagedInstanceCor",
        "AmazonEC2RoleforSSM",
        "arn:aws:iam::aws:policy/AmazonEC2RoleforAWSCodeDeploy",
        "aws-service-role/AWSBackupServiceLinkedRolePolicyForBackup",
        "AWSOrganizationsServiceTrustPolicy",
        "servicerole/AmazonEC2ContainerServiceforEC2Role",
      ],
    },
    says: [
      'workloads.orders.managedPolicies[0]: got "AmazonSSMManagedInstanceCor", want an AWS-managed policy; did you mean "AmazonSSMManagedInstanceCore"?',
      'workloads.orders.managedPolicies[1]: got "AmazonEC2RoleforSSM", want "service-role/AmazonEC2RoleforSSM", with its path',
      'workloads.orders.managedPolicies[2]: got "AmazonEC2RoleforAWSCodeDeploy", want "service-role/AmazonEC2RoleforAWSCodeDeploy", with its path',
      'workloads.orders.managedPolicies[3]: got "aws-service-role/AWSBackupServiceLinkedRolePolicyForBackup", want a policy that can be attached; this one is for the service-linked role of a service, which AWS makes',
      'workloads.orders.managedPolicies[4]: got "AWSOrganizationsServiceTrustPolicy", want a policy that can be attached; this one is for the service-linked role of a service, which AWS makes',
      'workloads.orders.managedPolicies[5]: got "servicerole/AmazonEC2ContainerServiceforEC2Role", want "service-role/AmazonEC2ContainerServiceforEC2Role", with its path',
    ],
  },
  {
    name: "policies that are none",
    workload: {
      managedPolicies: ["a b", "arn:aws:iam::111122223333:role/x"],
      permissionsBoundary: "arn:aws:s3:::orders",
    },
    says: [
      'workloads.orders.managedPolicies[0]: got "a b", want an AWS-managed policy name, account:<name> or an ARN like arn:aws:iam::aws:policy/ReadOnlyAccess',
      'workloads.orders.managedPolicies[1]: got "arn:aws:iam::111122223333:role/x", want an AWS-managed policy name, account:<name> or an ARN like arn:aws:iam::aws:policy/ReadOnlyAccess',
      'workloads.orders.permissionsBoundary: got "arn:aws:s3:::orders", want the name of a policy of this account or an ARN like arn:aws:iam::111122223333:policy/boundary',
    ],
  },
];

describe("config errors of policies", () => {
  testErrors(cases);
});
