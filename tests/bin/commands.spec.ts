import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import type { Command } from "commander";
import { commands, programFor } from "../../bin/commands.ts";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolderOf } from "../../commandLine/projectFolder.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { temporaryFolder } from "../sandbox/temporaryFolder.ts";

const entry = path.join(projectFolder, "bin", "main.mjs");
const call = (cwd: string, ...args: string[]) => capture(process.execPath, [entry, ...args], { cwd });

const leaves = (command: Command): Command[] =>
  command.commands.length > 0 ? command.commands.flatMap(leaves) : [command];

/** What a command writes as its help, with what is added behind it. */
function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}

describe("the one command line", () => {
  for (const [name, { description }] of Object.entries(commands))
    it(`says of ${name} in its list what the command says of itself, and in each help what its exit codes mean`, async () => {
      const loaded = (await programFor(name, projectFolder)).commands.find((one) => one.name() === name);
      assert.ok(loaded);
      assert.equal(loaded.description(), description);
      for (const leaf of leaves(loaded)) assert.match(helpOf(leaf), /\nExit code: .*\b2 /);
    });

  it("lists every command of the project", async () => {
    const { code, stdout, stderr } = await call(projectFolder, "--help");
    assert.deepEqual([code, stderr], [0, ""]);
    const listed = Array.from(stdout.matchAll(/^ {2}([a-z]+) /gm), ([, name]) => name);
    assert.deepEqual(listed, [...Object.keys(commands), "help"]);
  });

  it("shows its help on stderr and ends with 2 where no command is named", async () => {
    const { stdout: help } = await call(projectFolder, "--help");
    assert.deepEqual(await call(projectFolder), { code: 2, stdout: "", stderr: help });
  });

  for (const [args, says] of [
    [["verfy"], "error: unknown command 'verfy'\n(Did you mean verify?)\n(add --help for the usage)\n"],
    [
      ["sandbox", "up", "--stak", "dev"],
      "error: unknown option '--stak'\n(Did you mean --stack?)\n(add --help for the usage)\n",
    ],
    [
      ["permissions", "show", "--stack", "dev", "--json", "--format", "html"],
      "permissions: --json and --format html say two things: leave one of them out\n",
    ],
  ] as const)
    it(`ends with 2 after "${args.join(" ")}"`, async () => {
      assert.deepEqual(await call(projectFolder, ...args), { code: 2, stdout: "", stderr: says });
    });

  it("takes --json as the short form of --format json", async () => {
    const show = ["permissions", "show", "--stack", "dev"];
    const [short, long] = [
      await call(projectFolder, ...show, "--json"),
      await call(projectFolder, ...show, "--format", "json"),
    ];
    assert.deepEqual([short.code, short], [0, long]);
  });

  it("loads no client of AWS for what needs none", async () => {
    const loaded = `
      const { commands } = await import(${JSON.stringify(path.join(projectFolder, "bin/commands.ts"))});
      for (const name of ["permissions", "workload"]) await commands[name].load(process.cwd());
      const { createRequire } = await import("node:module");
      const cache = Object.keys(createRequire(import.meta.url).cache);
      process.stdout.write(cache.filter((file) => /@aws-sdk|@smithy|automation/.test(file)).join("\\n"));`;
    const node = ["--input-type=module", "--eval", loaded];
    assert.deepEqual(await capture(process.execPath, node, { cwd: projectFolder }), {
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  describe("in a folder of a project", () => {
    const root = temporaryFolder();

    it("works on the project that the folder is in, and else on the folder", () => {
      const below = path.join(root(), "a", "b");
      execFileSync("mkdir", ["-p", below]);
      assert.equal(projectFolderOf(below), below);
      writeFileSync(path.join(root(), "Pulumi.yaml"), "name: shop\n");
      assert.equal(projectFolderOf(below), root());
    });
  });
});
