import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { PROVIDER_TEXT } from "../../components/association/instanceProfileAssociation.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { associateByHand, associationIdOf, launchInstance } from "./instances.ts";

const type = "pulumi-nodejs:dynamic/association:InstanceProfileAssociation";

describe("an association that was made by hand", () => {
  const stack = "attach-import";
  let project: EngineProject;

  const attach = (attachTo: readonly string[]) => {
    project.configure(stack, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": {
        orders: { attachTo },
      },
    });
  };

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack(stack);
    attach([]);
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", stack);
  });
  after(() => {
    project.remove();
  });

  for (const by of ["association id", "instance id"]) {
    it(`is imported by ${by}`, async () => {
      const instance = await launchInstance();
      await associateByHand(instance, "instance-profiles-attach-import-orders");
      const id = by === "instance id" ? instance : await associationIdOf(instance);
      // The engine reads an import without the code of the provider, which a dynamic resource keeps in its state: so the
      // file brings that, and a refresh reads the rest.
      const known = { region: "eu-central-1", __provider: PROVIDER_TEXT };
      const file = path.join(project.folder, "import.json");
      writeFileSync(
        file,
        JSON.stringify({
          nameTable: {
            orders: `urn:pulumi:${stack}::instance-profiles::instance-profiles:components:Workload::orders`,
          },
          resources: [
            { type, name: `orders-${instance}`, id, parent: "orders", inputs: known, outputs: known },
          ],
        }),
      );
      const options = ["--yes", "--protect=false", "--generate-code=false", "--skip-preview"];
      await project.pulumiOrFail("import", "--file", file, ...options, "--stack", stack);
      await project.pulumiOrFail("refresh", "--yes", "--skip-preview", "--stack", stack);
      attach([instance]);
      await project.pulumiOrFail("preview", "--stack", stack, "--expect-no-changes");
      const held = (await project.resources(stack)).filter((resource) => resource.type === type);
      assert.deepEqual(
        held.map((resource) => resource.id),
        [instance],
      );
      await project.pulumiOrFail(
        "destroy",
        "--target",
        held[0]?.urn ?? "",
        "--yes",
        "--skip-preview",
        "--stack",
        stack,
      );
    });
  }
});
