import assert from "node:assert/strict";
import * as path from "node:path";
import { DeleteQueueCommand, PurgeQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { projectFolder } from "../../sandbox/paths.ts";
import { capture, type Captured } from "../../commandLine/processes/run.ts";
import { clientsOf } from "../../sandbox/proof/clients.ts";
import { makeQueue } from "../../sandbox/proof/calls/sqs.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { rootClients } from "./inAws.ts";

type Access = readonly Readonly<Record<string, Readonly<Record<string, string>>>>[];

const queue = "history-orders";
const send: Access = [{ sqs: { queue, level: "send" } }];
const sendReceive: Access = [{ sqs: { queue, level: "sendReceive" } }];
const withTable: Access = [...sendReceive, { dynamodb: { table: "orders", level: "read" } }];

const config = (access: Access) => ({
  "aws:region": "eu-central-1",
  "instance-profiles:environment": "history",
  "instance-profiles:workloads": { orders: { access } },
});

interface Shown {
  readonly policies: readonly {
    readonly policy: string;
    readonly gone: readonly string[];
    readonly versions: readonly {
      readonly id: string;
      readonly inForce: boolean;
      readonly since?: string;
      readonly madeBy?: { readonly number?: number; readonly message: string; readonly commit?: string };
      readonly changes: readonly { readonly kind: string; readonly resource: string }[];
    }[];
  }[];
}

describe("the policy history of a workload", () => {
  let project: EngineProject;
  let queueUrl: string;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack("history");
    for (const [access, message] of [
      [send, "Send orders"],
      [sendReceive, "Receive orders too"],
      [withTable, "Read the table"],
    ] as const) {
      project.configure("history", config(access));
      await project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", "history", "--message", message);
    }
    queueUrl = (await makeQueue(await rootClients(), queue)).url;
  });
  after(async () => {
    const { sqs } = await rootClients();
    await sqs.send(new PurgeQueueCommand({ QueueUrl: queueUrl }));
    await sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl }));
    project.remove();
  });

  async function operation(...args: string[]): Promise<Captured> {
    const { environment } = await engineSandbox();
    const file = (name: string) => path.join(projectFolder, name);
    const start = [file("bin/main.mjs")];
    return capture(process.execPath, [...start, ...args], { cwd: project.folder, env: environment });
  }

  const rollback = (...args: string[]) => operation("rollback", "--stack", "history", "orders", ...args);

  /** Whether the role's own credentials, taken before, may receive a message. */
  async function receives(credentials: Parameters<typeof clientsOf>[2]): Promise<boolean> {
    const { endpoint } = await engineSandbox();
    const { sqs } = clientsOf(endpoint, "eu-central-1", credentials);
    try {
      await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 0 }));
      return true;
    } catch (error) {
      if (error instanceof Error && /AccessDenied/.test(error.name)) return false;
      throw error;
    }
  }

  async function inForce(): Promise<string | undefined> {
    const { stdout } = await operation("history", "--stack", "history", "orders", "--json");
    const [policy] = (JSON.parse(stdout) as Shown).policies;
    return policy?.versions.find((version) => version.inForce)?.id;
  }

  it("names the update that made each version, and what it changed", async () => {
    const { code, stdout } = await operation("history", "--stack", "history", "orders", "--json");
    const { policies } = JSON.parse(stdout) as Shown;
    const shown = policies.flatMap(({ versions, gone }) => [
      ...versions.map(({ id, inForce, since, madeBy, changes }) => [
        `${id}${inForce ? " in force" : ""} since ${since ?? "the start"}`,
        madeBy?.message,
        ...new Set(changes.map(({ kind, resource }) => `${kind} ${resource}`)),
      ]),
      gone,
    ]);
    assert.deepEqual(
      { code, shown },
      {
        code: 0,
        shown: [
          [
            "v3 in force since v2",
            "Read the table",
            "gains dynamodb table/orders",
            "gains dynamodb table/orders/index/*",
          ],
          ["v2 since v1", "Receive orders too", `gains sqs ${queue}`],
          ["v1 since the start", "Send orders", `gains sqs ${queue}`],
          [],
        ],
      },
    );
  });

  it("is text for people, with nothing but it on stdout", async () => {
    const { stdout, stderr } = await operation("history", "--stack", "history", "orders");
    assert.match(stdout, /^instance-profiles-history-orders\n● v3 {3}[\d-]+ [\d:]+ UTC {2}in force\n/);
    assert.match(stderr, /policy versions in AWS/);
  });

  it("refuses a rollback that nobody confirms", async () => {
    const { code, stderr } = await rollback("--to", "v1");
    assert.deepEqual(
      [code, stderr.split("\n").at(-2)],
      [
        1,
        "rollback: refused, nothing was changed: no terminal to confirm on; add --yes if a script means it",
      ],
    );
    assert.equal(await inForce(), "v3");
  });

  it("takes a right away with a rollback, which a refresh shows, and gives it back only where that is meant", async () => {
    const { sts } = await rootClients();
    const RoleArn =
      "arn:aws:iam::000000000000:role/instance-profiles/history/instance-profiles-history-orders";
    const { Credentials: taken } = await sts.send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: "i-0123456789abcdef0" }),
    );
    const credentials = {
      accessKeyId: taken?.AccessKeyId ?? "",
      secretAccessKey: taken?.SecretAccessKey ?? "",
      sessionToken: taken?.SessionToken ?? "",
    };
    assert.equal(await receives(credentials), true);

    const narrower = await rollback("--to", "v1", "--yes");
    assert.deepEqual([narrower.code, await inForce(), await receives(credentials)], [0, "v1", false]);
    assert.match(narrower.stdout, /- loses write, read on sqs history-orders/);

    const preview = ["preview", "--stack", "history", "--expect-no-changes"];
    const [unaware, aware] = [
      await project.pulumi(...preview),
      await project.pulumi(...preview, "--refresh"),
    ];
    assert.deepEqual([unaware.code === 0, aware.code === 0], [true, false], aware.stdout);

    const wider = await rollback("--to", "v2", "--yes");
    assert.deepEqual(
      [wider.code, wider.stderr.split("\n").at(-2), await inForce()],
      [
        1,
        "rollback: refused, nothing was changed: v2 grants more than v1, or may do so; add --allow-widening if that is meant",
        "v1",
      ],
    );
    const meant = await rollback("--to", "v2", "--yes", "--allow-widening");
    assert.deepEqual([meant.code, await inForce(), await receives(credentials)], [0, "v2", true]);
  });

  it("is put back by an update with a refresh", async () => {
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--refresh", "--stack", "history");
    assert.equal(await inForce(), "v4");
  });

  for (const [args, sentence] of [
    [
      ["rollback", "--stack", "history", "orders", "--to", "v9"],
      /^rollback: no version "v9" in AWS; there are v4 \(in force\), v3, v2, v1$/,
    ],
    [
      ["history", "--stack", "history", "order"],
      /^history: no workload "order" in stack "history"; did you mean "orders"\?; workloads are orders$/,
    ],
    [["history", "--stack", "nowhere", "orders"], /^history: the Pulumi backend has no stack "nowhere": /],
    [["history", "--stack", "history"], /^error: missing required argument 'workload'/],
  ] as const) {
    it(`ends with 2 and a sentence: ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await operation(...args);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
      assert.ok(
        stderr.split("\n").some((line) => sentence.test(line)),
        stderr,
      );
    });
  }

  it("leaves nothing to edit after a rollback to what the stack file declares", async () => {
    const { code, stdout } = await rollback("--to", "v3", "--yes");
    assert.deepEqual(
      [code, stdout.split("\n").slice(-3)],
      [
        0,
        [
          'Pulumi.history.yaml declares what v3 says already, so there is nothing to edit: "pulumi up --refresh --stack history"',
          "lets Pulumi know and leaves v3 in force.",
          "",
        ],
      ],
    );
    await project.pulumiOrFail("up", "--yes", "--skip-preview", "--refresh", "--stack", "history");
    assert.equal(await inForce(), "v3");
  });
});
