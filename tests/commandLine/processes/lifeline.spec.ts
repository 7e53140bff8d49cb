import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { on, once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import type { Readable } from "node:stream";
import * as path from "node:path";
import { projectFolder } from "../../../sandbox/paths.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";

const lifeline = JSON.stringify(path.join(projectFolder, "commandLine", "processes", "lifeline.ts"));

/** A shell that prints a line, notes in a file when it is asked to end, and goes on until it is killed. */
const stubborn = 'trap "echo > asked" INT; echo ready; while :; do /bin/sleep 0.1; done';

/** Lets the grace of a lifeline, which sleeps through it, pass only after the child has noted that it was asked. */
const graceAfterNote = "#!/bin/sh\nuntil [ -e asked ]; do /bin/sleep 0.01; done\n";
const obedient = "echo ready; exec sleep 300";

interface Family {
  readonly child: string;
  /** JavaScript that starts the child by `start()` and ties it. */
  readonly tie: string;
}

describe("a lifeline", () => {
  const folder = temporaryFolder();
  const streams: Readable[] = [];
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.destroy();
  });

  /** Starts a process that starts and ties a child. The child shares its stdout, which so stays open until both are gone. */
  async function start({ child, tie }: Family): Promise<ChildProcess> {
    const source = `
      const { startTied, tieLifeTo } = require(${lifeline});
      const start = () => require("node:child_process")
        .spawn("/bin/sh", ["-c", ${JSON.stringify(child)}], { detached: true, stdio: ["ignore", "inherit", "ignore"] });
      ${tie};
      console.log("tied");
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ["-e", source], {
      cwd: folder(),
      env: { ...process.env, PATH: [folder(), process.env.PATH].join(path.delimiter) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    for await (const chunk of on(parent.stdout.setEncoding("utf8"), "data", { close: ["end"] })) {
      printed += String(chunk);
      if (/ready/.test(printed) && /tied/.test(printed)) break;
    }
    parent.stdout.resume();
    streams.push(parent.stdout);
    return parent;
  }

  const families: readonly (Family & { readonly name: string; readonly asked: boolean })[] = [
    { name: "asks a process to end", child: obedient, tie: "tieLifeTo(start().pid, 5)", asked: false },
    {
      name: "kills a process that does not end when asked",
      child: stubborn,
      tie: "startTied(start, { graceSeconds: 1 })",
      asked: true,
    },
    {
      name: "kills a process at once where it has no grace",
      child: stubborn,
      tie: "startTied(start, { graceSeconds: 0 })",
      asked: false,
    },
    {
      name: "ends a whole process group",
      child: "sleep 301 & echo ready; wait",
      tie: "startTied(start, { graceSeconds: 0, group: true })",
      asked: false,
    },
  ];
  for (const { name, asked, ...family } of families) {
    it(`${name} when the process that holds it is killed`, async () => {
      if (asked) writeFileSync(path.join(folder(), "sleep"), graceAfterNote, { mode: 0o755 });
      const parent = await start(family);
      parent.kill("SIGKILL");
      await once(parent, "close");
      assert.equal(existsSync(path.join(folder(), "asked")), asked);
    });
  }

  it("ends a child whose parent is killed as soon as it has started it", async () => {
    const parent = await start({
      child: obedient,
      tie: 'console.log("tied"); startTied(start, { graceSeconds: 0 }); process.kill(process.pid, "SIGKILL")',
    });
    await once(parent, "close");
  });

  it("does nothing to a process that it was released from", async () => {
    const parent = await start({
      child: "echo ready; sleep 1; echo > survived",
      tie: "startTied(start, { graceSeconds: 0 }).release()",
    });
    parent.kill("SIGKILL");
    await once(parent, "close");
    assert.ok(existsSync(path.join(folder(), "survived")));
  });
});

describe("a process that watches its parent", () => {
  it("hears when the parent is killed", async () => {
    const source = `
      require(${lifeline}).watchParent(() => { console.log("gone"); process.exit(); });
      setInterval(() => undefined, 1000);
      console.log("ready");`;
    const parent = spawn("/bin/sh", ["-c", '"$0" "$@" & wait', process.execPath, "-e", source], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    parent.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    await once(parent.stdout, "data");
    parent.kill("SIGKILL");
    await once(parent, "close");
    assert.equal(printed, "ready\ngone\n");
  });
});
