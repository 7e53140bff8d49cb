import assert from "node:assert/strict";
import { copyFileSync, existsSync, readdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Emulator } from "../../sandbox/emulator/emulator.ts";
import { ClonedProject, outcomeOf } from "../../testing/clonedProject.ts";

describe("sandbox commands", () => {
  let clone: ClonedProject;
  let files: Record<string, string>;

  before(() => {
    clone = new ClonedProject();
    files = clone.stackFiles();
  });
  after(async () => {
    await clone.run(["down"]);
    clone.remove();
  });
  afterEach(() => {
    const lent = existsSync(clone.sandbox.running) && readdirSync(clone.sandbox.running).length > 0;
    if (!lent) assert.deepEqual(clone.stackFiles(), files, "stack files are as they were");
  });

  describe("exec", () => {
    for (const { script, code } of [
      { script: "echo out; echo err >&2", code: 0 },
      { script: "echo out; exit 7", code: 7 },
      { script: "echo out; kill -TERM $$", code: 128 + 15 },
    ]) {
      it(`prints what "${script}" prints and ends with ${code}`, async () => {
        const { stdout, ...ended } = await clone.run(["exec", "--", "sh", "-c", script]);
        assert.deepEqual([stdout, ended.code], ["out\n", code], ended.stderr);
      });
    }

    it("passes options on to the command", async () => {
      const { stdout } = await clone.run(["exec", "echo", "--json", "-s", "--help"]);
      assert.equal(stdout, "--json -s --help\n");
    });

    it("runs where npm was called", async () => {
      const { stdout } = await clone.run(["exec", "pwd"], { INIT_CWD: realpathSync(tmpdir()) });
      assert.equal(stdout, `${realpathSync(tmpdir())}\n`);
    });

    it("runs from another folder through npm, and stdout is the command's only", async () => {
      const args = [
        "run",
        "--silent",
        "--prefix",
        clone.folder,
        "sandbox:exec",
        "--",
        "sh",
        "-c",
        'pwd; echo "$1"',
        "sh",
        "a b",
      ];
      const env = { ...process.env, INIT_CWD: undefined };
      const { code, stdout, stderr } = await outcomeOf(spawn("npm", args, { cwd: tmpdir(), env }));
      assert.deepEqual([code, stdout], [0, `${realpathSync(tmpdir())}\na b\n`], stderr);
    });

    it("shows the command the sandbox and nothing of the user's accounts", async () => {
      const { stdout } = await clone.run(["exec", "env"], {
        AWS_PROFILE: "company",
        PULUMI_ACCESS_TOKEN: "pul-1",
      });
      const inside = new Map(
        stdout.split("\n").map((line) => {
          const [name = "", ...value] = line.split("=");
          return [name, value.join("=")];
        }),
      );
      const emulator = await clone.emulator();
      assert.deepEqual(
        ["PULUMI_BACKEND_URL", "AWS_ENDPOINT_URL", "AWS_PROFILE", "PULUMI_ACCESS_TOKEN"].map((name) =>
          inside.get(name),
        ),
        [`file://${clone.sandbox.state}?metadata=skip`, emulator?.endpoint, undefined, undefined],
      );
      assert.match(emulator?.endpoint ?? "", /^http:\/\/127\.0\.0\.1:\d+$/);
    });

    it("says in a sentence that there is no such command", async () => {
      const { code, stdout, stderr } = await clone.run(["exec", "no-such-command"]);
      assert.deepEqual([code, stdout, stderr], [2, "", "sandbox: command not found: no-such-command\n"]);
    });

    it("previews a stack, with a proxy in the user's environment too", async () => {
      const proxy = "http://127.0.0.1:9";
      const { code, stdout, stderr } = await clone.run(
        ["exec", "pulumi", "preview", "-s", "dev", "--non-interactive"],
        { http_proxy: proxy, https_proxy: proxy },
      );
      assert.equal(code, 0, stdout + stderr);
    });
  });

  describe("with a mistake in the call", () => {
    for (const { args, says } of [
      {
        args: ["up", "--stack", "nope"],
        says: 'sandbox: no stack "nope": there is no Pulumi.nope.yaml; stacks are dev, prod, staging\n',
      },
      { args: ["u"], says: "error: unknown command 'u'\n(Did you mean up?)\n(add --help for the usage)\n" },
      {
        args: ["up", "--stak", "dev"],
        says: "error: unknown option '--stak'\n(Did you mean --stack?)\n(add --help for the usage)\n",
      },
      { args: ["exec"], says: "error: missing required argument 'command'\n(add --help for the usage)\n" },
      {
        args: ["bench", "preview", "none"],
        says: "error: command-argument value 'none' is invalid for argument 'rounds'. want whole numbers from 1, or --tables alone.\n(add --help for the usage)\n",
      },
    ]) {
      it(`says what is wrong with "${args.join(" ")}"`, async () => {
        assert.deepEqual(await clone.run(args), { code: 2, stdout: "", stderr: says });
      });
    }

    for (const args of [["--help"], ["up", "--help"], ["exec", "--help"], ["down", "--help"]]) {
      it(`explains itself with "${args.join(" ")}"`, async () => {
        const { code, stdout, stderr } = await clone.run(args);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.match(stdout, /^Usage: instance-profiles sandbox/);
      });
    }
  });

  describe("without what it is built with", () => {
    const remedies = [
      {
        name: "Go",
        before: ["down"],
        says: /^sandbox: Go is not installed, and pulumi \S+ has to be built: install Go .*, or put the tool on PATH\n$/,
      },
      {
        name: "Python",
        before: ["exec", "true"],
        says: /^ {2}the embedded AWS has ended, .*\nsandbox: Python 3\.10 or newer with the venv module is not installed, .*: install python3 .*\n$/,
      },
    ];
    for (const { name, before: command, says } of remedies) {
      it(`names the remedy where there is no ${name}, and downloads nothing`, async () => {
        await clone.run(command);
        const emulator = await clone.emulator();
        if (emulator) process.kill(emulator.pid, "SIGKILL");
        copyFileSync(path.join(import.meta.dirname, "offline.mjs"), path.join(clone.folder, "offline.mjs"));
        const empty = path.join(clone.folder, "empty");
        const { code, stdout, stderr } = await clone.run(["exec", "true"], {
          NODE_OPTIONS: "--import=./offline.mjs",
          PATH: empty,
          XDG_CACHE_HOME: empty,
        });
        assert.deepEqual([code, stdout, existsSync(empty)], [2, "", false]);
        assert.match(stderr, says);
      });
    }
  });

  describe("in a copy of the folder, made while a command runs in it", () => {
    let command: ChildProcess;
    let ended: Promise<unknown>;
    let copy: ClonedProject;
    let original: Emulator | undefined;

    before(async () => {
      command = clone.start(["exec", "sh", "-c", "echo started; exec sleep 600"]);
      ended = outcomeOf(command);
      assert.ok(command.stdout);
      await once(command.stdout, "data");
      original = await clone.emulator();
      copy = new ClonedProject(clone);
    });
    after(async () => {
      await copy.run(["down"]);
      copy.remove();
      command.kill("SIGTERM");
      await ended;
    });

    it("find no AWS of their own there", async () => {
      assert.ok(original);
      assert.notDeepEqual(copy.stackFiles(), files);
      assert.equal(await copy.emulator(), undefined);
    });

    it("start one, say so, and give the stack files back", async () => {
      const { code, stdout, stderr } = await copy.run(["exec", "sh", "-c", 'echo "$AWS_ENDPOINT_URL"']);
      assert.equal(code, 0, stderr);
      assert.ok(
        stderr.includes(
          `this folder is a copy of ${clone.folder}, whose sandbox is left alone: starting one of its own\n`,
        ),
        stderr,
      );
      const own = await copy.emulator();
      assert.equal(stdout.trim(), own?.endpoint);
      assert.notEqual(own?.endpoint, original?.endpoint);
      assert.deepEqual(copy.stackFiles(), files);
    });

    it("end their own alone", async () => {
      assert.deepEqual(await copy.run(["down"]), {
        code: 0,
        stdout: "the sandbox is stopped and removed\n",
        stderr: "",
      });
      assert.deepEqual(await clone.emulator(), original);
    });

    it("end none where they started none", async () => {
      const another = new ClonedProject(clone);
      const { code, stdout } = await another.run(["down"]);
      assert.deepEqual(
        [code, stdout, another.stackFiles(), await clone.emulator()],
        [0, "the sandbox was not running; its state is removed\n", files, original],
      );
      another.remove();
    });
  });

  it("end in one sentence where SANDBOX_AWS_ENDPOINT leads to nobody, and build nothing first", async () => {
    const empty = path.join(clone.folder, "empty");
    const { code, stdout, stderr } = await clone.run(["up"], {
      SANDBOX_AWS_ENDPOINT: "http://127.0.0.1:9",
      XDG_CACHE_HOME: empty,
    });
    assert.deepEqual(
      [code, stdout, stderr, existsSync(empty)],
      [
        2,
        "",
        'sandbox: SANDBOX_AWS_ENDPOINT is "http://127.0.0.1:9": nothing listens there; start an embedded AWS there, or unset SANDBOX_AWS_ENDPOINT to use the sandbox\'s own\n',
        false,
      ],
    );
  });

  describe("down", () => {
    it("stops the embedded AWS and removes everything, however often", async () => {
      await clone.run(["exec", "true"]);
      const emulator = await clone.emulator();
      const first = await clone.run(["down"]);
      const left = readdirSync(clone.sandbox.root);
      const second = await clone.run(["down"]);
      assert.deepEqual(
        [emulator !== undefined, first, left, second],
        [
          true,
          { code: 0, stdout: "the sandbox is stopped and removed\n", stderr: "" },
          [],
          { code: 0, stdout: "the sandbox was not running; its state is removed\n", stderr: "" },
        ],
      );
    });
  });
});
