import assert from "node:assert/strict";
import { sampleId, sampleSecret } from "../../testing/sampleKeys.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { heldByStack } from "./inAws.ts";

const stack = "bad-config";
const key = sampleId("AKIA");

const config = {
  "aws:region": "eu-central-1",
  "instance-profiles:environment": "Test",
  "instance-profiles:enviroment": "test",
  "instance-profiles:workloads": {
    right: { access: [{ s3: { bucket: "orders", level: "read" } }] },
    orders: {
      access: [{ s3: { bucket: "orders", level: "reed" } }, { "rds-data": { level: "read" } }],
      maxSessionHours: 13,
      tags: { Owner: key },
      launch: {
        image: "al2023",
        instanceType: "t4g.small",
        userData: `export AWS_SECRET_ACCESS_KEY=${sampleSecret}`,
      },
    },
  },
};

const says = [
  "The stack configuration has 8 errors:",
  "workloads.orders.launch.userData: holds an AWS secret access key; remove it, the instance profile gives credentials",
  "workloads.orders.tags.Owner: holds an AWS access key id (AKIA…); remove it, the instance profile gives credentials",
  'enviroment: unknown key; did you mean "environment"?',
  'environment: got "Test", want a name such as dev',
  "workloads.orders.maxSessionHours: got 13, want a whole number from 1 to 12 hours",
  'workloads.orders.launch.instanceType: got "t4g.small", want an instance type for x86_64, the architecture of the image',
  'workloads.orders.access[0].s3.level: got "reed", want list | get | put | delete | read | write | readPut | readWrite; did you mean "read"?',
  "workloads.orders.access[1].rds-data: unknown key; access has no word for Amazon RDS Data API, whose actions are said with statements beside access, such as",
  "  statements:",
  "    - actions: [rds-data:BatchExecuteStatement]",
  '      resources: ["arn:{partition}:rds:{region}:{account}:cluster:<DbClusterInstanceName>"]',
  "  resource types:",
  "    cluster: arn:{partition}:rds:{region}:{account}:cluster:<DbClusterInstanceName>",
  "  actions:",
  "    write: BatchExecuteStatement, BeginTransaction, CommitTransaction and 3 more",
];

describe("a configuration with errors", () => {
  let project: EngineProject;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack(stack);
    project.configure(stack, config);
  });
  after(() => {
    project.remove();
  });

  for (const command of [["preview"], ["up", "--yes", "--skip-preview"], ["up", "--yes"]]) {
    it(`fails ${command.join(" ")} with every error once, and makes nothing`, async () => {
      const { code, stdout, stderr } = await project.pulumi(...command, "--stack", stack);
      const output = stdout + stderr;
      assert.notEqual(code, 0, output);
      const diagnostics = output.split("\nDiagnostics:\n")[1] ?? output;
      const [, message = ""] = /error: (The stack configuration[^]*?)\n\n/.exec(diagnostics) ?? [];
      assert.deepEqual(
        // Pulumi indents the message by four spaces, and it indents its errors by two.
        message.split("\n").map((line) => line.replace(/^ {6}/, "")),
        says,
      );
      for (const line of says.slice(1).filter((line) => !line.startsWith(" ")))
        assert.equal(diagnostics.split(line).length, 2, line);
      assert.doesNotMatch(output, /^ +at .+:\d+/m);
      for (const secret of [key, sampleSecret]) assert.ok(!output.includes(secret), "a key is shown");

      const resources = await project.resources(stack);
      assert.deepEqual(
        resources.map(({ type }) => type).filter((type) => type !== "pulumi:pulumi:Stack"),
        [],
      );
      const exported = await project.pulumiOrFail("stack", "export", "--stack", stack, "--show-secrets");
      for (const secret of [key, sampleSecret])
        assert.ok(!exported.includes(secret), "a key is in the state");
      assert.deepEqual(await heldByStack(stack), { roles: [], profiles: [], policies: [], templates: [] });
    });
  }
});
