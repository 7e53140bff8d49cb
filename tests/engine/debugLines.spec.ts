import assert from "node:assert/strict";
import { captureOrFail } from "../../commandLine/processes/run";
import { EngineProject } from "./engineProject";
import { engineSandbox } from "./engineSandbox";

describe("the debug lines of the SDK", function () {
  this.timeout(600_000);
  let project: EngineProject;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack("debug");
    project.configure("debug", {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "dev",
      "instance-profiles:workloads": { api: { access: [{ s3: { bucket: "assets", level: "read" } }] } },
    });
  });
  after(() => {
    project.remove();
  });

  for (const { name, variable, shown } of [
    { name: "are not sent to the engine", variable: undefined, shown: false },
    { name: "are sent where PULUMI_DEBUG_PROMISE_LEAKS asks for them", variable: "1", shown: true },
  ])
    it(name, async () => {
      const { environment } = await engineSandbox();
      const preview = ["preview", "--debug", "--stack", "debug", "--non-interactive"];
      const printed = await captureOrFail("preview", "pulumi", preview, {
        cwd: project.folder,
        env: { ...environment, PULUMI_DEBUG_PROMISE_LEAKS: variable },
      });
      assert.deepEqual(
        [
          printed.includes("RegisterResource RPC prepared: t=aws:iam/role:Role"),
          /aws:iam:Role +api create/.test(printed),
        ],
        [shown, true],
      );
    });
});
