import assert from "node:assert/strict";
import * as path from "node:path";
import { pulumiJson, reasonOf } from "../../operations/pulumi.ts";
import { temporaryFolder } from "../sandbox/temporaryFolder.ts";
import { fakePulumi } from "./fakePulumi.ts";

const diagnostics = (...messages: readonly (readonly [severity: string, message: string])[]) =>
  JSON.stringify({ steps: [], diagnostics: messages.map(([severity, message]) => ({ severity, message })) });

describe("why a command of Pulumi's failed", () => {
  for (const [name, said, reason] of [
    ["is what it says on stderr", { stdout: "", stderr: "error: no passphrase\n" }, "error: no passphrase"],
    [
      "is what it says on stderr beside empty JSON",
      { stdout: "{}", stderr: "error: no plugin\n" },
      "error: no plugin",
    ],
    [
      "is the errors in its JSON, without colours",
      {
        stdout: diagnostics(["warning", "old"], ["error", "<{%reset%}>no such bucket<{%reset%}>\n"]),
        stderr: "",
      },
      "no such bucket",
    ],
    [
      "is both where both say something",
      { stdout: diagnostics(["error", "no such bucket"]), stderr: "error: preview failed" },
      "no such bucket\nerror: preview failed",
    ],
    ["is what it prints where that is all", { stdout: "panic: nil\n", stderr: "" }, "panic: nil"],
    ["is unknown where it says nothing", { stdout: "", stderr: "" }, "it gave no reason"],
  ] as const)
    it(name, () => {
      assert.equal(reasonOf(said), reason);
    });

  it("shows no access key", () => {
    const key = ["AKIA", "Q3EGFXKRZ5T7NWLM"].join("");
    assert.ok(!reasonOf({ stdout: diagnostics(["error", `with ${key}`]), stderr: "" }).includes(key));
  });
});

describe("a command of Pulumi's", () => {
  const root = temporaryFolder();
  const outside = process.env.PATH;
  afterEach(() => {
    process.env.PATH = outside;
  });

  it("fails with the errors that it prints as JSON", async () => {
    const stdout = diagnostics(["error", "workloads.api.access[0]: got 1"]);
    process.env.PATH = fakePulumi(root(), { preview: { code: 255, stdout } });
    await assert.rejects(pulumiJson(root(), "dev", ["preview"]), {
      name: "Failure",
      message: '"pulumi preview --stack dev" ended with 255: workloads.api.access[0]: got 1',
    });
  });

  it("says in one sentence what to do where Pulumi is missing", async () => {
    process.env.PATH = path.join(root(), "empty");
    await assert.rejects(pulumiJson(root(), "dev", ["stack", "output"]), {
      name: "Failure",
      message:
        'the command "pulumi" is missing: install Pulumi (https://www.pulumi.com/docs/iac/download-install/) or add its folder to the PATH; for a stack of the sandbox put "instance-profiles sandbox exec --" in front',
    });
  });
});
