import { chmodSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { projectFolder } from "../paths.ts";

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

const start = path.join(projectFolder, "commandLine", "runtime", "start.mjs");

/** Writes an executable that runs a script with this Node and the given environment. */
export function writeLauncher(
  file: string,
  script: string,
  environment: Readonly<Record<string, string>> = {},
): void {
  const variables = Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  writeFileSync(
    file,
    `#!/bin/sh\n${variables.join("")}exec ${[process.execPath, start, script].map(quoted).join(" ")} "$@"\n`,
  );
  chmodSync(file, 0o755);
}
