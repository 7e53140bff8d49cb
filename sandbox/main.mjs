#!/usr/bin/env node
// `node sandbox/main.mjs up|exec|down` is `instance-profiles sandbox`. It has to run on a clean clone, also with a Node that
// is too old for the rest.
import { runtimeIsReady } from "../commandLine/runtime/runtime.mjs";

if (runtimeIsReady()) {
  const args = process.argv.slice(2);
  // Those who work on this project have some more, which is not among what users get: it is named here and not imported.
  const isForDevelopers = ["prepare", "test", "bench"].includes(args[0] ?? "");
  const developerCommands = new URL("../testing/developerCommands.ts", import.meta.url).href;
  const { main } = await import(isForDevelopers ? developerCommands : "../commandLine/instanceProfiles.ts");
  await main(isForDevelopers ? args : ["sandbox", ...args]);
}
