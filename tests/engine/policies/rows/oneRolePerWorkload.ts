import { output, type TableResource } from "../../../../testing/tableResources.ts";
import { ec2Trust } from "./documents.ts";
import { hardened as metadataOptions } from "./requireImdsv2.ts";
import type { PolicyRows } from "./row.ts";

const policy = "one-role-per-workload";

const workload = (name: string): TableResource => ({ type: "test:index:Workload", name });
const role: TableResource = {
  type: "aws:iam/role:Role",
  name: "role",
  inputs: { assumeRolePolicy: JSON.stringify(ec2Trust) },
};
const profile = (name: string): TableResource => ({
  type: "aws:iam/instanceProfile:InstanceProfile",
  name,
  inputs: { role: output("role", "id") },
});
const template = (name: string, parent: string): TableResource => ({
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  name,
  parent,
  inputs: { metadataOptions, iamInstanceProfile: { arn: output("profile", "arn") } },
});

/** The engine hands over the resources in any order: of two, the one with the later URN is the one too many. */
export const oneRolePerWorkload: PolicyRows = {
  policy,
  rows: [
    {
      name: "denies a second instance profile for a role",
      resources: [role, profile("profile"), profile("second")],
      finds: [[policy, "mandatory", "second"]],
    },
    {
      name: "denies a profile in the launch templates of two workloads",
      resources: [
        ...[workload("api"), workload("jobs"), role, profile("profile")],
        ...[template("api-template", "api"), template("jobs-template", "jobs")],
      ],
      finds: [[policy, "mandatory", "jobs-template"]],
    },
    {
      name: "passes a profile in two launch templates of one workload",
      resources: [
        ...[workload("api"), role, profile("profile")],
        ...[template("old-template", "api"), template("new-template", "api")],
      ],
    },
  ],
};
