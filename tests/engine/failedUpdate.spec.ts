import assert from "node:assert/strict";
import { CreateLaunchTemplateCommand, DeleteLaunchTemplateCommand } from "@aws-sdk/client-ec2";
import { CreateInstanceProfileCommand, DeleteInstanceProfileCommand } from "@aws-sdk/client-iam";
import type { Clients } from "../../sandbox/proof/clients.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { heldByStack, rootClients } from "./inAws.ts";

const stack = "failed-update";
const workload = {
  access: [{ s3: { bucket: "orders", level: "read" } }],
  launch: { image: "al2023", instanceType: "t3.micro" },
};
const nameOf = (name: string) => `instance-profiles-${stack}-${name}`;
const profile = { InstanceProfileName: nameOf("second") };
const template = { LaunchTemplateName: nameOf("second") };

interface Obstacle {
  readonly title: string;
  readonly make: (aws: Clients) => Promise<unknown>;
  readonly remove: (aws: Clients) => Promise<unknown>;
  /** What AWS says, which the user has to see. */
  readonly says: RegExp;
}

/**
 * Things of the same name that somebody made by hand. A managed policy that does not exist is none of them: MiniStack
 * attaches it all the same.
 */
const obstacles: readonly Obstacle[] = [
  {
    title: "an instance profile",
    make: ({ iam }) => iam.send(new CreateInstanceProfileCommand(profile)),
    remove: ({ iam }) => iam.send(new DeleteInstanceProfileCommand(profile)),
    says: /EntityAlreadyExists: .*instance-profiles-failed-update-second/,
  },
  {
    title: "a launch template",
    make: ({ ec2 }) =>
      ec2.send(
        new CreateLaunchTemplateCommand({ ...template, LaunchTemplateData: { InstanceType: "t3.nano" } }),
      ),
    remove: ({ ec2 }) => ec2.send(new DeleteLaunchTemplateCommand(template)),
    says: /InvalidLaunchTemplateName\.AlreadyExistsException: /,
  },
];

for (const { title, make, remove, says } of obstacles) {
  describe(`an update that fails halfway at ${title} of the same name`, () => {
    let project: EngineProject;

    before(async () => {
      project = await EngineProject.ofThisRepository();
      await project.createStack(stack);
      project.configure(stack, {
        "aws:region": "eu-central-1",
        "instance-profiles:environment": "test",
        "instance-profiles:workloads": { first: workload, second: workload },
      });
      await make(await rootClients());
    });
    after(async () => {
      await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
      project.remove();
    });

    it("fails and says what AWS said", async () => {
      const { code, stdout, stderr } = await project.pulumi(
        "up",
        "--yes",
        "--skip-preview",
        "--stack",
        stack,
      );
      assert.notEqual(code, 0);
      const diagnostics = (stdout + stderr).split("\nDiagnostics:\n")[1] ?? "";
      assert.match(diagnostics, says);
    });

    it("is made good by the next update, which leaves nothing to change", async () => {
      await remove(await rootClients());
      await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", stack);
      await project.pulumiOrFail("preview", "--stack", stack, "--expect-no-changes");
    });

    it("leaves in AWS what is declared and nothing else", async () => {
      const names = [nameOf("first"), nameOf("second")];
      assert.deepEqual(await heldByStack(stack), {
        roles: names,
        profiles: names,
        policies: names,
        templates: names,
      });
    });
  });
}
