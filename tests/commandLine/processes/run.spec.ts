import assert from "node:assert/strict";
import { capture, captureOrFail, runInForeground } from "../../../commandLine/processes/run.ts";

const endings = [
  { script: "exit 0", code: 0 },
  { script: "exit 7", code: 7 },
  { script: "kill -TERM $$", code: 128 + 15 },
  { script: "kill -KILL $$", code: 128 + 9 },
];

describe("running a command", () => {
  for (const { script, code } of endings) {
    it(`reports ${code} for "${script}", in the foreground and captured`, async () => {
      const args = ["-c", script] as const;
      const codes = [
        (await capture("sh", args)).code,
        await runInForeground("sh", args, { stdio: "ignore" }),
      ];
      assert.deepEqual(codes, [code, code]);
    });
  }

  it("keeps what a command prints apart by stream", async () => {
    const lines: string[] = [];
    const captured = await capture("sh", ["-c", "echo out; echo err >&2"], {
      onLine: (line) => lines.push(line),
    });
    assert.deepEqual(captured, { code: 0, stdout: "out\n", stderr: "err\n" });
    assert.deepEqual(lines.filter(Boolean).sort(), ["err", "out"]);
  });

  it("ends a command whose time is over", async () => {
    assert.equal((await capture("sleep", ["300"], { timeoutSeconds: 0.1 })).code, 128 + 9);
  });

  const notStarted = [
    { command: "no-such-command", message: "command not found: no-such-command" },
    { command: "/", message: "cannot start /: spawn / EACCES" },
  ];
  for (const { command, message } of notStarted) {
    it(`says in a sentence that ${command} cannot be started`, async () => {
      const failure = { name: "Failure", message };
      await assert.rejects(capture(command, []), failure);
      await assert.rejects(runInForeground(command, [], { stdio: "ignore" }), failure);
    });
  }
});

describe("a command that has to succeed", () => {
  const run = (script: string) => captureOrFail("testing", "sh", ["-c", script]);

  it("gives its stdout", async () => {
    assert.equal(await run("echo out; echo err >&2"), "out\n");
  });

  const failures = [
    {
      name: "quotes stderr of one that fails",
      script: "echo out; echo err >&2; exit 3",
      message: "testing failed (sh ended with 3):\nerr",
    },
    {
      name: "quotes stdout of one that fails and says nothing on stderr",
      script: "echo out; exit 3",
      message: "testing failed (sh ended with 3):\nout",
    },
    {
      name: "quotes the last twelve lines only",
      script: "seq 20; exit 1",
      message: `testing failed (sh ended with 1):\n${Array.from({ length: 12 }, (_, line) => line + 9).join("\n")}`,
    },
    {
      name: "names a full disk as the cause",
      script: "echo write x: no space left on device >&2; exit 1",
      message: "no space left on the disk while testing: free some and run the command again",
    },
  ];
  for (const { name, script, message } of failures) {
    it(name, () => assert.rejects(run(script), { name: "Failure", message }));
  }
});
