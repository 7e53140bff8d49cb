import { chmodSync, writeFileSync } from "node:fs";

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Writes an executable that runs a compiled script with this Node and the given environment. */
export function writeLauncher(
  file: string,
  script: string,
  environment: Readonly<Record<string, string>> = {},
): void {
  const variables = Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  writeFileSync(
    file,
    `#!/bin/sh\n${variables.join("")}exec ${quoted(process.execPath)} ${quoted(script)} "$@"\n`,
  );
  chmodSync(file, 0o755);
}
