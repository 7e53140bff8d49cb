#!/usr/bin/env node
// Entry of every sandbox command. It has to run on a clean clone, also with a Node that is too old for the rest.
import { runtimeIsReady } from "../commandLine/runtime/runtime.mjs";

if (runtimeIsReady()) {
  const { main } = await import("./cli.ts");
  await main(process.argv.slice(2));
}
