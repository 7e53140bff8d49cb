// Tests run without type check, which is `npm run typecheck`: it takes longer than all of them that need no engine.
// ts-node makes CommonJS of every file, so that a test can put its own in place of what a module exports.
import { fileURLToPath } from "node:url";
import { register } from "ts-node";

// Hundreds of commands start in the tests, and most of what each takes is compiling the same files. Node keeps what it
// made of them, for every process that a test starts.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url));

// The AWS provider and its bridge, which start for nearly every engine command, spend half of their processor time on
// tidying the memory that they need for their schemas. They may grow by a third instead.
process.env.GOGC ??= "400";

register({
  swc: true,
  project: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
  moduleTypes: { "**/*": "cjs" },
  compilerOptions: {
    target: "es2022",
    module: "commonjs",
    moduleResolution: "node10",
    esModuleInterop: true,
  },
});
