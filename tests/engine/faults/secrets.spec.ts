import assert from "node:assert/strict";
import * as path from "node:path";
import { brokenTexts } from "./secrets/brokenTexts.ts";
import { seededKeys } from "../../faults/secrets/keys.ts";
import { stackPlaces, userDataFile, workloadPlaces } from "./secrets/plainPlaces.ts";
import { withoutCopiedConfig, withoutDebugging, withoutOwnEvents } from "./secrets/pulumisOwn.ts";
import { pack, plain, plainRuns, secret, secretRuns } from "./secrets/runs.ts";
import { shownKeys } from "../../faults/secrets/search.ts";
import { boundaryIndex, plainConfig, secretPlaces, unusedIndex } from "./secrets/secretPlaces.ts";
import { SeededProject } from "./secrets/seededProject.ts";

const isFull = process.env.INSTANCE_PROFILES_FAULTS === "full";
const seed = process.env.INSTANCE_PROFILES_SEED ?? "forty keys";
const keys = seededKeys(seed, secretPlaces.length + workloadPlaces.length + stackPlaces.length);
const secretKeys = keys.slice(0, secretPlaces.length);
const plainKeys = keys.slice(secretPlaces.length);
const keyAt = (index: number) => keys[index] ?? assert.fail();

describe(`${keys.length} access keys wherever a user may put one, seed ${seed}`, () => {
  let project: SeededProject;
  const all = () => [...keys, project.ownKey];

  before(async () => {
    project = await SeededProject.create();
    await project.project.createStack(plain);
    const workloads = workloadPlaces.map(
      ([, workload], index) => [`workload-${index}`, workload(plainKeys[index] ?? assert.fail())] as const,
    );
    const settings = stackPlaces.map(([, values], index) =>
      values(plainKeys[workloadPlaces.length + index] ?? assert.fail()),
    );
    project.project.configure(plain, {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": { ...Object.fromEntries(workloads), [plainKeys[0]?.id ?? ""]: {} },
      ...Object.fromEntries(settings.flatMap((values) => Object.entries(values))),
    });
    const ofFile = workloadPlaces.findIndex(([place]) => place === "a file of user data");
    project.put("with-a-key.sh", userDataFile(plainKeys[ofFile] ?? assert.fail()));

    await project.project.createStack("broken-keys");
    await project.project.createStack(secret);
    project.project.configure(secret, plainConfig);
    for (const [index, place] of secretPlaces.entries()) {
      const set = ["config", "set", "--secret", "--path", place, keyAt(index).secret];
      const { code, stderr } = await project.pulumi(secret, ...set);
      assert.equal(code, 0, stderr);
    }
  });
  after(async () => {
    await project.project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", secret);
    await project.remove();
  });

  for (const [where, runs] of [
    ["in plain text", plainRuns],
    ["as secrets", secretRuns(keyAt(boundaryIndex).secret)],
  ] as const)
    for (const { title, code, run, searched } of runs.filter(({ full }) => isFull || full !== true))
      it(`are shown by no ${title}, where they stand ${where}`, async () => {
        const captured = await run(project);
        const { stderr } = captured;
        assert.equal(captured.code, code, captured.stdout.slice(-2000) + stderr.slice(-2000));
        const text = withoutDebugging((searched?.(captured) ?? captured.stdout) + stderr);
        assert.deepEqual(shownKeys(all(), text), []);
      });

  it("are in the state where they were marked as secrets, and only encrypted", async () => {
    const { stdout } = await project.pulumi(secret, "stack", "export", "--show-secrets");
    const readable = shownKeys(all(), stdout).map((shown) => shown.replace(/ as .*/, ""));
    const used = secretKeys.map((_, index) => index).filter((index) => index !== unusedIndex);
    assert.deepEqual(
      [...new Set(readable)],
      used.map((index) => `key ${index}`),
    );
  });

  it("are shown by history where they stand in a policy, since AWS holds policies in plain text", async () => {
    const { code, stdout, stderr } = await project.command("history", "--stack", secret, "orders");
    assert.equal(code, 0, stderr);
    const inPolicies = secretPlaces.flatMap((place, index) =>
      /access|statements/.test(place) ? [index] : [],
    );
    assert.deepEqual(
      shownKeys(all(), stdout + stderr),
      inPolicies.map((index) => `key ${index} as plain text`),
    );
  });

  it("are shown by no preview that the policy pack ends", async () => {
    const config = {
      ...plainConfig,
      "instance-profiles:workloads": { orders: { managedPolicies: ["AdministratorAccess"] } },
    };
    await project.project.createStack("refused-keys");
    project.project.configure("refused-keys", config);
    for (const index of [3, 4])
      await project.pulumi(
        "refused-keys",
        "config",
        "set",
        "--secret",
        "--path",
        secretPlaces[index] ?? "",
        keyAt(index).secret,
      );
    const { code, stdout, stderr, events } = await project.withEvents("refused-keys", "preview", ...pack);
    assert.deepEqual([code, /no-star-star-grants/.test(stdout)], [1, true], stderr);
    assert.deepEqual(shownKeys(all(), stdout + stderr + withoutOwnEvents(events)), []);
  });

  it("are in nothing that the runs leave behind, but for Pulumi's own copy of a configuration in plain text", () => {
    const found = project.leftBehind().flatMap(({ file, text }) => {
      const isPlainHistory = path.dirname(file).endsWith(plain) && file.endsWith(".history.json");
      const shown = shownKeys(all(), isPlainHistory ? withoutCopiedConfig(text) : text);
      return shown.map((key) => `${path.basename(file)}: ${key}`);
    });
    assert.deepEqual(found, []);
  });

  for (const { title, text, pulumiNames } of brokenTexts(keyAt(0)))
    it(`are shown by no command where the stack file has ${title}`, async () => {
      project.put("Pulumi.broken-keys.yaml", text);
      const runs = [
        project.command("permissions", "show", "--stack", "broken-keys"),
        project.command("workload", "add", "x", "--stack", "broken-keys", "--access", "sqs=orders:send"),
        project.command("verify", "--stack", "broken-keys"),
        ...(pulumiNames ? [] : [project.pulumi("broken-keys", "preview")]),
      ];
      const ended = await Promise.all(runs);
      assert.deepEqual(
        ended.map(({ code, stdout, stderr }) => [code === 0, shownKeys(all(), stdout + stderr)]),
        ended.map(() => [false, []]),
      );
    });
});
