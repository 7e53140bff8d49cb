import assert from "node:assert/strict";
import { isFound, searchable } from "../../../../operations/permissions/html/browser/search.ts";
import { variedAccess } from "./stacks.ts";

const everything = ["api", "deployer", "idle", "shell"];

const cases: readonly {
  readonly name: string;
  readonly query: string;
  readonly finds: readonly string[];
}[] = [
  { name: "everything by nothing", query: " ", finds: everything },
  { name: "a workload by a part of its name", query: "EPLOY", finds: ["deployer"] },
  { name: "a workload by its role", query: "shop-prod-idle", finds: ["idle"] },
  { name: "a workload by its instance", query: "i-0123456789abcdef0", finds: ["api"] },
  { name: "all within a boundary", query: "limits", finds: everything },
  { name: "an attached policy", query: "ssmmanaged", finds: ["shell"] },
  { name: "a level in a service of an attached policy", query: "xray write", finds: ["shell"] },
  { name: "a level that an attached policy has elsewhere not at all", query: "ec2messages list", finds: [] },
  { name: "a service", query: "s3", finds: ["api", "deployer"] },
  { name: "a level in a service", query: "s3 write", finds: ["api"] },
  { name: "a level that is only in another service not at all", query: "logs read", finds: [] },
  { name: "two levels in a service", query: "read s3 write", finds: ["api"] },
  { name: "a level of two words", query: "sqs permissions management", finds: ["api"] },
  { name: "a level of a workload", query: "deployer tagging", finds: ["deployer"] },
  { name: "a level in a service of a workload", query: "api logs read", finds: [] },
  {
    name: "a level that is not yet typed to its end in any right",
    query: "s3 wri",
    finds: ["api", "deployer"],
  },
  { name: "workloads that have two services", query: "s3 ec2", finds: ["deployer"] },
  { name: "a resource as it is shown", query: "s3://orders/*", finds: ["api", "deployer"] },
  { name: "a resource by its whole ARN", query: "arn:aws:s3:::orders", finds: ["api", "deployer"] },
  {
    name: "an ARN that a pattern covers",
    query: "arn:aws:iam::111122223333:role/shop-web",
    finds: ["deployer"],
  },
  {
    name: "an ARN that no pattern covers not at all",
    query: "arn:aws:iam::111122223333:role/web",
    finds: [],
  },
  { name: "an action", query: "iam:PassRole", finds: ["deployer"] },
  { name: "an action that a pattern covers", query: "ec2:DescribeInstances", finds: ["deployer"] },
  { name: "an action that a pattern denies", query: "deny sqs:SendMessage", finds: ["api"] },
  { name: "a condition", query: "aws:requestedregion", finds: ["deployer"] },
  { name: "nothing where one word is nowhere", query: "s3 nowhere", finds: [] },
];

describe("the search of the permissions page", () => {
  for (const { name, query, finds } of cases)
    it(`finds ${name}: ${query}`, async () => {
      const { workloads } = await variedAccess();
      const found = workloads.filter((workload) => isFound(searchable(workload), query));
      assert.deepEqual(
        found.map((workload) => workload.name),
        finds,
      );
    });

  it("takes an open pattern for every action and for no ARN", () => {
    const right = {
      effect: "Allow",
      service: "*",
      levels: ["write"],
      shownResources: ["every resource"],
    } as const;
    const rights = [{ ...right, actions: ["*"], resources: ["*"] }];
    const admin = searchable({
      name: "admin",
      roleName: "admin",
      rights,
      managedPolicies: [],
      instances: [],
    });
    const queries = ["iam:PassRole", "arn:aws:s3:::orders"];
    assert.deepEqual(
      queries.map((query) => isFound(admin, query)),
      [true, false],
    );
  });
});
