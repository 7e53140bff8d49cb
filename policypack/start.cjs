// What Pulumi loads. Its runner of policy packs calls a function that a file exports, and it has a hook of its own for a `.ts`
// file that it requires itself, which checks types for seconds in every preview; what is imported from here only has its types
// stripped.
const nodeModule = require("node:module");
const path = require("node:path");

module.exports = async () => {
  // To strip the types of every file takes most of the pack's start, so Node keeps what it made of them.
  nodeModule.enableCompileCache(path.join(__dirname, "..", "node_modules", ".cache", "compile"));
  await import("./index.ts");
};
