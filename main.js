// What Pulumi loads. It is JavaScript, so that a Node that reads no TypeScript gets this far and is told so in a sentence.
import * as nodeModule from "node:module";
import { RunError } from "@pulumi/pulumi/errors.js";
import { makePrintable } from "./components/printableError.js";
import { shortenStacks } from "./components/shortStacks.js";

// Before Pulumi's own listeners, which print what a program throws.
for (const event of ["uncaughtException", "unhandledRejection"])
  process.prependListener(event, (error) => makePrintable(error));

export default async () => {
  if (!process.features.typescript)
    throw new RunError(
      `Node ${process.versions.node} is too old for this program: install Node 22.18 or newer`,
    );
  shortenStacks();
  // To strip the types of every file takes a third of the program's start, so Node keeps what it made of them.
  nodeModule.enableCompileCache(`${import.meta.dirname}/node_modules/.cache/compile`);
  const { default: program } = await import("./index.ts");
  return program();
};
