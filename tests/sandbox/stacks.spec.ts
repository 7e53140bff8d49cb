import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { sandboxFolder } from "../../sandbox/paths.ts";
import { stackNames } from "../../components/config/stackFiles.ts";
import { lendSalt, takeBackSalt, requireYaml } from "../../sandbox/stacks.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const salt = "v1:c2FsdA==:v1:nonce:text";
const lentLine = `encryptionsalt: ${salt} # lent by the sandbox while it runs\n`;
const texts: Readonly<Record<string, string>> = {
  dev: "# Development\nconfig:\n  aws:region: eu-central-1\n",
  "with-salt": "encryptionsalt: v1:own\nconfig:\n  a:b: 1\n",
  "with-key": "secretsprovider: awskms://alias/x\nencryptedkey: abc\nconfig: {}\n",
  "last-line-open": "config: {}",
  windows: "config:\r\n  a:b: 1\r\n",
  empty: "",
  marked: "\uFEFF---\nconfig: {}\n",
  completed: "# yaml-language-server: $schema=./s.json\nconfig: {}\n",
};

describe("the files that the sandbox lends its salt", () => {
  for (const [files, isTaken] of [
    [["Pulumi.yaml", "Pulumi.dev.yaml"], true],
    [["Pulumi.yaml", "Pulumi.json"], false],
    [["Pulumi.yml"], false],
  ] as const)
    it(`are ${isTaken ? "" : "not "}those of ${files.join(" and ")}`, () => {
      const look = () => {
        requireYaml(files);
      };
      if (isTaken) look();
      else assert.throws(look, /^Failure: Pulumi\.(json|yml) makes Pulumi read stack files that end with/);
    });
});

describe("salt in the stack files", () => {
  const root = temporaryFolder();
  const project = () => path.join(root(), "project");
  const folder = () => sandboxFolder(path.join(root(), "sandbox"));
  const file = (stack: string) => path.join(project(), `Pulumi.${stack}.yaml`);
  const read = (stack: string) => readFileSync(file(stack), "utf8");
  const readAll = () => Object.fromEntries(stackNames(project()).map((stack) => [stack, read(stack)]));
  const lend = () => {
    lendSalt(project(), folder(), salt);
  };
  const takeBack = () => {
    takeBackSalt(project(), folder());
  };
  const register = (pid: number) => {
    writeFileSync(path.join(folder().root, "running", String(pid)), "");
  };

  beforeEach(() => {
    for (const below of [project(), folder().scratch]) mkdirSync(below, { recursive: true });
    writeFileSync(path.join(project(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    for (const [stack, text] of Object.entries(texts)) {
      writeFileSync(file(stack), text);
      writeFileSync(path.join(folder().scratch, `Pulumi.${stack}.yaml`), `encryptionsalt: ${salt}\n`);
    }
  });

  it("knows the stacks of a project by their files", () => {
    assert.deepEqual(stackNames(project()), Object.keys(texts).sort());
  });

  it("is lent to every file, below the line by which editors find the schema, and what a file says of secrets of its own is a comment meanwhile", () => {
    lend();
    const own = "# while the sandbox runs: ";
    assert.deepEqual(readAll(), {
      dev: `${lentLine}${texts.dev ?? ""}`,
      "with-salt": `${lentLine}${own}encryptionsalt: v1:own\nconfig:\n  a:b: 1\n`,
      "with-key": `${lentLine}${own}secretsprovider: awskms://alias/x\n${own}encryptedkey: abc\nconfig: {}\n`,
      "last-line-open": `${lentLine}config: {}`,
      windows: `${lentLine}config:\r\n  a:b: 1\r\n`,
      marked: `\uFEFF---\n${lentLine}config: {}\n`,
      empty: lentLine,
      completed: `# yaml-language-server: $schema=./s.json\n${lentLine}config: {}\n`,
    });
  });

  it("leaves every file byte for byte as it was, and no other file", () => {
    const before = readdirSync(project());
    lend();
    takeBack();
    assert.deepEqual([readAll(), readdirSync(project())], [texts, before]);
  });

  it("leaves the mode of a file as it was", () => {
    chmodSync(file("dev"), 0o600);
    lend();
    const lent = statSync(file("dev")).mode & 0o777;
    takeBack();
    assert.deepEqual([lent, statSync(file("dev")).mode & 0o777], [0o600, 0o600]);
  });

  it("leaves a file that is a symbolic link one", () => {
    renameSync(file("dev"), path.join(root(), "elsewhere.yaml"));
    symlinkSync(path.join(root(), "elsewhere.yaml"), file("dev"));
    lend();
    takeBack();
    assert.deepEqual([lstatSync(file("dev")).isSymbolicLink(), read("dev")], [true, texts.dev]);
  });

  it("is lent once, however many commands borrow it", () => {
    lend();
    const lent = readAll();
    lend();
    assert.deepEqual(readAll(), lent);
  });

  it("stays while another command runs", () => {
    lend();
    register(process.ppid);
    const lent = readAll();
    takeBack();
    assert.deepEqual(readAll(), lent);
  });

  it("does not stay for a command that was killed", () => {
    lend();
    register(spawnSync("true").pid);
    takeBack();
    assert.deepEqual(readAll(), texts);
  });

  it("is taken back after a command that was killed before it could", () => {
    lend();
    renameSync(
      path.join(folder().root, "running", String(process.pid)),
      path.join(folder().root, "running", String(spawnSync("true").pid)),
    );
    lend();
    takeBack();
    assert.deepEqual(readAll(), texts);
  });

  describe("in a copy that was made meanwhile", () => {
    const other = () => sandboxFolder(path.join(root(), "another"));

    beforeEach(() => {
      lend();
      mkdirSync(other().scratch, { recursive: true });
    });

    it("is taken back, though the copy's own sandbox knows nothing of it", () => {
      takeBackSalt(project(), other());
      assert.deepEqual(readAll(), texts);
    });

    it("gives way to the salt of the copy's own sandbox, and goes with it", () => {
      const own = "v1:b3du:v1:nonce:text";
      for (const stack of Object.keys(texts))
        writeFileSync(path.join(other().scratch, `Pulumi.${stack}.yaml`), `encryptionsalt: ${own}\n`);
      const before = readAll();
      lendSalt(project(), other(), own);
      assert.deepEqual(
        readAll(),
        Object.fromEntries(Object.entries(before).map(([stack, text]) => [stack, text.replace(salt, own)])),
      );
      takeBackSalt(project(), other());
      assert.deepEqual(readAll(), texts);
    });
  });

  it("is taken back where Pulumi has written the file anew, without comments behind a line", () => {
    lend();
    writeFileSync(file("dev"), read("dev").replace(lentLine, `encryptionsalt: ${salt}\n`));
    takeBack();
    assert.deepEqual(readAll(), texts);
  });

  it("leaves alone what the user wrote meanwhile", () => {
    lend();
    writeFileSync(file("dev"), `${read("dev").replace("# Development", "# Changed")}  a:b: 2\n`);
    writeFileSync(file("added"), "config: {}\n");
    takeBack();
    assert.deepEqual(readAll(), {
      ...texts,
      dev: "# Changed\nconfig:\n  aws:region: eu-central-1\n  a:b: 2\n",
      added: "config: {}\n",
    });
  });

  it("leaves alone a salt that the user put in its place meanwhile", () => {
    lend();
    writeFileSync(file("dev"), "encryptionsalt: v1:new\nconfig: {}\n");
    takeBack();
    assert.deepEqual(readAll(), { ...texts, dev: "encryptionsalt: v1:new\nconfig: {}\n" });
  });
});
