import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { capture, captureOrFail } from "../../commandLine/processes/run.ts";
import type { Review } from "../../operations/review/review.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { makeQueue } from "../../sandbox/proof/calls/sqs.ts";
import { clientsOf } from "../../sandbox/proof/clients.ts";
import { assumedCredentials } from "../../sandbox/proof/instance.ts";
import { dataEvent, eventFile } from "../../testing/cloudTrailEvents.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { rootClients } from "./inAws.ts";

const stack = "lean";
const roleArn = `arn:aws:iam::000000000000:role/instance-profiles/${stack}/instance-profiles-${stack}-sender`;

const config = `config:
  aws:region: eu-central-1
  instance-profiles:environment: scenario
  instance-profiles:workloads:
    # Sends orders on.
    sender:
      access:
        - sqs: { queue: review-orders, level: send } # in use
        # Was of use once.
        - sns: { topic: review-orders, level: publish }
      statements:
        - actions: ["sqs:TagQueue", "s3:CreateBucket"]
          resources: ["*"]
`;

describe("a review of a stack and its patch", () => {
  let project: EngineProject;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack(stack);
    writeFileSync(file(), readFileSync(file(), "utf8") + config);
    await up();
  });
  after(async () => {
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
    project.remove();
  });

  const file = () => path.join(project.folder, `Pulumi.${stack}.yaml`);
  const up = () => project.pulumiOrFail("up", "--yes", "--skip-preview", "--stack", stack);

  async function reviewed(format: string, ...options: readonly string[]) {
    const { environment } = await engineSandbox();
    const cli = path.join(projectFolder, "bin/main.mjs");
    const { code, stdout, stderr } = await capture(
      process.execPath,
      [cli, "review", "--stack", stack, "--format", format, ...options],
      { cwd: project.folder, env: environment },
    );
    assert.notEqual(code, 2, stderr);
    return { code, stdout };
  }

  /** The exit code, the verdict on the role, and what is proposed. */
  async function judged() {
    const { code, stdout } = await reviewed("json");
    const { workloads } = JSON.parse(stdout) as Review;
    return {
      code,
      verdicts: workloads.map(({ verdict }) => verdict),
      proposals: workloads.flatMap(({ proposals }) => proposals.map(({ at, got, want }) => [at, got, want])),
    };
  }

  async function send(): Promise<void> {
    const aws = await rootClients();
    const { url } = await makeQueue(aws, "review-orders");
    const credentials = await assumedCredentials(aws, roleArn, "i-0123456789abcdef0");
    const own = clientsOf((await engineSandbox()).endpoint, "eu-central-1", credentials);
    await own.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "order" }));
  }

  it("proposes nothing smaller for a role that was never used", async () => {
    assert.deepEqual(await judged(), { code: 1, verdicts: ["never used"], proposals: [] });
  });

  it("proposes to take away what was not used, once something was", async () => {
    await send();
    assert.deepEqual(await judged(), {
      code: 1,
      verdicts: ["could be smaller"],
      proposals: [
        ["workloads.sender.access[1]", "sns publish review-orders", "nothing"],
        ["workloads.sender.statements[0]", "sqs:TagQueue and s3:CreateBucket", "nothing"],
      ],
    });
  });

  it("writes a patch that git applies, after which the role still does its work and nothing is left to propose", async () => {
    const { stdout } = await reviewed("patch");
    const before = readFileSync(file(), "utf8");
    writeFileSync(path.join(project.folder, "review.patch"), stdout);
    await captureOrFail("applying the patch", "git", ["apply", "review.patch"], { cwd: project.folder });
    const [kept] = config.split("        # Was of use once.");
    assert.equal(readFileSync(file(), "utf8"), before.replace(config, kept ?? ""));
    await up();
    await send();
    assert.deepEqual(await judged(), { code: 0, verdicts: ["all in use"], proposals: [] });
  });

  it("says by the files of a trail what an entry was used for, and what was refused", async () => {
    const queueUrl = "https://sqs.eu-central-1.amazonaws.com/000000000000/review-orders";
    const common = { eventTime: new Date().toISOString(), recipientAccountId: "000000000000" };
    const refused = { ...common, errorCode: "AccessDenied", errorMessage: "Access Denied" };
    const events = [
      dataEvent(roleArn, "sqs", "SendMessage", { queueUrl }, common),
      dataEvent(
        roleArn,
        "sns",
        "Publish",
        { topicArn: "arn:aws:sns:eu-central-1:000000000000:ready" },
        refused,
      ),
    ];
    writeFileSync(path.join(project.folder, "trail.json"), eventFile(events));
    const { code, stdout } = await reviewed("json", "--days", "1", "--events", "trail.json");
    const [workload] = (JSON.parse(stdout) as Review).workloads;
    assert.deepEqual(
      {
        code,
        entries: workload?.events?.entries.map(({ at, calls }) => [at, calls]),
        refused: workload?.events?.refused.map(({ action, isDeclared }) => [action, isDeclared]),
      },
      { code: 1, entries: [["workloads.sender.access[0]", 1]], refused: [["sns:Publish", false]] },
    );
  });

  it("is a page for a browser, and text for an issue", async () => {
    const [html, markdown] = [await reviewed("html"), await reviewed("markdown")];
    assert.match(html.stdout, /^<!DOCTYPE html>[^]*Content-Security-Policy[^]*sender[^]*<\/html>\n?$/i);
    assert.match(markdown.stdout, /^\*\*1 role: 1 all in use\.\*\*[^]*`sender`/);
  });
});
