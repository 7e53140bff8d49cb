import assert from "node:assert/strict";
import * as path from "node:path";
import { captureOrFail } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { deploy } from "./operations.ts";

const stack = "lost";

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

  it("is taken back by one command, and replaces nothing", async () => {
    const { environment } = await engineSandbox();
    const cli = path.join(projectFolder, "bin/main.mjs");
    await captureOrFail("recovering", process.execPath, [cli, "recover", "--stack", stack], {
      cwd: project.folder,
      env: environment,
    });

    const adopted = await deploy(project, stack);
    // AWS does not tell whether a new version becomes the default one, so that this comes with the first update.
    assert.deepEqual(adopted, [{ name: "orders", what: "update template" }]);
    await project.pulumiOrFail("preview", "--stack", stack, "--expect-no-changes");
    await project.pulumiOrFail("preview", "--refresh", "--stack", stack, "--expect-no-changes");
  });
});
