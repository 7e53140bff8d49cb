import assert from "node:assert/strict";
import { Progress } from "../../commandLine/progress.ts";
import { capture } from "../../commandLine/processes/run.ts";
import { environmentOf } from "../../bootstrap/githubTrust.ts";
import { stackNames } from "../../components/config/stackFiles.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { resolveActionlint } from "../../sandbox/toolchain/actionlint.ts";
import { versions } from "../../sandbox/toolchain/versions.ts";
import { resolveZizmor } from "../../sandbox/toolchain/zizmor.ts";
import { texts, workflows, type Job, type Step } from "./workflowFiles.ts";

const jobs = [...workflows].flatMap(([file, workflow]) =>
  Object.entries(workflow.jobs).map(([name, job]): [string, Job] => [`${file} ${name}`, job]),
);

const steps = jobs.flatMap(([name, job]) => (job.steps ?? []).map((step): [string, Step] => [name, step]));

/** The names of those of some things that a rule finds wrong. */
const wrong = <T>(things: readonly (readonly [string, T])[], isWrong: (thing: T) => boolean) =>
  things.filter(([, thing]) => isWrong(thing)).map(([name]) => name);

describe("the workflows", () => {
  it("pass actionlint", async () => {
    const actionlint = await resolveActionlint(new Progress());
    const files = [...workflows.keys()].map((file) => `.github/workflows/${file}`);
    const { code, stdout, stderr } = await capture(actionlint, ["-no-color", ...files], {
      cwd: projectFolder,
    });
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: "", stderr: "" });
  });

  it("have nothing above low that zizmor finds, but what is explained where it stands", async () => {
    const zizmor = await resolveZizmor(new Progress());
    const options = ["--offline", "--no-progress", "--quiet", "--color", "never", "--min-severity", "medium"];
    const { code, stdout, stderr } = await capture(zizmor, [...options, ".github"], { cwd: projectFolder });
    assert.equal(code, 0, stdout + stderr);
  });

  it("leave out of zizmor only these findings", () => {
    const ignored = [...texts].flatMap(([file, text]) =>
      Array.from(text.matchAll(/^\s*(\S+):.*# zizmor: ignore\[(.*)\]$/gm), ([, at, rule]) =>
        [file, at, rule].join(" "),
      ),
    );
    assert.deepEqual(ignored, [
      "workflows/rights.yml pull_request_target dangerous-triggers",
      "workflows/rights.yml workflow_run dangerous-triggers",
    ]);
  });

  it("are those of previews, rights, code scanning, deployments, verifications, reviews and fleets", () => {
    assert.deepEqual([...workflows.keys()].sort(), [
      "code-scanning.yml",
      "deploy-stack.yml",
      "deploy.yml",
      "fleet.yml",
      "observe.yml",
      "preview.yml",
      "review.yml",
      "rights.yml",
      "verify.yml",
    ]);
  });

  it("take actions of others by a whole commit, with its version beside it, the same everywhere", () => {
    const uses = [...texts].flatMap(([file, text]) =>
      Array.from(text.matchAll(/\buses: (.*)$/gm), ([, used = ""]): [string, string] => [file, used]),
    );
    const ofOthers = uses.map(([, used]) => used).filter((used) => !used.startsWith("./.github/"));
    assert.deepEqual(
      ofOthers.filter((used) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used)),
      [],
    );
    const names = new Set(ofOthers.map((used) => used.split("@")[0]));
    assert.equal(new Set(ofOthers).size, names.size);
  });

  it("take no action whose Node GitHub's runners have no more", () => {
    // The first major version of each action that runs on Node 24; its `action.yml` says so.
    const first: Readonly<Record<string, number>> = {
      "actions/cache": 5,
      "actions/checkout": 5,
      "actions/setup-go": 6,
      "actions/setup-node": 5,
      "actions/upload-artifact": 6,
      "aws-actions/configure-aws-credentials": 6,
      "github/codeql-action/upload-sarif": 4,
      "pulumi/actions": 7,
    };
    const used = [...texts.values()].flatMap((text) =>
      Array.from(text.matchAll(/\buses: ([^.@\s][^@\s]*)@\S+ # v(\d+)/g), ([, name = "", major]) => ({
        name,
        major: Number(major),
      })),
    );
    assert.deepEqual([...new Set(used.map(({ name }) => name))].sort(), Object.keys(first));
    assert.deepEqual(
      used.filter(({ name, major }) => major < (first[name] ?? Infinity)),
      [],
    );
  });

  it("take the Node that the project names", () => {
    const wanted = [...texts.values()].flatMap((text) => text.match(/node-version.*/g) ?? []);
    assert.deepEqual([...new Set(wanted)], ["node-version-file: .node-version"]);
  });

  it("give nothing to a job that does not ask for it", () => {
    assert.deepEqual(
      [...workflows]
        .filter(([, { permissions }]) => JSON.stringify(permissions) !== "{}")
        .map(([file]) => file),
      [],
    );
    assert.deepEqual(
      wrong(jobs, ({ permissions }) => typeof permissions !== "object"),
      [],
    );
  });

  it("let only these jobs write or take an identity", () => {
    const writes = jobs.flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions)
        .filter(([, level]) => level !== "read")
        .map(([scope, level]) => `${name}: ${scope} ${level}`),
    );
    assert.deepEqual(writes.sort(), [
      "code-scanning.yml check: security-events write",
      "deploy-stack.yml deploy: id-token write",
      "deploy.yml dev: id-token write",
      "deploy.yml prod: id-token write",
      "deploy.yml staging: id-token write",
      "fleet.yml run: id-token write",
      "observe.yml observe: id-token write",
      "observe.yml observe: issues write",
      "preview.yml preview: id-token write",
      "review.yml review: id-token write",
      "review.yml review: issues write",
      "rights.yml comment: pull-requests write",
      "verify.yml verify: id-token write",
      "verify.yml verify: issues write",
    ]);
  });

  it("end every job in a time of their own", () => {
    assert.deepEqual(
      wrong(jobs, (job) => job.uses === undefined && typeof job["timeout-minutes"] !== "number"),
      [],
    );
  });

  it("run with the rights of the main branch for a pull request only in rights.yml", () => {
    assert.deepEqual(
      [...texts].filter(([, text]) => /pull_request_target|workflow_run/.test(text)).map(([file]) => file),
      ["workflows/rights.yml"],
    );
  });

  it("check out no commit of a pull request there, install nothing of it, and fill no cache", () => {
    const own = steps.filter(([name]) => name.startsWith("rights.yml "));
    assert.deepEqual(
      wrong(own, (step) => step.with?.["ref"] !== undefined || step.with?.["repository"] !== undefined),
      [],
    );
    assert.deepEqual(
      own.flatMap(([name, { uses }]) => (uses === undefined ? [] : [`${name}: ${uses.replace(/@.*/, "")}`])),
      [
        "rights.yml compare: actions/checkout",
        "rights.yml compare: actions/setup-node",
        "rights.yml compare: actions/upload-artifact",
        "rights.yml comment: actions/checkout",
      ],
    );
    const runs = own.flatMap(([name, { run }]) => (run === undefined ? [] : [`${name}: ${run.trim()}`]));
    assert.deepEqual(
      runs.filter((run) => /\b(npm|npx)\b/.test(run)),
      ["rights.yml compare: npm ci --ignore-scripts"],
    );
  });

  it("write a comment in a job that installs no package", () => {
    const writing = jobs.filter(([, { permissions = {} }]) => permissions["pull-requests"] === "write");
    assert.deepEqual(
      writing.flatMap(([, { steps: own = [] }]) =>
        own.map(({ uses, run = "" }) => uses?.split("@")[0] ?? run),
      ),
      [
        "actions/checkout",
        '.github/scripts/artifact.sh "$GITHUB_RUN_ID" comment comment.md > "$RUNNER_TEMP/comment.md"\n.github/scripts/comment.sh "$RUNNER_TEMP/comment.md"\n',
      ],
    );
  });

  it("give a token and a role only to jobs in an environment that a role of the bootstrap program trusts, or the fleet's", () => {
    const reaching = jobs.filter(
      ([, job]) => job.uses === undefined && /secrets\.|role-to-assume/.test(JSON.stringify(job)),
    );
    assert.deepEqual(
      reaching.map(
        ([name, { environment = "none" }]) => `${name}: ${environment.replace(/\$\{\{.*\}\}/, "dev")}`,
      ),
      [
        `deploy-stack.yml deploy: ${environmentOf("deploy", "dev")}`,
        "fleet.yml run: fleet",
        `observe.yml observe: ${environmentOf("observe", "dev")}`,
        `preview.yml preview: ${environmentOf("preview", "dev")}`,
      ],
    );
  });

  it("put no text of others into a script, but hand it over as a variable", () => {
    assert.deepEqual(
      wrong(steps, ({ run }) => run?.includes("${{") ?? false),
      [],
    );
  });

  it("leave no credentials in the folder", () => {
    const checkouts = steps.filter(([, { uses }]) => uses?.startsWith("actions/checkout@"));
    assert.ok(checkouts.length > 0);
    assert.deepEqual(
      wrong(checkouts, (step) => step.with?.["persist-credentials"] !== false),
      [],
    );
  });

  it("hold no key: AWS is reached by identity alone", () => {
    const secrets = [...texts.values()].flatMap((text) => text.match(/\bsecrets\.\w+/g) ?? []);
    assert.deepEqual([...new Set(secrets)], ["secrets.PULUMI_ACCESS_TOKEN"]);
  });

  it("never deploy from a cache that a pull request could have filled", () => {
    assert.doesNotMatch(texts.get("workflows/deploy-stack.yml") ?? "", /actions\/cache|actions\/tools/);
  });

  it("install the version of the Pulumi CLI that the tests run", () => {
    const wanted = steps.flatMap(([, step]) => step.with?.["pulumi-version"] ?? []);
    assert.ok(wanted.length > 0);
    assert.deepEqual([...new Set(wanted)], [versions.pulumi]);
  });

  it("deploy every stack that has a file, one after the other and never two at once", () => {
    const { jobs: deployments = {} } = workflows.get("deploy.yml") ?? {};
    assert.deepEqual(Object.keys(deployments).sort(), stackNames(projectFolder));
    const order = Object.values(deployments).map((job) => (job as { needs?: string }).needs);
    assert.deepEqual(order, [undefined, "dev", "staging"]);
    assert.deepEqual(workflows.get("deploy-stack.yml")?.jobs["deploy"]?.concurrency, {
      group: "deploy-${{ inputs.stack }}",
      "cancel-in-progress": false,
    });
  });
});
