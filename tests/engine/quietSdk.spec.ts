import assert from "node:assert/strict";
import { captureOrFail } from "../../commandLine/processes/run";
import { EngineProject, type StateResource } from "./engineProject";
import { engineSandbox } from "./engineSandbox";

interface Traced extends StateResource {
  readonly stackTrace?: unknown;
  readonly sourcePosition?: unknown;
}

describe("the SDK of Pulumi", function () {
  this.timeout(600_000);
  let project: EngineProject;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack("quiet");
    project.configure("quiet", {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "dev",
      "instance-profiles:workloads": { api: { access: [{ s3: { bucket: "assets", level: "read" } }] } },
    });
  });
  after(async () => {
    await project.pulumi("destroy", "--yes", "--stack", "quiet");
    project.remove();
  });

  async function printed(variable: string | undefined, ...command: string[]): Promise<string> {
    const { environment } = await engineSandbox();
    return captureOrFail(command[0] ?? "", "pulumi", [...command, "--stack", "quiet", "--non-interactive"], {
      cwd: project.folder,
      env: { ...environment, PULUMI_DEBUG_PROMISE_LEAKS: variable },
    });
  }

  for (const { name, variable, loud } of [
    { name: "tells everything where PULUMI_DEBUG_PROMISE_LEAKS asks for it", variable: "1", loud: true },
    { name: "is quiet without, and takes what it told out of the state", variable: undefined, loud: false },
  ])
    it(name, async () => {
      const preview = await printed(variable, "preview", "--debug");
      await printed(variable, "up", "--yes", "--skip-preview");
      const resources: readonly Traced[] = await project.resources("quiet");
      const typesOf = (some: readonly Traced[]) => some.map(({ type }) => type);
      assert.deepEqual(
        {
          debugLines: preview.includes("RegisterResource RPC prepared: t=aws:iam/role:Role"),
          traced: typesOf(resources.filter((each) => each.stackTrace ?? each.sourcePosition)),
        },
        {
          debugLines: loud,
          // Pulumi declares the stack itself before it starts the program, and the provider in the engine.
          traced: loud
            ? typesOf(resources).filter((type) => type !== "pulumi:providers:aws")
            : ["pulumi:pulumi:Stack"],
        },
      );
    });
});
