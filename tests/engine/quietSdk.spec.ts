import assert from "node:assert/strict";
import { captureOrFail } from "../../commandLine/processes/run.ts";
import { EngineProject, type StateResource } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";

interface Traced extends StateResource {
  readonly stackTrace?: unknown;
  readonly sourcePosition?: unknown;
}

describe("the SDK of Pulumi", () => {
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

  for (const { name, variable, shown } of [
    { name: "sends no debug lines", variable: undefined, shown: false },
    { name: "sends them where PULUMI_DEBUG_PROMISE_LEAKS asks for them", variable: "1", shown: true },
  ])
    it(name, async () => {
      const preview = await printed(variable, "preview", "--debug");
      assert.deepEqual(
        [
          preview.includes("RegisterResource RPC prepared: t=aws:iam/role:Role"),
          /aws:iam:Role +api create/.test(preview),
        ],
        [shown, true],
      );
    });

  // Pulumi declares the stack itself before it starts the program, and the provider in the engine.
  for (const { name, variable, isTraced } of [
    {
      name: "sends the stacks of constructors where PULUMI_DEBUG_PROMISE_LEAKS asks for them",
      variable: "1",
      isTraced: (type: string) => type !== "pulumi:providers:aws",
    },
    {
      name: "sends none without, and the next update takes them out of the state",
      variable: undefined,
      isTraced: (type: string) => type === "pulumi:pulumi:Stack",
    },
  ])
    it(name, async () => {
      await printed(variable, "up", "--yes", "--skip-preview");
      const resources: readonly Traced[] = await project.resources("quiet");
      assert.deepEqual(
        resources.filter((each) => each.stackTrace ?? each.sourcePosition).map(({ type }) => type),
        resources.map(({ type }) => type).filter(isTraced),
      );
    });
});
