import assert from "node:assert/strict";
import { faults } from "../../benchmarks/cdk/faults.ts";
import { graphed } from "../../benchmarks/cdk/graph.ts";
import { tableResources } from "../../benchmarks/cdk/tableResources.ts";
import { stackFindings } from "../../benchmarks/cdk/validationReport.ts";
import { compiled, configOf } from "../../benchmarks/stackOf.ts";

const violation = (
  ruleName: string,
  severity: string,
  constructPath: string,
  description = "It is wrong.",
) => ({
  ruleName,
  severity,
  description,
  violatingConstructs: [{ constructPath }],
});

describe("what cdk-nag finds in a stack", () => {
  it("is each rule once, whatever pack names it, and nothing of another stack", () => {
    const report = {
      pluginReports: [
        {
          pluginName: "AwsSolutions",
          violations: [
            violation("AwsSolutions-IAM5[Action::*]", "error", "f1/role"),
            violation("AwsSolutions-IAM5[Resource::*]", "error", "f1/role"),
            violation("AwsSolutions-IAM4", "error", "f10/role"),
            violation("AwsSolutions-EC28", "warning", "f1/instance"),
            violation("AwsSolutions-IAM4", "error", "f1/role", "Rule threw an error during validation."),
          ],
        },
        {
          pluginName: "HIPAA.Security",
          violations: [violation("HIPAA.Security-EC2IMDSv2Enabled", "error", "f1/instance")],
        },
        {
          pluginName: "NIST.800.53.R5",
          violations: [violation("NIST.800.53.R5-EC2IMDSv2Enabled", "error", "f1/instance")],
        },
        {
          pluginName: "CloudFormation Validate",
          violations: [violation("W2512", "warning", "f1/role")],
        },
      ],
    };
    assert.deepEqual(stackFindings(report, "f1"), {
      awsSolutions: ["IAM5", "EC28 (advice)", "IAM4 (by an exception)"],
      otherPacks: ["EC2IMDSv2Enabled", "CDK W2512 (advice)"],
    });
  });
});

describe("the graph that CDK and the pack are given", () => {
  it("has the five resources of a workload, one role in each, and a fault where it was planted", async () => {
    const [workload] = (await compiled(configOf(1), "cdk")).map(graphed);
    assert.ok(workload);
    const types = (resources: ReturnType<typeof tableResources>) => resources.map(({ type }) => type);
    const five = [
      "aws:iam/role:Role",
      "aws:iam/policy:Policy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "aws:iam/instanceProfile:InstanceProfile",
      "aws:ec2/launchTemplate:LaunchTemplate",
    ];
    assert.deepEqual(types(tableResources(workload)), five);
    const unchanged = faults
      .filter(([, plant]) => JSON.stringify(plant(workload)) === JSON.stringify(workload))
      .map(([words]) => words);
    // A workload without a boundary stays one.
    assert.deepEqual(unchanged, ["no fault", "no permissions boundary, where one is demanded"]);
  });
});
