#!/usr/bin/env node
// `node sandbox/main.mjs up|exec|down` is `instance-profiles sandbox`, and prepare, test and bench are for those who work
// on this project. It has to run on a clean clone, also with a Node that is too old for the rest.
import { runtimeIsReady } from "../commandLine/runtime/runtime.mjs";

if (runtimeIsReady()) {
  const args = process.argv.slice(2);
  if (["prepare", "test", "bench"].includes(args[0] ?? "")) {
    const { main } = await import("../testing/developerCommands.ts");
    await main(args);
  } else {
    const { main } = await import("../commandLine/instanceProfiles.ts");
    await main(["sandbox", ...args]);
  }
}
