import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { packFor } from "../../../../operations/fleet/work/policyPack.ts";
import { fleetStackOf } from "../../../../operations/fleet/stacks/stackFile.ts";
import { temporaryFolder } from "../../../sandbox/temporaryFolder.ts";

describe("the policy pack of a stack", () => {
  const root = temporaryFolder();
  const stack = fleetStackOf("prod-eu", "config: { instance-profiles:environment: dev }");
  const pack = (policyPack?: string) =>
    packFor(root(), { allowUnmanaged: false, ...(policyPack !== undefined && { policyPack }) }, stack);
  const written = (file: string, text: string) => {
    writeFileSync(path.join(root(), "pack", file), text);
  };
  const withSettings = (name: string) => ({
    policyPacks: [path.join(root(), "pack")],
    policyPackConfigs: [path.join(root(), "pack", "config", name)],
  });

  beforeEach(() => {
    mkdirSync(path.join(root(), "pack", "config"), { recursive: true });
    mkdirSync(path.join(root(), "plain"));
    for (const name of ["pack", "plain"]) writeFileSync(path.join(root(), name, "PulumiPolicy.yaml"), "");
  });

  it("is none where none is asked for", () => {
    assert.deepEqual(pack(), {});
  });

  it("has the settings that are called like the stack", () => {
    for (const name of ["prod-eu", "dev", "prod"]) written(`config/${name}.json`, "{}");
    written("stacks.json", '{"*": "prod"}');
    assert.deepEqual(pack("pack"), withSettings("prod-eu.json"));
  });

  it("has those that the first pattern names that takes the stack", () => {
    for (const name of ["dev", "prod"]) written(`config/${name}.json`, "{}");
    written("stacks.json", '{"prod": "dev", "prod-*": "prod", "*": "dev"}');
    assert.deepEqual(pack("pack"), withSettings("prod.json"));
  });

  it("has none where the pack has no folder for it", () => {
    assert.deepEqual(pack("plain"), { policyPacks: [path.join(root(), "plain")] });
  });

  const none =
    'stack "prod-eu" has no settings of the policy pack: add pack/config/prod-eu.json, as {} for the defaults of the pack, or name those of others in pack/stacks.json, as {"prod-eu": "prod"}';
  const want = 'want patterns of stacks with settings, as {"prod-*": "prod"}';
  for (const { name, shared, message } of [
    { name: "there are none, though its file says dev", shared: undefined, message: none },
    { name: "no pattern takes the stack", shared: '{"prod": "dev"}', message: none },
    {
      name: "a pattern names settings that are not there",
      shared: '{"prod-*": "prod"}',
      message:
        'pack/stacks.json: stack "prod-eu": got "prod", want the name of a file in pack/config, without .json',
    },
    { name: "stacks.json is no JSON", shared: "{", message: `pack/stacks.json: got no JSON, ${want}` },
    { name: "stacks.json is a list", shared: "[]", message: `pack/stacks.json: got no map, ${want}` },
    {
      name: "a name leads out of the folder",
      shared: '{"*": "../dev"}',
      message: `pack/stacks.json: got "../dev" for "*", ${want}`,
    },
    { name: "a name is a number", shared: '{"*": 1}', message: `pack/stacks.json: got 1 for "*", ${want}` },
  ])
    it(`is an error where ${name}`, () => {
      written("config/dev.json", "{}");
      if (shared !== undefined) written("stacks.json", shared);
      assert.throws(() => pack("pack"), { name: "Failure", message });
    });

  it("is an error where there is no pack", () => {
    assert.throws(() => pack("nowhere"), {
      name: "Failure",
      message: `--policy-pack "nowhere": there is no PulumiPolicy.yaml in ${path.join(root(), "nowhere")}: name the pack's folder`,
    });
  });
});
