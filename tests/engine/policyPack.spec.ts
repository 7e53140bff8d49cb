import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { projectFolder } from "../../sandbox/paths.ts";
import { sampleId } from "../../testing/sampleKeys.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { messageOf, policyEvents, resourceNameOf } from "../../testing/policyEvents.ts";

const pack = path.join(projectFolder, "policypack");
const stack = "test";
const key = sampleId("AKIA");

/** One violation: the policy, its level, the logical name of the resource, and what is wrong. */
type Violation = readonly [policy: string, level: string, resource: string, message: string];

const unknownAtPreview: Violation = [
  "no-unknown-documents",
  "advisory",
  "of-a-new-queue",
  "of-a-new-queue policy: got a value unknown at preview, made of outputs of orders (aws:sqs/queue:Queue); want a literal that can be judged now; give those resources fixed names and build the document from plain strings (account id, names, paths), or let it be judged before it is created, at up",
];

/**
 * The programs of `programs/` with their violations. A document that is an object has no program here: the dynamic bridge
 * of the sandbox takes text alone, and the tests of `policies/` have such documents.
 */
const programs: Readonly<Record<string, readonly Violation[]>> = {
  starGrants: [
    [
      "no-star-star-grants",
      "mandatory",
      "everything",
      'everything policy.Statement[0]: got Allow "*" on "*"; want the actions and the resources that the workload needs; list them one by one',
    ],
  ],
  keyInUserData: [
    [
      "no-inline-access-keys",
      "mandatory",
      "packed",
      "packed userData: got an AWS access key id (AKIA…); want temporary credentials from a role; remove it, deactivate the key, and let the workload use its instance profile",
    ],
  ],
  administrator: [
    [
      "no-star-star-grants",
      "mandatory",
      "all-powerful",
      'all-powerful policyArn: got "arn:aws:iam::aws:policy/AdministratorAccess"; want a policy with what the workload needs; attach a policy that lists the actions and the resources',
    ],
  ],
  unknownDocument: [unknownAtPreview],
  hiddenGrant: [unknownAtPreview],
  providerKeys: ["accessKey", "secretKey"].map((name) => [
    "no-inline-access-keys",
    "mandatory",
    "with-keys",
    `with-keys ${name}: got a key on the provider; want credentials from the environment or a role; remove it, deactivate the key, and set assumeRoles or log in before pulumi runs`,
  ]),
  clean: [],
};

/** What the update itself finds where a preview did not know everything. @default - nothing */
const atUpdate: Readonly<Record<string, readonly Violation[]>> = {
  hiddenGrant: [
    [
      "no-star-star-grants",
      "mandatory",
      "of-a-new-queue",
      'of-a-new-queue policy.Statement[1]: got Allow "*" on "*"; want the actions and the resources that the workload needs; list them one by one',
    ],
  ],
};

/** What an update makes. @default - nothing, because it is refused before */
const made: Readonly<Record<string, readonly string[]>> = {
  clean: ["aws:iam/policy:Policy"],
  unknownDocument: ["aws:sqs/queue:Queue", "aws:iam/policy:Policy"],
  hiddenGrant: ["aws:sqs/queue:Queue"],
};

for (const [program, violations] of Object.entries(programs)) {
  describe(`the program ${program} under the policy pack`, () => {
    let project: EngineProject;

    before(async () => {
      project = await EngineProject.of(program);
      await project.createStack(stack);
      project.configure(stack, { "aws:region": "eu-central-1", "key-in-user-data:key": key });
    });
    after(() => {
      project.remove();
    });

    // An update with its preview judges what is unknown there; without one everything is known when it is judged.
    const waits = violations.includes(unknownAtPreview);
    const update = waits ? ["up", "--yes"] : ["up", "--yes", "--skip-preview"];
    for (const { command, found } of [
      { command: ["preview"], found: violations },
      { command: update, found: waits ? (atUpdate[program] ?? []) : violations },
    ]) {
      const refused = found.some(([, level]) => level === "mandatory");
      it(`${refused ? "fails" : "passes"} ${command.join(" ")}`, async () => {
        const eventLog = path.join(project.folder, "events.json");
        writeFileSync(eventLog, "");
        const { code, stdout, stderr } = await project.pulumi(
          ...command,
          "--stack",
          stack,
          "--policy-pack",
          pack,
          "--event-log",
          eventLog,
        );
        const events = policyEvents(readFileSync(eventLog, "utf8"));
        assert.deepEqual(
          events.map((event) => [
            event.policyName,
            event.enforcementLevel,
            resourceNameOf(event),
            messageOf(event),
          ]),
          found,
          stdout + stderr,
        );
        assert.equal(code, refused ? 1 : 0, stdout + stderr);
        assert.ok(!(stdout + stderr).includes(key), "the key is shown");
        const ofAws = (await project.resources(stack)).filter(({ type }) => type.startsWith("aws:"));
        assert.deepEqual(
          ofAws.map(({ type }) => type),
          command === update ? (made[program] ?? []) : [],
        );
      });
    }
  });
}
