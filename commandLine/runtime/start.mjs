// Starts a script of this project and keeps what Node makes of its files: `node start.mjs SCRIPT ARGUMENTS`. What is
// started anew for each preview spends more time on stripping types than on its work otherwise.
import { pathToFileURL } from "node:url";
import { keepCompiled } from "./runtime.mjs";

keepCompiled();
process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1] ?? "").href);
