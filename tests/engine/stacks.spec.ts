import assert from "node:assert/strict";
import { clientsOf } from "../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../sandbox/emulator/root.ts";
import { proveStack } from "../../sandbox/proof/prove.ts";
import type { WorkloadOutputs } from "../../sandbox/proof/workloadOutputs.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { ListRolesCommand } from "@aws-sdk/client-iam";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";

/** What each shipped stack has to become, by resource type. */
const perWorkload = {
  "aws:iam/role:Role": 1,
  "aws:iam/instanceProfile:InstanceProfile": 1,
  "aws:ec2/launchTemplate:LaunchTemplate": 1,
};

for (const stack of ["dev", "staging", "prod"]) {
  describe(`the ${stack} stack in the engine`, () => {
    let project: EngineProject;

    before(async () => {
      project = await EngineProject.ofThisRepository();
      project.copyStackFile(stack);
      await project.createStack(stack);
    });
    after(() => {
      project.remove();
    });

    it("passes the policy pack with its own settings at a preview of an empty account", async () => {
      const { code, stdout, stderr } = await project.pulumi(
        "preview",
        "--stack",
        stack,
        "--policy-pack",
        "policypack",
        "--policy-pack-config",
        `policypack/config/${stack}.json`,
      );
      assert.equal(code, 0, stdout + stderr);
      assert.match(stdout, /Policies:\n\s+✅ instance-profiles@v/);
      assert.doesNotMatch(stdout + stderr, /warning/i);
    });

    it("deploys with the policy pack on", async () => {
      await project.pulumiOrFail(
        "up",
        "--yes",
        "--skip-preview",
        "--stack",
        stack,
        "--policy-pack",
        "policypack",
      );
      const resources = await project.resources(stack);
      const workloads = resources.filter(({ type }) => type === "instance-profiles:components:Workload");
      assert.ok(workloads.length >= 3, "a believable system has several workloads");
      for (const [type, each] of Object.entries(perWorkload)) {
        assert.equal(
          resources.filter((resource) => resource.type === type).length,
          each * workloads.length,
          type,
        );
      }
      const orphans = resources.filter(
        ({ type, parent }) => type.startsWith("aws:") && !parent?.includes("instance-profiles:components:"),
      );
      assert.deepEqual(
        orphans.map(({ urn }) => urn),
        [],
      );
    });

    it("is proved: every declared right is there and what lies beside it is not", async () => {
      const { endpoint } = await engineSandbox();
      const aws = { endpoint, hasInstanceMetadata: true };
      const outputs = JSON.parse(
        await project.pulumiOrFail("stack", "output", "--json", "--stack", stack),
      ) as { workloads: Record<string, WorkloadOutputs> };
      const proofs = await proveStack(projectFolder, stack, aws, outputs.workloads, () => undefined);
      assert.deepEqual(
        proofs.flatMap(({ surprises }) => surprises),
        [],
      );
      assert.deepEqual(proofs.map(({ name }) => name).sort(), Object.keys(outputs.workloads).sort());
      for (const { allowed, denied } of proofs) assert.ok(allowed.length > 0 && denied.length > 0);
    });

    it("has nothing left to change", async () => {
      await project.pulumiOrFail("preview", "--stack", stack, "--expect-no-changes");
    });

    it("has nothing left to change after a refresh", async () => {
      await project.pulumiOrFail("preview", "--stack", stack, "--refresh", "--expect-no-changes");
    });

    it("leaves nothing behind when it is destroyed", async () => {
      await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
      const { endpoint } = await engineSandbox();
      const { Roles = [] } = await clientsOf(endpoint, "eu-central-1", emulatorRoot).iam.send(
        new ListRolesCommand({ PathPrefix: `/instance-profiles/${stack}/` }),
      );
      assert.deepEqual(Roles, []);
    });
  });
}
