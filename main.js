// What Pulumi loads. It is JavaScript, so that a Node that reads no TypeScript still gets as far as Pulumi's check of
// `engines` and says which version it wants. Stripping the types of every file takes a third of the program's start, so
// Node keeps what it made of them below `node_modules`.
import * as nodeModule from "node:module";

export default async () => {
  nodeModule.enableCompileCache(`${import.meta.dirname}/node_modules/.cache/compile`);
  const { default: program } = await import("./index.ts");
  return program();
};
