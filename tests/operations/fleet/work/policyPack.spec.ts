import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { packFor } from "../../../../operations/fleet/work/policyPack.ts";
import { fleetStackOf } from "../../../../operations/fleet/stacks/stackFile.ts";
import { temporaryFolder } from "../../../sandbox/temporaryFolder.ts";

describe("the policy pack of a stack", () => {
  const root = temporaryFolder();
  const stack = fleetStackOf("prod-eu", "config: { instance-profiles:environment: prod }");
  const pack = (policyPack?: string) =>
    packFor(root(), { allowUnmanaged: false, ...(policyPack !== undefined && { policyPack }) }, stack);

  beforeEach(() => {
    mkdirSync(path.join(root(), "pack", "config"), { recursive: true });
    mkdirSync(path.join(root(), "plain"));
    for (const name of ["pack", "plain"]) writeFileSync(path.join(root(), name, "PulumiPolicy.yaml"), "");
  });

  it("is none where none is asked for", () => {
    assert.deepEqual(pack(), {});
  });

  it("has the configuration of the stack's environment", () => {
    const config = path.join(root(), "pack", "config", "prod.json");
    writeFileSync(config, "{}");
    assert.deepEqual(pack("pack"), { policyPacks: [path.join(root(), "pack")], policyPackConfigs: [config] });
  });

  it("has none where the pack has no folder for it", () => {
    assert.deepEqual(pack("plain"), { policyPacks: [path.join(root(), "plain")] });
  });

  it("is an error where the environment has no configuration, which could be stricter than the default", () => {
    assert.throws(() => pack("pack"), {
      name: "Failure",
      message:
        'stack "prod-eu" is of environment "prod", and pack/config has no prod.json: add one, as {} for the defaults of the pack',
    });
  });

  it("is an error where there is no pack", () => {
    assert.throws(() => pack("nowhere"), {
      name: "Failure",
      message: `--policy-pack "nowhere": there is no PulumiPolicy.yaml in ${path.join(root(), "nowhere")}: name the pack's folder`,
    });
  });
});
