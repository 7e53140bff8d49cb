// What Pulumi loads. It is JavaScript, so that a Node that reads no TypeScript still gets as far as Pulumi's check of
// `engines` and says which version it wants.
import * as nodeModule from "node:module";
import { makePrintable } from "./components/printableError.js";
import { shortenStacks } from "./components/shortStacks.js";

// Before Pulumi's own listeners, which print what a program throws.
for (const event of ["uncaughtException", "unhandledRejection"])
  process.prependListener(event, (error) => makePrintable(error));

export default async () => {
  shortenStacks();
  // To strip the types of every file takes a third of the program's start, so Node keeps what it made of them.
  nodeModule.enableCompileCache(`${import.meta.dirname}/node_modules/.cache/compile`);
  const { default: program } = await import("./index.ts");
  return program();
};
