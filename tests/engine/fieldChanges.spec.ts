import assert from "node:assert/strict";
import { stackConfig, workload } from "../../components/config/schema.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { boundaries, instances, stackChanges, workloadChanges, type FieldChange } from "./fieldChanges.ts";
import { fieldsOf, withField, type Entry } from "./fieldPaths.ts";
import { createPolicies, launchTemplates } from "./inAws.ts";
import { launchInstance } from "./instances.ts";
import { byWorkload, deploy, proposed } from "./operations.ts";

const launch = { image: "al2023", instanceType: "t3.micro" };
const whole = { access: [{ s3: { bucket: "one", level: "read" } }], launch };

/** What a workload holds beside the field in question: a launch template too, unless it would not matter. */
function frameOf({ field }: FieldChange): Entry {
  if (field.startsWith("statements[]"))
    return { statements: [{ actions: ["s3:GetObject"], resources: ["*"] }] };
  return /^(access|statements|launch$)/.test(field) ? {} : { launch };
}

/** The launch template of a workload with no optional field. */
const plainTemplate = {
  ImageId: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
  InstanceType: "t3.micro",
  HopLimit: 1,
  Monitoring: false,
  DeviceName: "/dev/xvda",
  VolumeType: "gp3",
};

const cases = workloadChanges.map((change, index) => ({
  ...change,
  name: `case${index + 1}`,
  title: `${index + 1} ${change.field}: ${JSON.stringify(change.before)} to ${JSON.stringify(change.after)}`,
}));

const workloadsOf = (side: "before" | "after", others: Entry): Entry => ({
  ...Object.fromEntries(
    cases.map((change) => [change.name, withField(frameOf(change), change.field, change[side])]),
  ),
  ...others,
});

function configOf(own: Entry): Entry {
  const namespaced = Object.entries(own).map(([key, value]): [string, unknown] => [
    `instance-profiles:${key}`,
    value,
  ]);
  return { "aws:region": "eu-central-1", ...Object.fromEntries(namespaced) };
}

/** A value for each case, by a title that tells which case it is. */
const byTitle = <T>(valueOf: (change: (typeof cases)[number]) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(cases.map((change) => [change.title, valueOf(change)]));

describe("a change of one field of the configuration", () => {
  let project: EngineProject;
  const started = new Map<string, string>();

  /** The configuration with instances that run. */
  const real = (config: Entry): Entry =>
    JSON.parse(
      [...started].reduce(
        (text, [name, id]) => text.replaceAll(`"${name}"`, `"${id}"`),
        JSON.stringify(config),
      ),
    ) as Entry;

  before(async () => {
    await createPolicies(boundaries);
    for (const name of instances) started.set(name, await launchInstance());
    project = await EngineProject.ofThisRepository();
  });
  after(() => {
    project.remove();
  });

  it("has a case for every field of the schema", () => {
    const distinct = (changes: readonly FieldChange[]) => [...new Set(changes.map(({ field }) => field))];
    // The fields of the entries of "access" differ by service and end in the same document.
    const ofWorkload = fieldsOf(workload).filter((field) => !field.startsWith("access[]"));
    assert.deepEqual(distinct(workloadChanges).sort(), ofWorkload.sort());
    assert.deepEqual([...distinct(stackChanges), "workloads"].sort(), fieldsOf(stackConfig).sort());
  });

  it("of a workload is deployed by one update, in place, and leaves nothing to change", async () => {
    const stack = "field-changes";
    await project.createStack(stack);
    project.configure(
      stack,
      real(configOf({ environment: "test", workloads: workloadsOf("before", { removed: whole }) })),
    );
    await deploy(project, stack);
    project.configure(
      stack,
      real(configOf({ environment: "test", workloads: workloadsOf("after", { added: whole }) })),
    );

    const names = [...cases.map(({ name }) => name), "added", "removed"];
    const done = byWorkload(await deploy(project, stack), names);
    const all = ["attachment", "policy", "profile", "role", "template"];
    assert.deepEqual(
      { ...byTitle(({ name }) => done[name]), added: done.added, removed: done.removed },
      {
        ...byTitle(({ operations }) => operations),
        added: all.map((noun) => `create ${noun}`),
        removed: all.map((noun) => `delete ${noun}`),
      },
    );

    const left = byWorkload(await proposed(project, stack), names);
    assert.deepEqual(
      { ...byTitle(({ name }) => left[name]), added: left.added, removed: left.removed },
      { ...byTitle(({ leaves = [] }) => leaves), added: [], removed: [] },
    );

    const templates = await launchTemplates(`instance-profiles-${stack}-`);
    assert.deepEqual(
      { ...byTitle(({ name }) => templates[name]), removed: templates.removed },
      {
        ...byTitle((change) => {
          if (!("launch" in withField(frameOf(change), change.field, change.after))) return undefined;
          const version = change.operations.includes("update template") ? 2 : 1;
          const data = { ...plainTemplate, ...change.template };
          return { defaultVersion: version, latestVersion: version, data };
        }),
        removed: undefined,
      },
    );
  });

  it("of a stack reaches all that it makes, in place, and leaves nothing to change", async () => {
    const stack = "stack-changes";
    await project.createStack(stack);
    let settings: Entry = { environment: "one", workloads: { only: whole } };
    project.configure(stack, configOf(settings));
    await deploy(project, stack);
    for (const { field, after, operations } of stackChanges) {
      settings = withField(settings, field, after);
      project.configure(stack, configOf(settings));
      const { only } = byWorkload(await deploy(project, stack), ["only"]);
      assert.deepEqual(only, operations, `${field}: ${JSON.stringify(after)}`);
      await project.pulumiOrFail("preview", "--stack", stack, "--expect-no-changes");
    }
  });
});
