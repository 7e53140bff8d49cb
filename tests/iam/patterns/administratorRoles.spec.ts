import assert from "node:assert/strict";
import { findEscalations } from "../../../iam/catalogue/escalation.ts";
import { administratorRole } from "../../../iam/patterns/administratorRoles.ts";
import { allow } from "../../policypack/cases.ts";

const cases: [resource: string, name: string | undefined][] = [
  ["arn:aws:iam::111122223333:role/OrganizationAccountAccessRole", "OrganizationAccountAccessRole"],
  ["arn:aws:iam::*:role/OrganizationAccountAccessRole", "OrganizationAccountAccessRole"],
  ["arn:aws-us-gov:iam::*:role/organizationaccountaccess*", "OrganizationAccountAccessRole"],
  ["arn:aws:iam::*:role/AWSControlTowerExecution", "AWSControlTowerExecution"],
  ["arn:aws:iam::*:role/AWSCloudFormationStackSetExecutionRole", "AWSCloudFormationStackSetExecutionRole"],
  ["arn:aws:iam::*:role/stacksets-exec-*", "stacksets-exec-*"],
  ["arn:aws:iam::111122223333:role/stacksets-exec-1234567890abcdef", "stacksets-exec-*"],
  ["arn:aws:iam::*:role/cdk-*-cfn-exec-role-*", "cdk-*-cfn-exec-role-*"],
  ["arn:aws:iam::*:role/cdk-*", "cdk-*-cfn-exec-role-*"],
  [
    "arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-central-1",
    "cdk-*-cfn-exec-role-*",
  ],
  [
    "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_AdministratorAccess_0123456789abcdef",
    "AWSReservedSSO_AdministratorAccess*",
  ],
  ["arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*", "AWSReservedSSO_AdministratorAccess*"],
  ["arn:aws:iam::111122223333:role/orders-api", undefined],
  ["arn:aws:iam::111122223333:role/orders/*", undefined],
  ["arn:aws:iam::*:role/cdk-hnb659fds-lookup-role-111122223333-eu-central-1", undefined],
  ["arn:aws:iam::*:role/cdk-*-file-publishing-role-*", undefined],
  ["arn:aws:iam::*:role/AWSReservedSSO_ReadOnlyAccess_*", undefined],
  ["arn:aws:iam::111122223333:user/OrganizationAccountAccessRole", undefined],
  ["arn:aws:s3:::role/OrganizationAccountAccessRole", undefined],
];

describe("the roles of administrators", () => {
  for (const [resource, name] of cases) {
    it(`${name === undefined ? "are not named" : `are named (${name})`} by ${resource}`, () => {
      assert.equal(administratorRole(resource), name);
    });
  }

  for (const action of ["sts:AssumeRole", "iam:PassRole"]) {
    it(`are no target of ${action}`, () => {
      const resource = "arn:aws:iam::*:role/OrganizationAccountAccessRole";
      assert.deepEqual(
        [...findEscalations({ Statement: allow(action, resource) }, "p")],
        [
          {
            at: "p.Statement",
            got: `Allow "${action}" on "${resource}"`,
            want: "no role of an administrator, as OrganizationAccountAccessRole is",
            fix: "name a role with what the workload needs",
          },
        ],
      );
    });
  }
});
