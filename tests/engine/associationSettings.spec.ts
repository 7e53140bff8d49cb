import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../commandLine/processes/run.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { launchInstance, profilesOn } from "./instances.ts";

describe("an association in a stack with AWS settings", () => {
  const stack = "attach-settings";
  let project: EngineProject;
  let environment: NodeJS.ProcessEnv;
  let instance: string;
  let credentialsFile: string;

  const configure = (settings: Readonly<Record<string, unknown>>) => {
    project.configure(stack, {
      "aws:region": "eu-central-1",
      ...settings,
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": { orders: { attachTo: [instance] } },
    });
  };
  const pulumi = (...args: string[]) =>
    capture("pulumi", [...args, "--stack", stack, "--non-interactive", "--color", "never"], {
      cwd: project.folder,
      env: environment,
    });

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack(stack);
    instance = await launchInstance();
    // Without the profile it would be another account: in the embedded AWS an access key of twelve digits belongs to the account of that number.
    credentialsFile = path.join(project.folder, "credentials");
    writeFileSync(credentialsFile, "[deploy]\naws_access_key_id = test\naws_secret_access_key = test\n");
    environment = {
      ...(await engineSandbox()).environment,
      AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
      AWS_ACCESS_KEY_ID: "222222222222",
    };
  });
  after(() => {
    project.remove();
  });

  it("is refused at preview where they lead to credentials that it does not look for", async () => {
    configure({ "aws:profile": "deploy", "aws:sharedCredentialsFiles": [credentialsFile] });
    const { code, stdout, stderr } = await pulumi("preview");
    assert.notEqual(code, 0);
    assert.match(
      (stdout + stderr).replace(/\s+/g, " "),
      /aws:sharedCredentialsFiles: attachTo cannot take this setting over; remove it, want AWS_SHARED_CREDENTIALS_FILE in the environment/,
    );
  });

  it("is made and removed by the profile that they name, as all the rest is", async () => {
    configure({ "aws:profile": "deploy" });
    for (const [command, profiles] of [
      ["up", [`instance-profiles-${stack}-orders`]],
      ["destroy", []],
    ] as const) {
      const { code, stdout, stderr } = await pulumi(command, "--yes", "--skip-preview");
      assert.equal(code, 0, stdout + stderr);
      assert.deepEqual(await profilesOn(instance), profiles);
    }
  });
});
