import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { writePack } from "../../../operations/buildPolicyPack/command.ts";
import { type BuiltPack, builtPack, packManifest } from "../../../operations/buildPolicyPack/packFiles.ts";
import { projectFolder } from "../../../sandbox/paths.ts";

const files = [
  "LICENSE",
  "LICENSES-of-packages.txt",
  "PulumiPolicy.yaml",
  "README.md",
  "config/dev.json",
  "config/prod.json",
  "config/schema.json",
  "config/staging.json",
  "exceptions.yaml",
  "index.js",
  "package.json",
];

const manifest = { name: "pack", version: "1.2.3", description: "A pack", license: "Apache-2.0" };

describe("the policy pack that is built", () => {
  let pack: BuiltPack;
  before(async () => (pack = await builtPack(projectFolder)));

  it("holds its program in one file, and nothing of iam/ or secrets/ beside it", () => {
    assert.deepEqual([...pack.files.keys()], files);
  });

  it("imports what its package.json names, in the versions of the project, and no file", () => {
    const { dependencies } = JSON.parse(pack.files.get("package.json") ?? "") as {
      dependencies: Record<string, string>;
    };
    const required = Array.from(
      (pack.files.get("index.js") ?? "").matchAll(/\brequire\("([^"]+)"\)/g),
      ([, name]) => name ?? "",
    );
    const packages = required
      .filter((name) => name.startsWith("@"))
      .map((name) => name.split("/", 2).join("/"));
    const project = JSON.parse(readFileSync(path.join(projectFolder, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    assert.deepEqual([...new Set(packages)].sort(), Object.keys(dependencies));
    assert.deepEqual(
      required.filter((name) => name.startsWith(".")),
      [],
    );
    for (const [name, version] of Object.entries(dependencies))
      assert.equal(version, project.dependencies[name], name);
  });

  it("brings the licences of the packages in it", () => {
    const titles = Array.from(
      (pack.files.get("LICENSES-of-packages.txt") ?? "").matchAll(/^---\n\n(\S+) [\d.]+$/gm),
      ([, name]) => name,
    );
    assert.deepEqual(titles, ["yaml", "zod"]);
  });

  it("is the same, byte for byte, when it is built again", async () => {
    assert.deepEqual(await builtPack(projectFolder), pack);
  });

  it("refuses a package that the project does not pin", () => {
    assert.throws(() => packManifest(manifest, manifest, ["@pulumi/policy"]), {
      message: "the pack needs @pulumi/policy: got no such dependency in package.json, want its version",
    });
  });

  describe("is written", () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "pack-"))));
    afterEach(() => {
      rmSync(folder, { recursive: true });
    });

    it("into an empty folder, and over an earlier build, where installed packages stay", () => {
      writePack(folder, pack);
      mkdirSync(path.join(folder, "node_modules"));
      writeFileSync(path.join(folder, "index.js"), "old");
      writePack(folder, pack);
      assert.equal(readFileSync(path.join(folder, "index.js"), "utf8"), pack.files.get("index.js"));
      assert.deepEqual(
        readdirSync(folder).sort(),
        [...new Set([...files.map((file) => file.split("/")[0]), "node_modules"])].sort(),
      );
    });

    const others: readonly [what: string, name: string, text: string][] = [
      ["anything else", "notes.txt", "mine"],
      ["the pack's own sources", "package.json", JSON.stringify({ name: "instance-profiles-policypack" })],
    ];
    for (const [what, name, text] of others)
      it(`never over ${what}`, () => {
        writeFileSync(path.join(folder, name), text);
        assert.throws(
          () => {
            writePack(folder, pack);
          },
          {
            message: `${folder} holds other files than an earlier build: name an empty folder with --out`,
          },
        );
        assert.deepEqual(readdirSync(folder), [name]);
      });
  });
});
