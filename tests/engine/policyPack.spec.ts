import assert from "node:assert/strict";
import * as path from "node:path";
import { projectFolder } from "../../sandbox/paths";
import { sampleId } from "../policypack/sampleKeys";
import { EngineProject } from "./engineProject";

const pack = path.join(projectFolder, "policypack");
const stack = "test";
const key = sampleId("AKIA");

/** One violation: the policy, the resource, and what is wrong. */
type Violation = readonly [policy: string, resource: string, message: string];

/**
 * The programs of `programs/` with their violations. A document that is an object has no program here: the dynamic bridge
 * of the sandbox takes text alone, and the tests of the policy have such documents.
 */
const programs: Readonly<Record<string, readonly Violation[]>> = {
  starGrants: [
    [
      "no-star-star-grants",
      "aws:iam:Policy: everything",
      'policy.Statement[0] is Allow "*" on "*"; want the actions and the resources that the workload needs',
    ],
  ],
  keyInUserData: [
    [
      "no-inline-access-keys",
      "aws:ec2:LaunchTemplate: packed",
      "userData is an AWS access key id (AKIA…); want temporary credentials from a role, such as the instance profile gives",
    ],
  ],
  administrator: [
    [
      "no-star-star-grants",
      "aws:iam:RolePolicyAttachment: all-powerful",
      'policyArn is "arn:aws:iam::aws:policy/AdministratorAccess"; want a policy with what the workload needs',
    ],
  ],
  unknownDocument: [
    [
      "no-star-star-grants",
      "aws:iam:Policy: of-a-new-queue",
      "policy is unknown at preview; want a literal, built from plain strings (account id, names, paths) and not from outputs of other resources",
    ],
  ],
  providerKeys: ["accessKey", "secretKey"].map((name) => [
    "no-inline-access-keys",
    "pulumi:providers:aws: with-keys",
    `${name} is set on the provider; want credentials from the environment or a role`,
  ]),
  clean: [],
};

function violationsIn(output: string): Violation[] {
  const found = output.matchAll(/^ +- \[mandatory\] \[severity: critical\] +(\S+) +\((.+)\)\n.+\n +(.+)$/gm);
  return Array.from(found, ([, policy = "", resource = "", message = ""]) => [policy, resource, message]);
}

for (const [program, violations] of Object.entries(programs)) {
  describe(`the program ${program} under the policy pack`, function () {
    this.timeout(120_000);
    let project: EngineProject;

    before(async () => {
      project = await EngineProject.of(program);
      await project.createStack(stack);
      project.configure(stack, { "aws:region": "eu-central-1", "key-in-user-data:key": key });
    });
    after(() => {
      project.remove();
    });

    // An update with its preview judges a document that is unknown at preview; without one it is known when it is judged.
    const update = program === "unknownDocument" ? ["up", "--yes"] : ["up", "--yes", "--skip-preview"];
    for (const command of [["preview"], update]) {
      it(`${violations.length > 0 ? "fails" : "passes"} ${command.join(" ")}`, async () => {
        const { code, stdout, stderr } = await project.pulumi(
          ...command,
          "--stack",
          stack,
          "--policy-pack",
          pack,
        );
        assert.deepEqual(violationsIn(stdout), violations, stdout + stderr);
        assert.equal(code, violations.length > 0 ? 1 : 0, stdout + stderr);
        assert.ok(!(stdout + stderr).includes(key), "the key is shown");
        const made = (await project.resources(stack)).filter(({ type }) => type.startsWith("aws:"));
        const deployed = violations.length === 0 && command === update;
        assert.deepEqual(
          made.map(({ type }) => type),
          deployed ? ["aws:iam/policy:Policy"] : [],
        );
      });
    }
  });
}
