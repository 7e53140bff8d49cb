import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { DescribeLaunchTemplatesCommand } from "@aws-sdk/client-ec2";
import { EngineProject } from "../../testing/engineProject.ts";
import { rootClients } from "./inAws.ts";
import { deploy } from "./operations.ts";

const stack = "lost";
const name = `instance-profiles-${stack}-orders`;
const account = "000000000000";
const ownPolicy = `arn:aws:iam::${account}:policy/instance-profiles/${stack}/${name}`;

/** As `pulumi preview --import-file` writes it. */
interface ImportFile {
  readonly resources: { readonly type: string; readonly name: string; id?: string }[];
}

/** What the provider takes as the id of each resource; the guide "Take over what exists" has the same table. */
async function importIds(): Promise<Record<string, string>> {
  const { ec2 } = await rootClients();
  const { LaunchTemplates: [template] = [] } = await ec2.send(
    new DescribeLaunchTemplatesCommand({ LaunchTemplateNames: [name] }),
  );
  return {
    ordersRole: name,
    ordersPolicy: ownPolicy,
    "orders-policy-1": `${name}/${ownPolicy}`,
    "orders-managed-AmazonSSMManagedInstanceCore": `${name}/arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore`,
    ordersInstanceProfile: name,
    ordersLaunchTemplate: template?.LaunchTemplateId ?? "",
  };
}

describe("a stack whose state is lost", () => {
  let project: EngineProject;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack(stack);
    project.configure(stack, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": {
        orders: {
          access: [{ sqs: { queue: "orders", level: "send" } }],
          managedPolicies: ["AmazonSSMManagedInstanceCore"],
          launch: { image: "al2023", instanceType: "t3.nano" },
        },
      },
    });
    await deploy(project, stack);
    await project.createStack(stack);
  });
  after(async () => {
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
    project.remove();
  });

  it("is taken back by an import of everything by its name, and replaces nothing", async () => {
    const file = path.join(project.folder, "import.json");
    await project.pulumi("preview", "--stack", stack, "--import-file", file);
    const plan = JSON.parse(readFileSync(file, "utf8")) as ImportFile;
    const ids = await importIds();
    const resources = plan.resources.map((resource) => ({
      ...resource,
      ...(ids[resource.name] !== undefined && { id: ids[resource.name] }),
    }));
    writeFileSync(file, JSON.stringify({ ...plan, resources }));
    const options = ["--yes", "--protect=false", "--generate-code=false", "--skip-preview"];
    await project.pulumiOrFail("import", "--file", file, ...options, "--stack", stack);

    const adopted = await deploy(project, stack);
    // AWS does not tell whether a new version becomes the default one, so that this comes with the first update.
    assert.deepEqual(adopted, [{ name: "orders", what: "update template" }]);
    await project.pulumiOrFail("preview", "--stack", stack, "--expect-no-changes");
    await project.pulumiOrFail("preview", "--refresh", "--stack", stack, "--expect-no-changes");
  });
});
