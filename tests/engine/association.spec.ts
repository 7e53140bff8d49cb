import assert from "node:assert/strict";
import { PROVIDER_TEXT } from "../../components/association/instanceProfileAssociation.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import {
  associateByHand,
  createForeignProfile,
  disassociateByHand,
  launchInstance,
  profilesOn,
  stopInstance,
} from "./instances.ts";

const type = "pulumi-nodejs:dynamic/association:InstanceProfileAssociation";

describe("a profile on an instance that runs already", () => {
  const stack = "attach";
  let project: EngineProject;
  let instance: string;

  const attach = (workloads: Readonly<Record<string, readonly unknown[]>>, on = stack) => {
    const entries = Object.entries(workloads).map(([name, attachTo]) => [
      name,
      attachTo.length > 0 ? { attachTo } : { description: name },
    ]);
    project.configure(on, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": Object.fromEntries(entries) as unknown,
    });
  };
  const up = (on = stack) => project.pulumi("up", "--yes", "--skip-preview", "--stack", on);
  const upAndSettled = async (on = stack) => {
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", on);
    await project.pulumiOrFail("preview", "--stack", on, "--expect-no-changes");
  };

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack(stack);
    instance = await launchInstance();
    await createForeignProfile("foreign");
  });
  after(() => {
    project.remove();
  });

  it("is announced by a preview that changes nothing", async () => {
    attach({ orders: [], reports: [] });
    await upAndSettled();
    attach({ orders: [instance], reports: [] });
    const preview = await project.pulumiOrFail("preview", "--stack", stack, "--diff");
    assert.match(preview, new RegExp(`InstanceProfileAssociation[^]*orders-${instance}`));
    assert.deepEqual(await profilesOn(instance), []);
  });

  it("is attached by an edit of the configuration", async () => {
    await upAndSettled();
    assert.deepEqual(await profilesOn(instance), ["instance-profiles-attach-orders"]);
  });

  it("is in the state with a short provider and without credentials", async () => {
    const exported = await project.pulumiOrFail("stack", "export", "--stack", stack, "--show-secrets");
    const { deployment } = JSON.parse(exported) as {
      deployment: { resources: { type: string; id: string; outputs: Record<string, unknown> }[] };
    };
    const held = deployment.resources.filter((resource) => resource.type === type);
    const instanceProfileArn =
      "arn:aws:iam::000000000000:instance-profile/instance-profiles/attach/instance-profiles-attach-orders";
    assert.deepEqual(
      held.map(({ id, outputs: { associationId, ...outputs } }) => ({
        id,
        outputs,
        associated: /^iip-assoc-[0-9a-f]+$/.test(String(associationId)),
      })),
      [
        {
          id: instance,
          outputs: {
            instanceId: instance,
            instanceProfileArn,
            attachedProfileArn: instanceProfileArn,
            region: "eu-central-1",
            replaceExisting: false,
            __provider: PROVIDER_TEXT,
          },
          associated: true,
        },
      ],
    );
    assert.equal(PROVIDER_TEXT.length, 96);
  });

  it("passes the policy pack at preview and at up", async () => {
    const { code, stdout, stderr } = await project.pulumi(
      "preview",
      "--stack",
      stack,
      "--policy-pack",
      "policypack",
    );
    assert.equal(code, 0, stdout + stderr);
    await project.pulumiOrFail(
      "up",
      "--yes",
      "--skip-preview",
      "--stack",
      stack,
      "--policy-pack",
      "policypack",
    );
  });

  it("is swapped when another workload takes the instance over", async () => {
    attach({ orders: [], reports: [instance] });
    await upAndSettled();
    assert.deepEqual(await profilesOn(instance), ["instance-profiles-attach-reports"]);
  });

  it("is swapped on a stopped instance too", async () => {
    await stopInstance(instance);
    attach({ orders: [instance], reports: [] });
    await upAndSettled();
    assert.deepEqual(await profilesOn(instance), ["instance-profiles-attach-orders"]);
  });

  it("is found missing by a refresh, and put back by the next up", async () => {
    await disassociateByHand(instance);
    await project.pulumiOrFail("refresh", "--yes", "--skip-preview", "--stack", stack);
    const preview = await project.pulumi("preview", "--stack", stack, "--expect-no-changes");
    assert.notEqual(preview.code, 0, "the preview shows no change");
    await upAndSettled();
    assert.deepEqual(await profilesOn(instance), ["instance-profiles-attach-orders"]);
  });

  it("is adopted where it is there already", async () => {
    const adopted = await launchInstance();
    await associateByHand(adopted, "instance-profiles-attach-reports");
    attach({ orders: [instance], reports: [adopted] });
    await upAndSettled();
    assert.deepEqual(await profilesOn(adopted), ["instance-profiles-attach-reports"]);
  });

  it("is refused where somebody else's is, and takes its place only where that is allowed", async () => {
    const taken = await launchInstance();
    await associateByHand(taken, "foreign");
    attach({ orders: [instance], reports: [taken] });
    const { code, stdout, stderr } = await up();
    assert.notEqual(code, 0);
    assert.match(
      (stdout + stderr).replace(/\s+/g, " "),
      new RegExp(
        `cannot attach instance profile arn:aws:iam::000000000000:instance-profile/instance-profiles/attach/instance-profiles-attach-reports to instance ${taken}: got arn:aws:iam::000000000000:instance-profile/foreign on it`,
      ),
    );
    assert.deepEqual(await profilesOn(taken), ["foreign"]);
    attach({ orders: [instance], reports: [{ instance: taken, replaceExisting: true }] });
    await upAndSettled();
    assert.deepEqual(await profilesOn(taken), ["instance-profiles-attach-reports"]);
  });

  it("has one owner where two stacks claim the instance at the same time", async () => {
    const rival = "attach-rival";
    await project.createStack(rival);
    const claimed = await launchInstance();
    attach({ orders: [], reports: [] }, rival);
    await upAndSettled(rival);
    attach({ orders: [instance, claimed], reports: [] });
    attach({ orders: [claimed], reports: [] }, rival);
    const outcomes = await Promise.all([up(), up(rival)]);
    assert.deepEqual(outcomes.map(({ code }) => code === 0).sort(), [false, true]);
    const [winner, loser] = outcomes[0].code === 0 ? [stack, rival] : [rival, stack];
    assert.deepEqual(await profilesOn(claimed), [`instance-profiles-${winner}-orders`]);
    const lost = outcomes.find(({ code }) => code !== 0);
    assert.match(`${lost?.stdout ?? ""}${lost?.stderr ?? ""}`, /want no other profile; remove the instance/);
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", loser);
    assert.deepEqual(await profilesOn(claimed), [`instance-profiles-${winner}-orders`]);
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", rival);
  });

  it("is taken off by destroy, and nobody else's is", async () => {
    const foreign = await launchInstance();
    attach({ orders: [instance], reports: [foreign] });
    await upAndSettled();
    await disassociateByHand(foreign);
    await associateByHand(foreign, "foreign");
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
    assert.deepEqual([await profilesOn(instance), await profilesOn(foreign)], [[], ["foreign"]]);
  });
});
