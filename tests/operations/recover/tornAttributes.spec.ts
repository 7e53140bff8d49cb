import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { removeTornAttributes } from "../../../operations/recover/tornAttributes.ts";

describe("empty files of attributes", () => {
  const root = mkdtempSync(path.join(tmpdir(), "torn-"));
  const stacks = path.join(root, ".pulumi", "stacks", "shop");
  before(() => {
    mkdirSync(stacks, { recursive: true });
    for (const [file, text] of Object.entries({
      "dev.json": "",
      "dev.json.attrs": "",
      "dev.json.bak.attrs": "{}",
      "develop.json.attrs": "",
    }))
      writeFileSync(path.join(stacks, file), text);
  });
  after(() => {
    rmSync(root, { recursive: true });
  });

  it("are removed of one stack, and nothing else", () => {
    const torn = path.join(stacks, "dev.json.attrs");
    assert.deepEqual(removeTornAttributes(`file://${root}?no_tmp_dir=true`, "dev"), [torn]);
    assert.deepEqual(readdirSync(stacks).sort(), ["dev.json", "dev.json.bak.attrs", "develop.json.attrs"]);
    assert.deepEqual(removeTornAttributes(`file://${root}`, "dev"), []);
  });

  it("are not looked for in other backends", () => {
    assert.deepEqual(removeTornAttributes("s3://states", "dev"), []);
  });
});
