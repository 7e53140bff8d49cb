#!/usr/bin/env node
// Runs a command with the project's own Node first on its PATH: `node commandLine/runtime/run.mjs COMMAND ARGUMENTS`.
import { spawnSync } from "node:child_process";
import { runtimeIsReady } from "./runtime.mjs";

if (runtimeIsReady()) {
  const [command, ...args] = process.argv.slice(2);
  process.on("SIGINT", () => undefined);
  const { error, status } = spawnSync(command ?? "node", args, { stdio: "inherit" });
  if (error) process.stderr.write(`cannot start ${command}: ${error.message}\n`);
  process.exitCode = status ?? 1;
}
