#!/usr/bin/env node
// The package's `bin`: `npx instance-profiles COMMAND`. It has to run on a clean clone, also with a Node that is too old
// for the rest.
import { runtimeIsReady } from "../commandLine/runtime/runtime.mjs";

if (runtimeIsReady()) {
  const { main } = await import("./commands.ts");
  await main(process.argv.slice(2));
}
