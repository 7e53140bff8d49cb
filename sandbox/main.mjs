#!/usr/bin/env node
// `node sandbox/main.mjs up|exec|down` is `instance-profiles sandbox`. It has to run on a clean clone, also with a Node that
// is too old for the rest.
import { runtimeIsReady } from "../commandLine/runtime/runtime.mjs";

if (runtimeIsReady()) {
  const args = process.argv.slice(2);
  // Those who work on this project have some more, which is not among what users get. What is started here is named and
  // not imported: both know this room.
  const isForDevelopers = ["prepare", "test", "bench"].includes(args[0] ?? "");
  const entry = isForDevelopers ? "../testing/developerCommands.ts" : "../bin/commands.ts";
  const { main } = await import(new URL(entry, import.meta.url).href);
  await main(isForDevelopers ? args : ["sandbox", ...args]);
}
