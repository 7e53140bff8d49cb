import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { capture, type Captured } from "../../commandLine/processes/run.ts";
import { faultyAws, type FaultyAws } from "../faults/faultyAws.ts";
import type { Fault, Rule } from "../faults/rules.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { heldByStack } from "./inAws.ts";
import { disassociateByHand, launchInstance, profilesOn } from "./instances.ts";

const type = "pulumi-nodejs:dynamic/association:InstanceProfileAssociation";
const associate = "AssociateIamInstanceProfile";
const replace = "ReplaceIamInstanceProfileAssociation";
const disassociate = "DisassociateIamInstanceProfile";

const error = (status: number, code: string, message: string): Fault => ({
  kind: "error",
  status,
  code,
  message,
});
const once = { first: 1 };

/** Two looks go wrong, and a change does in three ways before it succeeds. */
const trouble = (action: string, first: Fault): readonly Rule[] => [
  { actions: ["DescribeInstances"], when: once, fault: { kind: "cut" } },
  { actions: ["DescribeInstances"], when: once, fault: { kind: "slow", milliseconds: 1000 } },
  {
    actions: ["DescribeIamInstanceProfileAssociations"],
    when: once,
    fault: error(503, "Unavailable", "Not now."),
  },
  { actions: [action], when: once, fault: first },
  { actions: [action], when: once, fault: error(503, "RequestLimitExceeded", "Request limit exceeded.") },
  { actions: [action], when: once, fault: { kind: "dropped before" } },
  { actions: [action], when: once, fault: { kind: "dropped after" } },
];

/** The errors of associations that a failed command shows at its end, each once. */
function errorsOf({ code, stdout, stderr }: Captured): string[] {
  assert.notEqual(code, 0, stdout + stderr);
  const diagnostics = (stdout + stderr).split("\nDiagnostics:\n")[1] ?? "";
  return [...diagnostics.matchAll(/(cannot (?:at|de)tach .*)/g)].map(([, text = ""]) => text);
}

describe("a stack with an association, on an EC2 with faults", () => {
  const stack = "faults";
  const secretKey = randomBytes(30).toString("base64");
  const outputs: string[] = [];
  let project: EngineProject;
  let faulty: FaultyAws;
  let environment: NodeJS.ProcessEnv;
  let instance: string;

  const attach = (workload?: "orders" | "reports") => {
    const entryOf = (name: string) => ({
      description: name,
      ...(name === workload && { attachTo: [instance] }),
    });
    project.configure(stack, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": { orders: entryOf("orders"), reports: entryOf("reports") },
    });
  };

  /** Runs a command whose calls to EC2 meet the faults. */
  async function pulumi(
    command: string,
    rules: readonly Rule[],
    more: NodeJS.ProcessEnv = {},
  ): Promise<Captured> {
    faulty.impose(rules);
    const args = [
      command,
      "--yes",
      "--skip-preview",
      "--stack",
      stack,
      "--non-interactive",
      "--color",
      "never",
    ];
    const env = {
      ...environment,
      AWS_ENDPOINT_URL_EC2: faulty.endpoint,
      AWS_SECRET_ACCESS_KEY: secretKey,
      ...more,
    };
    const ended = await capture("pulumi", args, { cwd: project.folder, env });
    outputs.push(ended.stdout, ended.stderr);
    return ended;
  }

  async function succeeds(command: string, rules: readonly Rule[]): Promise<void> {
    const { code, stdout, stderr } = await pulumi(command, rules);
    assert.equal(code, 0, stdout + stderr);
  }

  /** What was asked of EC2 that changes something, by what became of it. */
  const changes = () =>
    faulty.served.flatMap(({ action, fault }) =>
      action.startsWith("Describe") ? [] : [`${action} ${fault?.kind ?? "passed"}`],
    );

  /** The names of the associations in the state. */
  async function heldInState(): Promise<(string | undefined)[]> {
    const held = (await project.resources(stack)).filter((resource) => resource.type === type);
    return held.map(({ urn }) => urn.split("::").at(-1));
  }

  const arnOf = (name: string) =>
    `arn:aws:iam::000000000000:instance-profile/instance-profiles/${stack}/instance-profiles-${stack}-${name}`;
  const cannotAttach = () => `cannot attach instance profile ${arnOf("orders")} to instance ${instance}`;

  /** AWS, the state and the configuration say the same of the instance. */
  async function agree(workloads: readonly string[]): Promise<void> {
    assert.deepEqual(
      [await profilesOn(instance), await heldInState()],
      [
        workloads.map((name) => `instance-profiles-${stack}-${name}`),
        workloads.map((name) => `${name}-${instance}`),
      ],
    );
    await project.pulumiOrFail("refresh", "--yes", "--skip-preview", "--expect-no-changes", "--stack", stack);
  }

  before(async () => {
    const sandbox = await engineSandbox();
    environment = sandbox.environment;
    faulty = await faultyAws(sandbox.endpoint, 1);
    project = await EngineProject.ofThisRepository();
    await project.createStack(stack);
    instance = await launchInstance();
  });
  after(async () => {
    project.remove();
    await faulty.close();
  });

  const failed = error(500, "InternalError", "An internal error has occurred.");
  const unknownProfile = error(400, "InvalidParameterValue", "Invalid IAM Instance Profile ARN");
  const struck = (action: string, first: Fault, last: string[] = ["passed"]) =>
    [first.kind, "error", "dropped before", "dropped after", ...last].map((kind) => `${action} ${kind}`);

  it("gets the association made", async () => {
    attach("orders");
    await succeeds("up", trouble(associate, unknownProfile));
    assert.deepEqual(changes(), struck(associate, unknownProfile));
    await agree(["orders"]);
  });

  it("gets it swapped", async () => {
    attach("reports");
    await succeeds("up", trouble(replace, unknownProfile));
    assert.deepEqual(changes(), struck(replace, unknownProfile));
    await agree(["reports"]);
  });

  it("gets it put back in an update", async () => {
    await disassociateByHand(instance);
    await succeeds("refresh", [{ when: once, fault: { kind: "cut" } }]);
    await succeeds("up", trouble(associate, unknownProfile));
    await agree(["reports"]);
  });

  it("gets it removed", async () => {
    attach();
    await succeeds("up", trouble(disassociate, failed));
    assert.deepEqual(changes(), struck(disassociate, failed));
    await agree([]);
  });

  it("fails with one error where EC2 refuses, and asks once", async () => {
    attach("orders");
    const refused = error(403, "UnauthorizedOperation", "You are not authorized.");
    const ended = await pulumi("up", [{ actions: [associate], when: once, fault: refused }]);
    assert.deepEqual(
      [errorsOf(ended), changes(), await heldInState()],
      [
        [
          `${cannotAttach()}: UnauthorizedOperation: You are not authorized.; allow whoever deploys ec2:*IamInstanceProfile*, ec2:DescribeInstances and iam:PassRole on the role`,
        ],
        [`${associate} error`],
        [],
      ],
    );
  });

  const lost: readonly Rule[] = [
    { actions: [associate], when: { rate: 1 }, fault: { kind: "dropped after" } },
  ];

  /** An update whose answers are all lost: it fails, and the instance carries the profile all the same. */
  async function loses(): Promise<void> {
    attach("orders");
    const ended = await pulumi("up", lost, { AWS_MAX_ATTEMPTS: "2" });
    assert.deepEqual(
      [errorsOf(ended), changes(), await heldInState(), await profilesOn(instance)],
      [
        [
          `${cannotAttach()}: TimeoutError: socket hang up; run the command again, which goes on from what it finds`,
        ],
        [`${associate} dropped after`, `${associate} dropped after`],
        [`orders-${instance}`],
        [`instance-profiles-${stack}-orders`],
      ],
    );
  }

  it("is made good by the next update where every answer was lost", async () => {
    await loses();
    await succeeds("up", []);
    assert.deepEqual(changes(), []);
    await agree(["orders"]);
  });

  it("leaves nothing behind after destroy, and shows no credential and no note of the SDK", async () => {
    const state = await project.pulumiOrFail("stack", "export", "--show-secrets", "--stack", stack);
    await succeeds("destroy", trouble(disassociate, failed));
    assert.deepEqual(await profilesOn(instance), []);
    assert.deepEqual(await heldByStack(stack), { roles: [], profiles: [], policies: [], templates: [] });
    assert.deepEqual(
      [state, ...outputs].filter((text) => text.includes(secretKey) || text.includes("NodeVersion")),
      [],
    );
  });

  it("leaves nothing behind where every answer was lost and the stack is destroyed then", async () => {
    await loses();
    await succeeds("destroy", []);
    assert.deepEqual(await profilesOn(instance), []);
  });
});
