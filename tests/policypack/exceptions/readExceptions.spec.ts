import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { policies } from "../../../policypack/policies/index.ts";
import { readExceptions } from "../../../policypack/exceptions/readExceptions.ts";

const names = policies.map(({ name }) => name);

describe("reading exceptions.yaml", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), "exceptions-"))));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const read = (text: string) => {
    const file = path.join(folder, "exceptions.yaml");
    writeFileSync(file, text);
    return readExceptions(file, names);
  };

  it("takes a file that is missing, empty or all comments for no exceptions", async () => {
    const none = await Promise.all([
      readExceptions(path.join(folder, "missing.yaml"), names),
      read(""),
      read("# none\n"),
      read("[]\n"),
    ]);
    assert.deepStrictEqual(
      none.map((exceptions) => [exceptions.problems, exceptions.unused("urn:")]),
      none.map(() => [[], []]),
    );
  });

  it("takes the file of this pack, which holds none", async () => {
    const exceptions = await readExceptions(
      path.resolve(import.meta.dirname, "../../../policypack/exceptions.yaml"),
      names,
    );
    assert.deepStrictEqual([exceptions.problems, exceptions.unused("urn:")], [[], []]);
  });

  it("reads a date without quotes", async () => {
    const exceptions = await read(
      [
        "- policy: require-imdsv2",
        "  urn: urn:pulumi:dev::shop::aws:ec2/instance:Instance::legacy",
        "  finding: 'metadataOptions.httpTokens: got \"optional\"'",
        "  reason: The old agent speaks IMDSv1 only",
        "  expires: 2027-12-31",
      ].join("\n"),
    );
    assert.deepStrictEqual(
      [exceptions.problems, exceptions.unused("urn:pulumi:dev::shop::").map(({ expires }) => expires)],
      [[], ["2027-12-31"]],
    );
  });

  it("names what is wrong with text that is no YAML, and excuses nothing", async () => {
    const { problems } = await read("- policy: [\n");
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", /^want YAML, but Flow sequence .+ at line 2, column 1:$/);
  });
});
