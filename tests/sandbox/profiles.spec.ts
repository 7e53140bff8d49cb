import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { sandboxFolder } from "../../sandbox/paths.ts";
import { profilesIn, writeProfiles } from "../../sandbox/profiles.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

describe("profiles inside the sandbox", () => {
  const root = temporaryFolder();

  for (const [name, text, found] of [
    ["a stack file", "config:\n  aws:profile: company\n", ["company"]],
    ["a name in quotes with a space", 'config:\n  aws:profile: "my company"\n', ["my company"]],
    ["a project file, with a default", "config:\n  aws:profile:\n    value: company\n", ["company"]],
    ["flow style", "{config: {aws:profile: company}}", ["company"]],
    ["a secret", "config:\n  aws:profile:\n    secure: v1:abc\n", []],
    ["a name that would end the section", 'config:\n  aws:profile: "a]\\n[b"\n', []],
    ["no configuration", "name: shop\n", []],
    ["an empty file", "", []],
    ["no YAML", "config: [", []],
  ] as const)
    it(`are found in ${name}`, () => {
      assert.deepEqual(profilesIn([text]), found);
    });

  it("are the embedded AWS's root, each once", () => {
    const folder = sandboxFolder(path.join(root(), ".sandbox"));
    mkdirSync(folder.root);
    const texts = {
      "": "name: shop\n",
      ".dev": "config:\n  aws:profile: b\n",
      ".prod": "config:\n  aws:profile: a\n",
      ".qa": "config:\n  aws:profile: b\n",
    };
    for (const [stack, text] of Object.entries(texts))
      writeFileSync(path.join(root(), `Pulumi${stack}.yaml`), text);
    writeProfiles(root(), folder);
    const keys = "aws_access_key_id = test\naws_secret_access_key = test\n";
    assert.equal(readFileSync(folder.awsCredentials, "utf8"), `[a]\n${keys}\n[b]\n${keys}`);
  });
});
