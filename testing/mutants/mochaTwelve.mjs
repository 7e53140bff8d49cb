// @stryker-mutator/mocha-runner 10.0.0 asks for two files of Mocha without the ending that they have in Mocha 12.
import { createRequire } from "node:module";

const { extensions } = createRequire(import.meta.url);
extensions[".cjs"] = extensions[".js"];
